import { codesOf } from '@demarche/words';
import { z } from 'zod';
import { SubjectNamesAnswer } from '../../parts/shared.answer';

const RefusedLineAnswer = z.object({
  line: z.number(),
  code: z.string(),
  reason: z.string(),
});

/** What a table did, or in a preview would do. `accepted` is the sum of added, changed and unchanged lines; `changes` names those that add or change something, `refused` the others, line by line. */
export const TableReportAnswer = z.object({
  kind: z.enum(codesOf('table-kind')),
  preview: z.boolean(),
  accepted: z.number(),
  added: z.number(),
  changed: z.number(),
  unchanged: z.number(),
  changes: z.array(
    z.object({
      line: z.number(),
      act: z.enum(codesOf('line-act')),
      subject: z.string(),
    }),
  ),
  refused: z.array(RefusedLineAnswer),
});

/** The country’s id. */
export const RegisterSetLeadPostAnswer = z.object({
  id: z.string(),
});

/** The id of the work week. */
export const RegisterSetWorkWeekAnswer = z.object({
  id: z.string(),
});

/** The id of the holiday. */
export const RegisterAddHolidayAnswer = z.object({
  id: z.string(),
});

/** The id of the holiday that is gone. */
export const RegisterRemoveHolidayAnswer = z.object({
  id: z.string(),
});

/** The id of the cycle. */
export const RegisterOpenCycleAnswer = z.object({
  id: z.string(),
});

/** The id of the milestone. One of the same kind and nature is replaced. */
export const RegisterSetMilestoneAnswer = z.object({
  id: z.string(),
});

/** The id of the post. Reminders still to come are planned anew. */
export const RegisterCorrectZoneAnswer = z.object({
  id: z.string(),
});

/** The deadlines that a date of a cycle would move, and those that people have moved and that stay. */
export const ForeseenMovesAnswer = z.object({
  rows: z.array(
    z.object({
      deadlineId: z.string(),
      subject: SubjectNamesAnswer,
      ownerName: z.string(),
      title: z.string(),
      from: z.string(),
      to: z.string(),
      follows: z.boolean(),
    }),
  ),
});
