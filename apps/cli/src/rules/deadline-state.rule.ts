import { deadlineState, workingDate } from '@demarche/rules';
import { z } from 'zod';
import { partiesAround } from './parties';
import { ruleOf } from './rule-card';
import { calendarDate, postName } from './rule-fields';

/** Where a deadline stands on a day. */
export const deadlineStateRule = ruleOf({
  name: 'deadline-state',
  summary: 'Where a deadline stands on a day at the post.',
  input: z.strictObject({
    statutory: calendarDate.describe('the date as the law or the instruction states it'),
    effective: calendarDate
      .nullish()
      .describe('the working date; left out: reckoned from the statutory date and the post'),
    post: postName
      .nullable()
      .default(null)
      .describe('city or cable token; read only without an effective date'),
    today: calendarDate.describe('the calendar date at the post'),
    metOn: calendarDate.nullish().describe('when it was met'),
    waivedOn: calendarDate.nullish().describe('when it was waived'),
  }),
  example: { statutory: '2009-11-15', effective: '2009-11-13', today: '2009-11-14' },
  verdict: { state: 'overdue', pastStatutory: false },
  decide: async ({ post, ...given }, posts) => {
    const { statutory } = given;
    const effective =
      given.effective ??
      workingDate(statutory, (await partiesAround(statutory, post, posts)).parties).effective;
    return deadlineState({ ...given, effective });
  },
});
