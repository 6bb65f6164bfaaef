import { CONTRIBUTIONS, governmentCredit, PARTIES } from '@demarche/rules';
import { z } from 'zod';
import { ruleOf } from './rule-card';

/** Whether an act counts for the host government. */
export const governmentCreditRule = ruleOf({
  name: 'government-credit',
  summary: 'Whether an act counts for the host government, and what is missing where it does not yet.',
  input: z.strictObject({
    ranBy: z.enum(PARTIES).describe('who ran the act'),
    paidBy: z.enum(PARTIES).describe('who paid for it'),
    governmentGave: z
      .array(z.enum(CONTRIBUTIONS))
      .default([])
      .describe('what the government put into it; left out: nothing'),
    role: z.string().nullable().default(null).describe('in words, what the government did in it'),
  }),
  example: { ranBy: 'ngo', paidBy: 'us', governmentGave: ['premises'], role: null },
  verdict: {
    verdict: 'credit-if-role-shown',
    reasons: [{ code: 'role-missing', field: 'role' }],
    missing: ['role'],
  },
  decide: (given) => governmentCredit(given),
});
