import { workingDate } from '@demarche/rules';
import { z } from 'zod';
import { partiesAround } from './parties';
import { ruleOf } from './rule-card';
import { calendarDate, postName } from './rule-fields';

/** The last day on which everybody concerned still works. */
export const workingDateRule = ruleOf({
  name: 'working-date',
  summary: 'The latest day on or before a date on which Washington and the post both work.',
  input: z.strictObject({
    date: calendarDate.describe('the date as the law or the instruction states it'),
    post: postName.nullable().default(null).describe('city or cable token; left out: Washington alone'),
  }),
  example: { date: '2009-11-15', post: 'Dushanbe' },
  verdict: {
    statutory: '2009-11-15',
    effective: '2009-11-13',
    reasons: [
      { date: '2009-11-15', code: 'weekend', where: 'washington' },
      { date: '2009-11-15', code: 'weekend', where: 'post' },
      { date: '2009-11-14', code: 'weekend', where: 'washington' },
      { date: '2009-11-14', code: 'weekend', where: 'post' },
    ],
  },
  decide: async ({ date, post }, posts) =>
    workingDate(date, (await partiesAround(date, post, posts)).parties),
});
