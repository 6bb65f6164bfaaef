import { z } from 'zod';
import { NotedAskFacts, NotedAskGroupFacts } from './ask.facts';
import { pointsFacts } from './talking-points.facts';

/** A date that falls due, and the working day on which it can be met. */
const DueFacts = z.object({
  on: z.string().describe('The day that was set, for longDate'),
  weekday: z.string().describe('Its weekday'),
  workingOn: z.string().describe('The last working day on or before it, for longDate'),
  workingWeekday: z.string().describe('The weekday of that one'),
  isShifted: z.boolean().describe('Whether the two days differ'),
});

/** How long a country may stay on the list, by the law of the report's year. */
const ClockFacts = z.object({
  years: z.number().int().describe('How many reports in a row lead to Tier 3'),
  countedAfter: z.string().describe('The day after which reports count, for longDate'),
  earliestReport: z.number().int().nullable().describe('First report it can bind, while that lies ahead'),
  waiverYears: z.number().int().describe('For how many years it may be waived'),
  yearsAfterReturn: z.number().int().nullable().describe('How long a country may return to the list'),
});

/** The words of `cable.hbs`. */
export const CableFacts = z.object({
  ...pointsFacts,
  cycleName: z.string().describe('The two years of the cycle, for example 2009–10'),
  to: z.string().describe('The addressee as cables name it, for example AMEMBASSY DUSHANBE'),
  postName: z.string().describe('The post, for example Embassy Dushanbe'),
  isSensitive: z.boolean().describe('Whether any paragraph is marked SBU'),
  executiveOrder: z.string().describe('Number of the order on classification in force'),
  tags: z.string().describe('The TAGS, the country’s own last'),
  references: z.array(z.object({ letter: z.string(), cable: z.string() })).describe('Earlier cables'),
  postReport: DueFacts.nullable().describe('When the post reports, once that date is set'),
  clock: ClockFacts.nullable().describe('The clock of consecutive years; none before the report of 2009'),
  planMark: z.string().describe('Mark of the paragraph that holds the plan'),
  hasNotes: z.boolean().describe('Whether any recommendation carries a note for the post'),
  highPriority: z.array(NotedAskFacts).describe('The high-priority recommendations'),
  others: z.array(NotedAskGroupFacts).describe('The others under their headings'),
});

/** The facts of one cable. */
export type CableFacts = z.infer<typeof CableFacts>;
