import { codesOf } from '@demarche/words';
import { z } from 'zod';
import { listOf } from '../../http/api/listing';
import { SubjectNamesAnswer } from '../../parts/shared.answer';

const ShiftReasonAnswer = z.object({
  date: z.string(),
  code: z.enum(codesOf('day-off')),
  where: z.enum(['post', 'washington']),
  name: z.string().optional(),
});

/** A date owed by someone: the day the law or an instruction names, and the working day on which it can be met. */
export const DeadlineAnswer = z.object({
  id: z.string(),
  planId: z.string().nullable(),
  subjectKind: z.enum(codesOf('deadline-subject')),
  subjectId: z.string(),
  countryId: z.string(),
  cycleId: z.string().nullable(),
  rule: z.string().nullable(),
  recommendationId: z.string().nullable(),
  kind: z.enum(codesOf('deadline-kind')),
  title: z.string(),
  statutoryOn: z.string(),
  effectiveOn: z.string(),
  reasons: z.array(ShiftReasonAnswer),
  nature: z.enum(codesOf('deadline-nature')),
  isTitleQuoted: z.boolean(),
  postId: z.string().nullable(),
  ownerId: z.string(),
  metOn: z.string().nullable(),
  metBy: z.string().nullable(),
  waivedOn: z.string().nullable(),
  waiveReason: z.string().nullable(),
  version: z.number(),
  createdAt: z.string(),
});

const ReminderShownAnswer = z.object({
  recipientName: z.string(),
  response: z.string().nullable(),
  role: z.enum(['manager', 'owner']),
  id: z.string(),
  reason: z.enum(codesOf('reminder-reason')).nullable(),
  state: z.enum(codesOf('reminder-state')),
  deadlineId: z.string(),
  deadlineVersion: z.number(),
  step: z.enum(codesOf('reminder-step')),
  recipientId: z.string(),
  dueAt: z.string(),
  nextAt: z.string().nullable(),
  attempt: z.number(),
  sentAt: z.string().nullable(),
});

/** The names of a plan: those of a subject without its kind and its page. */
const PlanNamesAnswer = SubjectNamesAnswer.omit({ kind: true, href: true });

const ToldDeadlineAnswer = z.object({
  lastReminder: ReminderShownAnswer.nullable(),
  nextReminder: ReminderShownAnswer.nullable(),
  deadline: DeadlineAnswer,
  subject: SubjectNamesAnswer,
  plan: PlanNamesAnswer.nullable(),
  city: z.string(),
  zone: z.string(),
  state: z.enum(codesOf('deadline-state')),
  pastStatutory: z.boolean(),
  workingDaysLeft: z.number(),
  ownerName: z.string(),
  ownerGone: z.enum(codesOf('owner-gone')).nullable(),
  moved: z
    .object({ statutoryOn: z.string(), effectiveOn: z.string(), reason: z.string().nullable() })
    .nullable(),
  cycleOn: z.string().nullable(),
});

/** How many deadlines stand in each state. */
export const DeadlineTallyAnswer = z.object({
  met: z.number(),
  waived: z.number(),
  overdue: z.number(),
  due: z.number(),
  soon: z.number(),
  upcoming: z.number(),
});

const DayShownAnswer = z.object({
  statutoryOn: z.string(),
  effectiveOn: z.string(),
  ownerName: z.string(),
});

const DeadlineChangeAnswer = z.object({
  change: z.enum(codesOf('deadline-change')),
  reason: z.string().nullable(),
  at: z.string(),
  effortId: z.string().nullable(),
  byName: z.string(),
  before: DayShownAnswer,
  after: DayShownAnswer,
});

/** A deadline with all its changes and its whole ledger. */
export const ToldInFullAnswer = ToldDeadlineAnswer.extend({
  history: z.array(DeadlineChangeAnswer),
  reminders: z.array(ReminderShownAnswer),
});

/** Rows by effective date, 50 a page, each with its state, owner and reminders. */
export const DeadlinesBoardAnswer = listOf(ToldDeadlineAnswer);

/** Rows by effective date. */
export const DeadlinesOfAnswer = listOf(ToldDeadlineAnswer);

/** The deadlines that were set; those that stood already are left as they are. */
export const DeadlinesSetFromMilestonesAnswer = z.object({
  rows: z.array(DeadlineAnswer),
});
