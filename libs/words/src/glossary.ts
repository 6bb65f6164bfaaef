/** The words of the trade as this house uses them, one for each thing, in the order of the alphabet. */
export const GLOSSARY: readonly { word: string; meaning: string }[] = [
  {
    word: 'Act',
    meaning:
      'One thing a government did on one day, as somebody logged it. Several recommendations may be served by it.',
  },
  {
    word: 'Credit',
    meaning:
      'Whether an act counts as the government’s own. What others ran counts only when the government gave something to it and its part is told.',
  },
  {
    word: 'Cycle',
    meaning: 'The round from one annual report to the next, named by the two years it spans.',
  },
  {
    word: 'Deadline',
    meaning: 'A day on which somebody owes something. It has an owner, who gets the reminders.',
  },
  {
    word: 'Effective date',
    meaning:
      'The last day on or before a deadline’s own date on which Washington and the post both work. That is the day to go by.',
  },
  {
    word: 'Entry',
    meaning:
      'Whatever is logged about a plan: an act or a figure. A changed entry keeps what it said before.',
  },
  {
    word: 'Far day',
    meaning:
      'A day more than 400 days from the plan’s cycle. It is taken only from somebody who says that it is meant.',
  },
  {
    word: 'Figure',
    meaning:
      'A count of investigations, prosecutions, convictions or sentences, for trafficking and nothing related to it.',
  },
  {
    word: 'High priority',
    meaning:
      'A recommendation that the country should act on first. The interim assessment looks at these one by one.',
  },
  {
    word: 'Interim assessment',
    meaning:
      'The report to Congress in the middle of a cycle. It tells what happened since the annual report and does not speak of tiers.',
  },
  { word: 'Listing', meaning: 'Where one annual report placed a country.' },
  { word: 'Mark', meaning: 'The sign beside a state or a verdict. Its word always stands with it.' },
  { word: 'Marking', meaning: 'Who may read a paragraph, as the letters before it say: U or SBU.' },
  {
    word: 'Milestone',
    meaning:
      'A date of the whole cycle. The law sets it, an instruction does, or it is entered once it has happened.',
  },
  {
    word: 'Narrative',
    meaning:
      'One country’s part of the interim assessment. Each of its sentences names the entries it rests on.',
  },
  {
    word: 'Non-paper',
    meaning: 'A text that is left with a government and carries no name, number or mark.',
  },
  { word: 'Notice', meaning: 'One line on screen for one person.' },
  {
    word: 'Open place',
    meaning:
      'A place in a paper that a person still has to fill. Until then the paper cannot be proposed for release.',
  },
  {
    word: 'Paper',
    meaning:
      'A text made from a plan: cable, talking points, non-paper or assessment. It is kept as it was made.',
  },
  { word: 'Plan', meaning: 'What is asked of one government in one cycle.' },
  {
    word: 'Post',
    meaning: 'An embassy, consulate or office abroad. Its officers see only what belongs to it.',
  },
  {
    word: 'Recommendation',
    meaning: 'One thing asked of a government. Its wording may change, its identity does not.',
  },
  {
    word: 'Release',
    meaning: 'That a text may go out. One person proposes it, another confirms exactly that text.',
  },
  { word: 'Reminder', meaning: 'A mail that is owed before a deadline, and once after it.' },
  {
    word: 'Reopen',
    meaning:
      'Make something owed again that was met or waived, with a reason. A closed account can be reopened too.',
  },
  { word: 'Restore', meaning: 'Take back a withdrawal, or ask again for a recommendation that was dropped.' },
  {
    word: 'Spill',
    meaning:
      'Classified text in a system that may not hold it. Such a text is stopped before anything of it is kept.',
  },
  {
    word: 'Withdraw',
    meaning:
      'Take an act or a figure out of every count, with a reason. It is kept and shown struck through.',
  },
];
