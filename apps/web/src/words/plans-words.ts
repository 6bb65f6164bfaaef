/** Words for plans, what they ask for, how far each ask is, and the years and dates around them. */
export const PLANS_WORDS = {
  placement: {
    'no-increasing-efforts': 'No evidence of increasing efforts',
    'significant-victims': 'Very many victims, or a sharp rise in their number',
    commitments: 'Commitments to take further steps in the coming year',
  },
  priority: { high: 'High priority', other: 'Other' },
  'plan-step': {
    draft: 'Draft',
    clear: 'Clear',
    release: 'Release',
    deliver: 'Deliver',
    report: 'Report',
    assess: 'Assess',
  },
  'plan-step-why': {
    draft: 'No paper has been made yet.',
    clear: 'Papers are made; none has been proposed for release.',
    release: 'A paper waits for a second person to confirm its release.',
    deliver: 'A paper may go out; nothing has been logged yet.',
    report: 'Acts of the government are being logged.',
    assess: 'The interim assessment is being written.',
  },
  standing: { dropped: 'Dropped' },
  'milestone-kind': {
    report: 'Annual report',
    determinations: 'Determinations',
    'statutory-plan': 'Statutory action plan',
    'post-report': 'Post’s progress report',
    'post-answers': 'Post’s answers for the next report',
    'interim-assessment': 'Interim assessment',
    'interim-window': 'Interim window',
  },
  nature: { statutory: 'By law', instructed: 'Instructed', actual: 'Happened' },
  tier: {
    '1': 'Tier 1',
    '2': 'Tier 2',
    '2WL': 'Tier 2 Watch List',
    '3': 'Tier 3',
    SPECIAL: 'Special case',
  },
  done: {
    'plan-made': 'The plan is made. Add the first recommendation.',
    'recommendation-added': 'The recommendation is added.',
    'recommendation-reworded': 'The wording is saved. The earlier one is kept below.',
    'recommendation-dropped': 'The recommendation is dropped. Its row and its reason stay.',
  },
} as const;
