import type {
  ConcreteAction,
  Contribution,
  CredibleSource,
  CreditCode,
  CreditVerdict,
  Marking,
  Party,
  Pillar,
  RecommendationStateWord,
  StatisticBasis,
  StatisticCategory,
  StatisticCode,
  StatisticUnit,
} from '@demarche/rules';

/** Words for what was done about a plan: who acted, what was given, and what the two rules say about it. */
export const PROGRESS_WORDS = {
  party: {
    government: 'The government',
    ngo: 'A non-governmental organization',
    igo: 'An international organization',
    us: 'The United States',
    other: 'Somebody else',
    unknown: 'Not known yet',
  } satisfies Record<Party, string>,
  /** Who acted, in the midst of a sentence. */
  'party-noun': {
    government: 'the government',
    ngo: 'a non-governmental organization',
    igo: 'an international organization',
    us: 'the United States',
    other: 'another party',
    unknown: 'a party not named',
  } satisfies Record<Party, string>,
  contribution: {
    'in-kind': 'Goods or services in kind',
    money: 'Money',
    staff: 'Staff',
    curriculum: 'Curriculum or materials',
    premises: 'Premises',
    legal: 'Legal steps',
  } satisfies Record<Contribution, string>,
  action: {
    enforcement: 'Enforcement',
    investigations: 'Investigations under way',
    prosecutions: 'Prosecutions',
    convictions: 'Convictions',
    training: 'Training',
    'programs-and-partnerships': 'Programs and partnerships under way',
    prevention: 'Prevention',
    'victim-services': 'Services for victims',
    'money-committed': 'Money committed',
  } satisfies Record<ConcreteAction, string>,
  source: {
    'state-report': 'Report of the Department of State',
    'federal-report': 'Report of another federal agency',
    'country-document': 'Document from the country',
    'civil-society': 'Civil society',
    survivor: 'Survivor, vulnerable person or whistleblower',
    'media-or-academic': 'Media or academic report',
    multilateral: 'Multilateral institution',
  } satisfies Record<CredibleSource, string>,
  'recommendation-state': {
    done: 'Done',
    overdue: 'Overdue',
    'due-soon': 'Due soon',
    'not-started': 'Nothing yet',
    'no-news': 'No news for over 30 days',
    'under-way': 'Under way',
  } satisfies Record<RecommendationStateWord, string>,
  credit: {
    credit: 'Credited',
    'credit-if-role-shown': 'Not credited yet',
    'no-credit': 'Not credited',
  } satisfies Record<CreditVerdict, string>,
  'credit-reason': {
    'government-ran': 'the government ran it',
    'government-paid': 'the government paid for it',
    'government-gave': 'the government contributed to it',
    'role-shown': 'its part in it is told',
    'party-unknown': 'it is not known who ran it or who paid',
    'role-missing': 'the government gave something, but its part is not told',
    'outsider-ran': 'somebody else ran it',
    'outsider-paid': 'somebody else paid for it',
    'government-gave-nothing': 'no contribution of the government is named',
  } satisfies Record<CreditCode, string>,
  'credit-missing': {
    ranBy: 'say who ran it',
    paidBy: 'say who paid, or name what the government contributed and what its part was',
    role: 'say what the government’s part was',
  },
  category: {
    investigation: 'Investigations',
    prosecution: 'Prosecutions',
    conviction: 'Convictions',
    sentence: 'Sentences',
  } satisfies Record<StatisticCategory, string>,
  /** One and several of what a figure counts, in the midst of a sentence. */
  'category-one': {
    investigation: 'an investigation',
    prosecution: 'a prosecution',
    conviction: 'a conviction',
    sentence: 'a sentence',
  } satisfies Record<StatisticCategory, string>,
  'category-many': {
    investigation: 'investigations',
    prosecution: 'prosecutions',
    conviction: 'convictions',
    sentence: 'sentences',
  } satisfies Record<StatisticCategory, string>,
  basis: {
    'trafficking-offence': 'An offense that the law defines as trafficking',
    'other-offence-with-evidence': 'Another offense, with evidence that it was trafficking',
    related: 'A related offense, such as prostitution or smuggling',
    unknown: 'Not known yet',
  } satisfies Record<StatisticBasis, string>,
  unit: { cases: 'Cases', persons: 'Persons' } satisfies Record<StatisticUnit, string>,
  /** The same in the midst of a sentence. */
  'unit-noun': { cases: 'cases', persons: 'persons' } satisfies Record<StatisticUnit, string>,
  'entry-change': { changed: 'changed', withdrawn: 'withdrawn', restored: 'restored' },
  acceptance: { accepted: 'Accepted', refused: 'Refused' },
  'acceptance-reason': {
    'defined-as-trafficking': 'the offense is defined as trafficking',
    'evidence-named': 'the evidence of trafficking is named',
    'no-category': 'nobody has said whether these are investigations, prosecutions, convictions or sentences',
    'evidence-missing': 'the evidence that these cases were trafficking is not named',
    'related-offence': 'a related offense does not count as trafficking',
    'basis-unknown': 'it is not known which offense was counted',
    'count-not-a-number': 'the figure is not a number',
    'count-negative': 'the figure is below zero',
    'count-fractional': 'the figure is not a whole number',
  } satisfies Record<StatisticCode, string>,
  pillar: { prosecution: 'Prosecution', protection: 'Protection', prevention: 'Prevention' } satisfies Record<
    Pillar,
    string
  >,
  /** What to ask whoever gave a figure that was refused; reasons that nothing sent back would mend have no question. */
  'acceptance-question': {
    'no-category': 'Does it count investigations, prosecutions, convictions or sentences?',
    'evidence-missing':
      'Which evidence shows that these cases were trafficking, for example force, fraud or coercion, or the exploitation of a child?',
    'related-offence':
      'How many of them were tried under an article that defines trafficking, or under another one with evidence of trafficking?',
    'basis-unknown': 'Under which article of the law were they counted?',
  } satisfies Partial<Record<StatisticCode, string>>,
  'portion-mark': { U: 'Unclassified (U)', SBU: 'Sensitive but unclassified (SBU)' } satisfies Record<
    Marking,
    string
  >,
  /** What stands at head and foot of whatever carries a marking. */
  banner: { U: 'UNCLASSIFIED', SBU: 'SENSITIVE BUT UNCLASSIFIED' } satisfies Record<Marking, string>,
} as const;
