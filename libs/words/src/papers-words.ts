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
  'paper-form': {
    docx: 'Word (.docx)',
    txt: 'Plain text (.txt)',
    cable: 'Cable for transmission (55 columns)',
  },
  'non-paper-leak': {
    'portion-mark': 'a non-paper carries no marking',
    'cable-number': 'a non-paper names no cable',
    reference: 'a non-paper refers to no cable or paragraph',
    tag: 'a non-paper carries no tags',
    office: 'a non-paper names no office of ours',
    post: 'a non-paper does not speak of the post',
    signature: 'a non-paper is not signed',
    'list-talk': 'a non-paper does not speak of tiers, lists or rank',
    note: 'text in brackets is for the post only: move it to the note',
    'cable-words': 'these words belong in a cable',
    name: 'a non-paper names neither its authors nor the post',
  },
  /** Parts of a paper that no non-paper has. */
  'kept-back-part': {
    field: 'a header line',
    numbered: 'a marked paragraph',
    note: 'a note for the post',
    begin: 'the edge of a part',
    end: 'the edge of a part',
  },
  'header-origin': {
    chosen: 'A person set this header.',
    source: 'Nobody has set this header yet: it is the one of the cable that the plan was made from.',
    default: 'Nobody has set this header yet.',
  },
  precedence: {
    ROUTINE: 'Routine',
    PRIORITY: 'Priority',
    IMMEDIATE: 'Immediate',
    'NIACT IMMEDIATE': 'NIACT immediate',
    FLASH: 'Flash',
  },
  release: {
    none: 'Not proposed',
    proposed: 'Waits for a second person',
    released: 'Released',
    refused: 'Refused',
    lapsed: 'Replaced by a newer proposal',
  },
} as const;
