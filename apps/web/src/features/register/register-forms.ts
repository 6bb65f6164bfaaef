import { TABLE_KINDS } from '@demarche/register';
import { isCalendarDate, MILESTONE_KINDS } from '@demarche/rules';
import { z } from 'zod';

const LONGEST_NOTE = 500;
const LONGEST_TABLE = 900_000;

const day = (ask: string) =>
  z.string({ error: ask }).refine(isCalendarDate, { error: `${ask} Write it as 2009-11-15.` });
const line = (ask: string) =>
  z.string({ error: ask }).trim().min(1, ask).max(LONGEST_NOTE, `Use at most ${LONGEST_NOTE} characters.`);
const source = line('Say where this comes from, for example a notice of the post.');

/** The form of a lead post; an empty choice means that no post deals with the country. */
export const LeadPostForm = z.strictObject({ postId: z.string().optional() });

/** The form of a work week; an empty first day means since always. */
export const WorkWeekForm = z.strictObject({
  from: day('Enter the first day of this work week.').optional(),
  weekend: z.array(z.coerce.number(), { error: 'Tick the days off.' }),
  source,
});

/** The form of a host holiday. */
export const HolidayForm = z.strictObject({
  on: day('Enter the day.'),
  name: line('Enter the name of the holiday.'),
  source,
});

/** The form of a milestone. */
export const MilestoneForm = z.strictObject({
  kind: z.enum(MILESTONE_KINDS, { error: 'Choose which date of the cycle this is.' }),
  nature: z.enum(['instructed', 'actual'], { error: 'Choose whether it was told or happened.' }),
  on: day('Enter the day, or the first day.'),
  until: day('Enter the last day.').optional(),
  source,
});

/** The form that opens a cycle. */
export const CycleForm = z.strictObject({
  reportYear: z.coerce.number({ error: 'Enter the year of the report, for example 2010.' }),
});

/** The form of a table: its kind, and the text of the file. */
export const TableForm = z.strictObject({
  kind: z.enum(TABLE_KINDS, { error: 'Choose what the table holds.' }),
  text: z
    .string({ error: 'Choose a file, or paste the table with its heading line first.' })
    .max(LONGEST_TABLE, 'This table is too long for a page. Load it with the command line.'),
});

/** The form of a table whose file cannot be read: refused with the reason beside the file. */
export function refusedFile(fault: string) {
  return TableForm.partial().transform((_given, context): z.infer<typeof TableForm> => {
    context.addIssue({ code: 'custom', path: ['file'], message: fault });
    return z.NEVER;
  });
}
