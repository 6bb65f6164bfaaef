import { STATISTIC_BASES, STATISTIC_CATEGORIES, STATISTIC_UNITS, statisticAcceptance } from '@demarche/rules';
import { z } from 'zod';
import { ruleOf } from './rule-card';

/** Whether a law-enforcement figure may be reported. */
export const statisticAcceptanceRule = ruleOf({
  name: 'statistic-acceptance',
  summary: 'Whether a law-enforcement figure may be reported, and everything that stands against it.',
  input: z.strictObject({
    term: z.string().describe('the term as the government uses it'),
    category: z
      .enum(STATISTIC_CATEGORIES)
      .nullable()
      .default(null)
      .describe('what a person mapped the term to; null: nobody has yet'),
    basis: z.enum(STATISTIC_BASES).describe('what the counted offence is'),
    evidence: z
      .string()
      .nullable()
      .default(null)
      .describe('for another offence: the evidence of trafficking'),
    count: z.number().describe('how many; negative and fractional counts are refused'),
    unit: z.enum(STATISTIC_UNITS).describe('what is counted'),
  }),
  example: {
    term: 'brothel raids',
    category: 'investigation',
    basis: 'related',
    evidence: null,
    count: 12,
    unit: 'cases',
  },
  verdict: {
    accepted: false,
    category: 'investigation',
    reasons: [{ code: 'related-offence', field: 'basis' }],
  },
  decide: (given) => statisticAcceptance(given),
});
