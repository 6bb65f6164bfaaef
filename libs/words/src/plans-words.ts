import type { MilestoneKind, MilestoneNature, Priority } from '@demarche/rules';

/** Words for plans, what they ask for, how far each ask is, and the years and dates around them. */
export const PLANS_WORDS = {
  placement: {
    'no-increasing-efforts': 'No evidence of increasing efforts',
    'significant-victims': 'Very many victims, or a sharp rise in their number',
    commitments: 'Commitments to take further steps in the coming year',
  },
  priority: { high: 'High priority', other: 'Other' } satisfies Record<Priority, string>,
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
    clear: 'No paper has been proposed for release yet.',
    release: 'No release has been confirmed yet.',
    'release-begun': 'A paper waits for a second person to confirm its release.',
    deliver: 'No delivery to the government is on record.',
    report: 'Nothing has been logged yet, and the post’s report is not in.',
    'report-begun': 'Acts of the government are being logged; the post’s report is not in.',
    assess: 'No interim assessment has been written yet.',
    'assess-begun': 'The interim assessment is being written.',
    'assess-done': 'The interim assessment is written and released.',
  },
  'plan-step-missed': {
    draft: 'a paper',
    clear: 'a proposal for release',
    release: 'a release',
    deliver: 'a delivery',
    report: 'the post’s report',
    assess: 'the assessment',
  },
  standing: { dropped: 'Dropped', withdrawn: 'Withdrawn' },
  'wording-change': { dropped: 'dropped', restored: 'restored' },
  'milestone-kind': {
    report: 'Annual report',
    determinations: 'Determinations',
    'statutory-plan': 'Statutory action plan',
    'post-report': 'Progress report of the post',
    'post-answers': 'Answers of the post for the annual report',
    'interim-assessment': 'Interim assessment',
    'interim-window': 'Interim window',
  } satisfies Record<MilestoneKind, string>,
  nature: { statutory: 'By law', instructed: 'Instructed', actual: 'Happened' } satisfies Record<
    MilestoneNature,
    string
  >,
  tier: {
    '1': 'Tier 1',
    '2': 'Tier 2',
    '2WL': 'Tier 2 Watch List',
    '3': 'Tier 3',
    SPECIAL: 'Special case',
  },
} as const;
