/** The nine kinds of concrete action a government may show. Source: 22 U.S.C. 7102(5)(A)–(I), in force since 9 January 2019 (Pub. L. 115-427). */
export const CONCRETE_ACTIONS = [
  'enforcement',
  'investigations',
  'prosecutions',
  'convictions',
  'training',
  'programs-and-partnerships',
  'prevention',
  'victim-services',
  'money-committed',
] as const;
/** One of {@link CONCRETE_ACTIONS}. */
export type ConcreteAction = (typeof CONCRETE_ACTIONS)[number];

/**
 * The seven kinds of credible information a judgement may rest on. Source: 22 U.S.C. 7102(6)(A)–(G), in force since
 * 9 January 2019 (Pub. L. 115-427). Subparagraph (H), an assessment of impact, is a judgement itself and no source.
 */
export const CREDIBLE_SOURCES = [
  'state-report',
  'federal-report',
  'country-document',
  'civil-society',
  'survivor',
  'media-or-academic',
  'multilateral',
] as const;
/** One of {@link CREDIBLE_SOURCES}. */
export type CredibleSource = (typeof CREDIBLE_SOURCES)[number];
