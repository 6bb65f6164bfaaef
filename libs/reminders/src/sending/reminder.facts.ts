import { z } from 'zod';

/** The words that `reminder.hbs` may use. None of them was typed by a person: mail travels in the open. */
export const ReminderFacts = z.object({
  country: z.string().describe('Name of the country'),
  cycle: z.string().describe('The two years of the cycle, for example 2009–10'),
  what: z.string().describe('What is owed, for example progress report'),
  shortDue: z.string().describe('The working day on which it can be met, for example Fri 13 Nov'),
  dueDay: z.string().describe('The same day with its year'),
  statutoryDay: z.string().describe('The day that the law or the instruction names'),
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
