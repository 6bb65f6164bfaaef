import { Invalid } from '@demarche/base';
import { reminderPlan, workingDate } from '@demarche/rules';
import { z } from 'zod';
import { partiesAround } from './parties';
import { ruleOf } from './rule-card';
import { calendarDate, postName, timeOfDay } from './rule-fields';

// Earlier than any reminder, so that none counts as past when nobody says from when the plan is seen.
const LONG_BEFORE = '0001-01-01';

const overdueAt = (to: string) => ({
  step: 'overdue',
  date: '2009-11-16',
  time: '09:00',
  zone: 'Asia/Dushanbe',
  to,
});

/** Who is reminded of a deadline, and when. */
export const reminderPlanRule = ruleOf({
  name: 'reminder-plan',
  summary: 'Who is reminded of a deadline, when, and which reminders come too late to be sent.',
  input: z.strictObject({
    effective: calendarDate.nullish().describe('the working date of the deadline'),
    statutory: calendarDate
      .nullish()
      .describe('in its place: the date that the working date is reckoned from'),
    post: postName.nullable().default(null).describe('city or cable token; left out: Washington alone'),
    plannedOn: calendarDate
      .nullish()
      .describe('the day of planning in the post’s zone; left out: early enough for every step'),
    plannedTime: timeOfDay.nullish().describe('the time of planning in the post’s zone; left out: 00:00'),
  }),
  example: { effective: '2009-11-13', post: 'Dushanbe', plannedOn: '2009-11-04' },
  verdict: [
    {
      step: 'ten-days',
      date: '2009-10-29',
      time: '09:00',
      zone: 'Asia/Dushanbe',
      to: 'owner',
      skipped: 'already-past',
    },
    { step: 'five-days', date: '2009-11-05', time: '09:00', zone: 'Asia/Dushanbe', to: 'owner' },
    { step: 'one-day', date: '2009-11-12', time: '09:00', zone: 'Asia/Dushanbe', to: 'owner' },
    overdueAt('owner'),
    overdueAt('manager'),
  ],
  decide: async ({ effective, statutory, post, plannedOn, plannedTime }, posts) => {
    const stated = effective ?? statutory;
    if (!stated) throw Invalid.because('effective', 'missing', 'Give the effective or the statutory date.');
    const { zone, parties } = await partiesAround(stated, post, posts);
    return reminderPlan({
      effective: effective ?? workingDate(stated, parties).effective,
      zone,
      parties,
      plannedOn: plannedOn ?? LONG_BEFORE,
      ...(plannedTime ? { plannedTime } : {}),
    });
  },
});
