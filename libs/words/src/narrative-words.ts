import type { ApartReason, TierWordCode } from '@demarche/rules';

/** Words for the interim assessment: what was left out and why, and what a signer must look at. */
export const NARRATIVE_WORDS = {
  scale: {
    negligible: 'negligible',
    limited: 'limited',
    some: 'some',
    modest: 'modest',
    significant: 'significant',
  },
  'apart-reason': {
    'outside-window': 'It happened outside the window of the assessment.',
    'credit-if-role-shown': 'It does not count yet:',
    'no-credit': 'It does not count for the government:',
  } satisfies Record<ApartReason, string>,
  'tier-word': {
    'names-tier': 'names a tier',
    'names-watch-list': 'names the Watch List',
    'names-special-case': 'names a special case',
    'standards-formula': 'uses the law’s formula for the minimum standards',
    'speaks-of-rank': 'speaks of a rank',
    'hints-at-movement': 'hints at movement between lists',
    forecasts: 'forecasts next year’s report',
  } satisfies Record<TierWordCode, string>,
} as const;
