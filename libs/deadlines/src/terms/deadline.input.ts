import { isCalendarDate } from '@demarche/rules';
import { z } from 'zod';
import { DEADLINE_KINDS } from './deadline-kind';

const LONGEST_TITLE = 200;
const LONGEST_REASON = 1_000;
const LONGEST_ID = 64;

const rowId = (ask: string) => z.string({ error: ask }).trim().min(1, ask).max(LONGEST_ID, ask);

const day = (ask: string) =>
  z
    .string({ error: ask })
    .trim()
    .refine(isCalendarDate, {
      error: `${ask} Write it as year-month-day, for example 2009-11-15.`,
    });

const line = (ask: string, longest: number) =>
  z.string({ error: ask }).trim().min(1, ask).max(longest, `Keep this under ${longest} characters.`);

const blankIs = (empty: null | undefined) => (given: unknown) =>
  typeof given === 'string' && given.trim() === '' ? empty : given;

/** Left out means the plan's own post; an empty choice means Washington. */
const post = z.preprocess(blankIs(null), rowId('Choose a post.').nullable().optional());

const owner = rowId('Choose who owns this deadline.');

/** The version the person saw; its absence is for the store to refuse. Forms send it as text. */
const seenVersion = z.preprocess(
  (given) => (typeof given === 'string' && /^\d+$/.test(given) ? Number(given) : blankIs(undefined)(given)),
  z.number({ error: 'The version is a whole number.' }).int('The version is a whole number.').optional(),
);

const seen = { id: rowId('Say which deadline this is about.'), version: seenVersion };

/** A new deadline on a plan, or on one of its recommendations. */
export const NewDeadlineInput = z.strictObject({
  planId: rowId('Say which plan this deadline belongs to.'),
  recommendationId: z.preprocess(blankIs(null), rowId('Choose a recommendation.').nullable().default(null)),
  kind: z.enum(DEADLINE_KINDS, { error: 'Choose what the deadline is about.' }),
  title: line('Say what is owed.', LONGEST_TITLE),
  statutoryOn: day('Say on which day it falls due.'),
  postId: post,
  ownerId: owner,
});

/** A deadline that gets another date. */
export const MovedDeadlineInput = z.strictObject({ ...seen, statutoryOn: day('Say the new day.') });

/** A deadline that was met on a day, perhaps by a logged act. */
export const MetDeadlineInput = z.strictObject({
  ...seen,
  on: day('Say on which day it was met.'),
  effortId: z.preprocess(blankIs(null), rowId('Choose the act.').nullable().default(null)),
});

/** A deadline that need not be met any more. */
export const WaivedDeadlineInput = z.strictObject({
  ...seen,
  reason: line('Say why it is waived.', LONGEST_REASON),
});

/** A deadline that somebody else owns from now on. */
export const ReassignedDeadlineInput = z.strictObject({ ...seen, ownerId: owner });

/** A new deadline as a caller gives it. */
export type NewDeadline = z.input<typeof NewDeadlineInput>;
/** A new deadline as it was read. */
export type DeadlineRead = z.output<typeof NewDeadlineInput>;
/** A move as a caller gives it. */
export type MovedDeadline = z.input<typeof MovedDeadlineInput>;
/** A meeting as a caller gives it. */
export type MetDeadline = z.input<typeof MetDeadlineInput>;
/** A waiver as a caller gives it. */
export type WaivedDeadline = z.input<typeof WaivedDeadlineInput>;
/** A change of owner as a caller gives it. */
export type ReassignedDeadline = z.input<typeof ReassignedDeadlineInput>;
