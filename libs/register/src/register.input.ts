import { cell, choice, day, line, rowId, ticked, wholeNumber } from '@demarche/base';
import { MILESTONE_KINDS, sharesWorkday } from '@demarche/rules';
import { z } from 'zod';
import { isZone } from './calendar/zone';
import { TABLE_KINDS } from './tables/table';

const LONGEST_NOTE = 500;

const calendarDate = day('Enter a date.');
const note = line('Do not leave this empty.', LONGEST_NOTE);
const WEEKDAY_ASKED = 'Give days as numbers from 1, Monday, to 7, Sunday.';
const weekday = wholeNumber({ missing: WEEKDAY_ASKED, wrong: WEEKDAY_ASKED, least: 1, most: 7 });
const NO_COMMON_DAY =
  'Washington works Monday to Friday. Leave at least one of these days on which both work.';
const post = rowId('Choose a post.');

const dated = z.strictObject({
  cycleId: rowId('Choose a cycle.'),
  kind: choice(MILESTONE_KINDS, 'Choose which date of the cycle this is.'),
  nature: choice(['instructed', 'actual'], 'Choose whether it was instructed or happened.'),
  on: calendarDate,
  until: calendarDate.nullish(),
  /** Whether a person is sure of a day far from the cycle. */
  sure: ticked(),
});

const endsAfterItBegins = (given: { on: string; until?: string | null | undefined }) =>
  !given.until || given.until >= given.on;
const ENDS_TOO_SOON = { path: ['until'], message: 'The last day must not lie before the first.' };

/** A milestone as a person enters it: statutory ones are computed and cannot be entered. */
export const MilestoneInput = dated.extend({ source: note }).refine(endsAfterItBegins, ENDS_TOO_SOON);

/** See {@link MilestoneInput}. */
export type MilestoneGiven = z.input<typeof MilestoneInput>;

/** A milestone as far as it can move deadlines; where it comes from moves none. */
export const MilestoneDateInput = dated
  .extend({ source: note.optional() })
  .refine(endsAfterItBegins, ENDS_TOO_SOON);

/** See {@link MilestoneDateInput}. */
export type MilestoneDateGiven = z.input<typeof MilestoneDateInput>;
/** The same as it was read. */
export type MilestoneDateRead = z.output<typeof MilestoneDateInput>;

/** A post's weekend from a day on (null: since always), as ISO weekdays; five days off at most. */
export const WorkWeekInput = z.strictObject({
  postId: post,
  from: calendarDate.nullable(),
  weekend: z
    .array(weekday, WEEKDAY_ASKED)
    .min(1, 'Choose at least one day off.')
    .max(5, 'Choose at most five days off.')
    .refine((days) => new Set(days).size === days.length, 'A day stands there twice.')
    .refine(sharesWorkday, { error: NO_COMMON_DAY, params: { code: 'no-common-working-day' } }),
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

/** The time zone of a post as it should have been, and who says so. */
export const ZoneInput = z.strictObject({
  postId: post,
  zone: line('Choose a time zone.', LONGEST_NOTE).refine(isZone, {
    error: 'Choose a time zone by its name, for example Asia/Dushanbe.',
    params: { code: 'zone-unknown' },
  }),
  source: note,
});

/** See {@link ZoneInput}. */
export type ZoneGiven = z.input<typeof ZoneInput>;

/** Which post deals with a country; null when none does. */
export const LeadPostInput = z.strictObject({
  countryId: rowId('Choose a country.'),
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
  kind: choice(TABLE_KINDS, 'Choose what the table holds.'),
  rows: z.array(
    z.object(
      { line: lineNumber, cells: z.record(z.string(), cell(CELLS_ASKED), CELLS_ASKED) },
      'Give each row with its line and its cells.',
    ),
    'Give the rows of the table.',
  ),
  misfits: z
    .array(z.object({ line: lineNumber, reason: cell('Say what is wrong with the line.') }))
    .default([]),
  preview: z.boolean('Say whether this is only a preview.'),
});

/** See {@link TableInput}. */
export type TableGiven = z.input<typeof TableInput>;
