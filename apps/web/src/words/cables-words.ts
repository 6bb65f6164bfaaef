/** Words for what is odd in a cable and for what the check page says about it. */
export const CABLES_WORDS = {
  anomaly: {
    'block-closed-by-other': 'A part ends with the closing line of another part',
    'block-not-closed': 'A part begins and never ends',
    'block-not-opened': 'A part ends that never began',
    'bullet-form': 'A bullet is written in an unusual way',
    'date-mismatch': 'Two dates in the header do not agree',
    'dates-disagree': 'The text gives different dates for the same thing',
    'field-missing': 'A line of the header is missing',
    'linked-text': 'Text was turned into a link',
    'mangled-quote': 'A quotation mark or apostrophe was damaged',
    'notes-announced-absent': 'Bracketed notes are announced, but there are none',
    'paragraph-number-form': 'A paragraph number is written in an unusual way',
    'paragraph-number-wrong': 'A paragraph has the wrong number',
    'paragraph-unmarked': 'A paragraph has no marking',
    'priority-unclear': 'It is not clear whether this is high priority',
    'reference-not-a-cable': 'A reference is not a cable',
    'section-header-inside': 'A section header stands inside the text',
    'section-missing': 'A section seems to be missing',
    'serial-mismatch': 'The serial number differs between two lines',
    'subject-wrapped': 'The subject runs over two lines',
    'text-broken': 'A sentence is broken by an empty line',
  },
  'problem-weight': {
    stops: 'Stands in the way',
    choose: 'Needs your choice',
    look: 'Deserves a look',
  },
  'country-by': {
    tags: 'Read from the TAGS line.',
    subject: 'Read from the subject.',
    addressee: 'Read from the TO line.',
  },
  'cycle-by': { subject: 'Read from the subject.', date: 'Read from the cable’s date.' },
  done: {
    'plan-imported': 'The plan is made from the cable, which is kept with it.',
  },
} as const;
