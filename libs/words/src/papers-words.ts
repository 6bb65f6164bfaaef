/** Words for papers and for how far their release is. */
export const PAPERS_WORDS = {
  'paper-kind': {
    cable: 'Cable',
    'talking-points': 'Talking points',
    'non-paper': 'Non-paper',
    'interim-assessment': 'Interim assessment',
  },
  'paper-use': {
    cable: 'Instructs the post.',
    'talking-points': 'To speak from, in the meeting.',
    'non-paper': 'To leave with the government. Carries no marking.',
    'interim-assessment': 'The country’s part of the report to Congress.',
  },
  release: {
    none: 'Not proposed',
    proposed: 'Waits for a second person',
    released: 'Released',
    refused: 'Refused',
    lapsed: 'Replaced by a newer proposal',
  },
} as const;
