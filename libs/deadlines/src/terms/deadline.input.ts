import {
  choice,
  day,
  idOf,
  line,
  optionalText,
  rowId,
  rowIdOrNull,
  seenVersion,
  text,
  ticked,
} from '@demarche/base';
import { codesOf } from '@demarche/words';
import { z } from 'zod';
import { DEADLINE_KINDS } from './deadline-kind';

const LONGEST_REASON = 1_000;

const isBlank = (given: unknown) => typeof given === 'string' && given.trim() === '';

/** Left out means the plan's own post; an empty choice means Washington. */
const post = z.preprocess(
  (given) => (isBlank(given) ? null : given),
  rowId('Choose a post.').nullable().optional(),
);

/** What the law sets is known from the cycle; a person says only whether somebody instructed it. */
const nature = z
  .preprocess(
    (given) => (isBlank(given) ? undefined : given),
    z.enum(codesOf('deadline-nature'), { error: 'Choose who set the date.' }).optional(),
  )
  .optional();

const owner = rowId('Choose who owns this deadline.');
const seen = { id: idOf('deadline'), version: seenVersion() };

/** A day that is owed, who set it, and whether a person is sure of one far from the cycle. */
const date = (ask: string) => ({ statutoryOn: day(ask), nature, sure: ticked() });

/** A new deadline on a plan, or on one of its recommendations. */
export const NewDeadlineInput = z.strictObject({
  planId: rowId('Say which plan this deadline belongs to.'),
  recommendationId: rowIdOrNull('Choose a recommendation.'),
  kind: choice(DEADLINE_KINDS, 'Choose what the deadline is about.'),
  title: line('Say what is owed.'),
  ...date('Say on which day it falls due.'),
  postId: post,
  ownerId: owner,
  /** Mails travel in the open: they name the kind and a reference, and the title only where somebody says that it may be read. */
  quoteTitleInMail: ticked(),
});

/** A deadline that gets another date, and why. */
export const MovedDeadlineInput = z.strictObject({
  ...seen,
  ...date('Say the new day.'),
  reason: optionalText(LONGEST_REASON),
});

/** A deadline that was met on a day, perhaps by a logged act. */
export const MetDeadlineInput = z.strictObject({
  ...seen,
  on: day('Say on which day it was met.'),
  sure: ticked(),
  effortId: rowIdOrNull('Choose the act.'),
});

/** A deadline that need not be met any more. */
export const WaivedDeadlineInput = z.strictObject({
  ...seen,
  reason: text('Say why it is waived.', LONGEST_REASON),
});

/** A deadline that is owed again. */
export const ReopenedDeadlineInput = z.strictObject({
  ...seen,
  reason: text('Say why it is opened again.', LONGEST_REASON),
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
/** A reopening as a caller gives it. */
export type ReopenedDeadline = z.input<typeof ReopenedDeadlineInput>;
/** A change of owner as a caller gives it. */
export type ReassignedDeadline = z.input<typeof ReassignedDeadlineInput>;
