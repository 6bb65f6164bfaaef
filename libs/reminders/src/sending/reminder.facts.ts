import { z } from 'zod';

/** The words that `reminder.hbs` may use. Mail travels in the open: a title typed by a person is among them only where that person lets it be quoted. */
export const ReminderFacts = z.object({
  country: z.string().describe('Name of the country'),
  cycle: z
    .string()
    .describe('The two years of the cycle, for example 2009–10; empty for what belongs to no cycle'),
  what: z.string().describe('What is owed: the title where mails may quote it, else its kind and reference'),
  step: z.string().describe('The step that is owed, for example 5 working days before'),
  shortDue: z
    .string()
    .describe(
      'The working day on which it can be met, for example Fri 13 Nov; with its year where that is another one than now',
    ),
  dueDay: z.string().describe('The same day with its year'),
  dateNoun: z.string().describe('Who set the day: date by law, date instructed or date set'),
  statutoryDay: z.string().describe('The day that was set'),
  isShifted: z.boolean().describe('Whether the two days differ'),
  city: z.string().describe('Where the close of business counts'),
  daysLeft: z.number().int().describe('Working days left; 0 on the day itself'),
  daysLate: z.number().int().describe('Working days since the day; 0 until then'),
  isOverdue: z.boolean().describe('Whether the day has passed'),
  isForOwner: z.boolean().describe('Whether the reader owns the deadline'),
  link: z.string().describe('Address of the deadline’s page'),
});

/** The facts of one reminder. */
export type ReminderFacts = z.infer<typeof ReminderFacts>;
