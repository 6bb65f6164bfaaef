import { isCalendarDate, MILESTONE_KINDS } from '@demarche/rules';
import { z } from 'zod';
import { TABLE_KINDS } from './table';

const LONGEST_NOTE = 500;

const DATE_ASKED = 'Enter a date such as 2009-11-15.';
const calendarDate = z.string(DATE_ASKED).refine(isCalendarDate, DATE_ASKED);
const NOTE_ASKED = 'Do not leave this empty.';
const note = z
  .string(NOTE_ASKED)
  .trim()
  .min(1, NOTE_ASKED)
  .max(LONGEST_NOTE, `Use at most ${LONGEST_NOTE} characters.`);
const WEEKDAY_ASKED = 'Give days as numbers from 1, Monday, to 7, Sunday.';
const weekday = z.number(WEEKDAY_ASKED).int(WEEKDAY_ASKED).min(1, WEEKDAY_ASKED).max(7, WEEKDAY_ASKED);
const post = z.string('Choose a post.');

/** A milestone as a person enters it: statutory ones are computed and cannot be entered. */
export const MilestoneInput = z
  .strictObject({
    cycleId: z.string('Choose a cycle.'),
    kind: z.enum(MILESTONE_KINDS, 'Choose which date of the cycle this is.'),
    nature: z.enum(['instructed', 'actual'], 'Choose whether it was instructed or happened.'),
    on: calendarDate,
    until: calendarDate.nullish(),
    source: note,
  })
  .refine((given) => !given.until || given.until >= given.on, {
    path: ['until'],
    message: 'The last day must not lie before the first.',
  });

/** See {@link MilestoneInput}. */
export type MilestoneGiven = z.input<typeof MilestoneInput>;

/** A post's weekend from a day on (null: since always), as ISO weekdays; five days off at most. */
export const WorkWeekInput = z.strictObject({
  postId: post,
  from: calendarDate.nullable(),
  weekend: z
    .array(weekday, WEEKDAY_ASKED)
    .min(1, 'Choose at least one day off.')
    .max(5, 'Choose at most five days off.')
    .refine((days) => new Set(days).size === days.length, 'A day stands there twice.'),
  source: note,
});

/** See {@link WorkWeekInput}. */
export type WorkWeekGiven = z.input<typeof WorkWeekInput>;

/** A day on which a post is closed. */
export const HolidayInput = z.strictObject({
  postId: post,
  on: calendarDate,
  name: note,
  source: note,
});

/** See {@link HolidayInput}. */
export type HolidayGiven = z.input<typeof HolidayInput>;

/** Which post deals with a country; null when none does. */
export const LeadPostInput = z.strictObject({
  countryId: z.string('Choose a country.'),
  postId: post.nullable(),
});

/** See {@link LeadPostInput}. */
export type LeadPostGiven = z.input<typeof LeadPostInput>;

const LINE_ASKED = 'Give the line of the file as a whole number.';
const CELLS_ASKED = 'Give the cells of a row as texts by column name.';
const lineNumber = z.number(LINE_ASKED).int(LINE_ASKED);

/**
 * A larger table: rows already read from CSV, each with its line in the file and its cells by column name. `misfits`
 * are the lines that could not be read as a row; the report names them among the refused.
 */
export const TableInput = z.strictObject({
  kind: z.enum(TABLE_KINDS, 'Choose what the table holds.'),
  rows: z.array(
    z.object(
      { line: lineNumber, cells: z.record(z.string(), z.string(CELLS_ASKED), CELLS_ASKED) },
      'Give each row with its line and its cells.',
    ),
    'Give the rows of the table.',
  ),
  misfits: z.array(z.object({ line: lineNumber, reason: note })).default([]),
  preview: z.boolean('Say whether this is only a preview.'),
});

/** See {@link TableInput}. */
export type TableGiven = z.input<typeof TableInput>;
