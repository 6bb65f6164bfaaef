import { isCalendarDate, MILESTONE_KINDS } from '@demarche/rules';
import { z } from 'zod';
import { TABLE_KINDS } from './table';

const LONGEST_NOTE = 500;

const calendarDate = z.string().refine(isCalendarDate, 'Enter a date such as 2009-11-15.');
const note = z
  .string()
  .trim()
  .min(1, 'Do not leave this empty.')
  .max(LONGEST_NOTE, `Use at most ${LONGEST_NOTE} characters.`);
const weekday = z.number().int().min(1).max(7);

/** A milestone as a person enters it: statutory ones are computed and cannot be entered. */
export const MilestoneInput = z
  .strictObject({
    cycleId: z.string(),
    kind: z.enum(MILESTONE_KINDS),
    nature: z.enum(['instructed', 'actual']),
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
  postId: z.string(),
  from: calendarDate.nullable(),
  weekend: z
    .array(weekday)
    .min(1)
    .max(5)
    .refine((days) => new Set(days).size === days.length, 'A day stands there twice.'),
  source: note,
});

/** See {@link WorkWeekInput}. */
export type WorkWeekGiven = z.input<typeof WorkWeekInput>;

/** A day on which a post is closed. */
export const HolidayInput = z.strictObject({
  postId: z.string(),
  on: calendarDate,
  name: note,
  source: note,
});

/** See {@link HolidayInput}. */
export type HolidayGiven = z.input<typeof HolidayInput>;

/** Which post deals with a country; null when none does. */
export const LeadPostInput = z.strictObject({ countryId: z.string(), postId: z.string().nullable() });

/** See {@link LeadPostInput}. */
export type LeadPostGiven = z.input<typeof LeadPostInput>;

/**
 * A larger table: rows already read from CSV, each with its line in the file and its cells by column name. `misfits`
 * are the lines that could not be read as a row; the report names them among the refused.
 */
export const TableInput = z.strictObject({
  kind: z.enum(TABLE_KINDS),
  rows: z.array(z.object({ line: z.number().int(), cells: z.record(z.string(), z.string()) })),
  misfits: z.array(z.object({ line: z.number().int(), reason: z.string() })).default([]),
  preview: z.boolean(),
});

/** See {@link TableInput}. */
export type TableGiven = z.input<typeof TableInput>;
