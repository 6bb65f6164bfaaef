import { choice, day, document, filterId, line, several, ticked, wholeNumber } from '@demarche/base';
import { TABLE_KINDS } from '@demarche/register';
import { MILESTONE_KINDS } from '@demarche/rules';
import { z } from 'zod';

const LONGEST_NOTE = 500;
const LONGEST_TABLE = 900_000;

const source = line('Say where this comes from, for example a notice of the post.', LONGEST_NOTE);
const TICK_DAYS = 'Tick the days off.';
const weekday = wholeNumber({ missing: TICK_DAYS, wrong: TICK_DAYS, least: 1, most: 7 });

/** The form of a lead post; an empty choice means that no post deals with the country. */
export const LeadPostForm = z.strictObject({ postId: filterId() });

/** The form of a work week; an empty first day means since always. */
export const WorkWeekForm = z.strictObject({
  from: day('Enter the first day of this work week.').optional(),
  weekend: several(weekday),
  source,
});

/** The form that corrects a post’s time zone. */
export const ZoneForm = z.strictObject({ zone: line('Choose a time zone.', LONGEST_NOTE), source });

/** The form of a host holiday. */
export const HolidayForm = z.strictObject({
  on: day('Enter the day.'),
  name: line('Enter the name of the holiday.', LONGEST_NOTE),
  source,
});

/** The form of a milestone. */
export const MilestoneForm = z.strictObject({
  kind: choice(MILESTONE_KINDS, 'Choose which date of the cycle this is.'),
  nature: choice(['instructed', 'actual'], 'Choose whether it was told or happened.'),
  on: day('Enter the day, or the first day.'),
  until: day('Enter the last day.').optional(),
  sure: ticked(),
  source,
  /** Which date the person has seen the consequences of, as `foreseenAs` writes it. */
  foreseen: line('Look at what moves.').optional(),
});

/** Names a date of a cycle whose consequences were shown: another date is another question. */
export function foreseenAs({ kind, nature, on }: { kind: string; nature: string; on: string }): string {
  return [kind, nature, on].join(' ');
}

/** The form that opens a cycle. */
export const CycleForm = z.strictObject({
  reportYear: wholeNumber({
    missing: 'Enter the year of the report, for example 2010.',
    wrong: 'The year must be from 2001 to 2100.',
    least: 2001,
    most: 2100,
  }),
});

/** The form of a table: its kind, and the text of the file. */
export const TableForm = z.strictObject({
  kind: choice(TABLE_KINDS, 'Choose what the table holds.'),
  text: document('Choose a file, or paste the table with its heading line first.', LONGEST_TABLE),
});
