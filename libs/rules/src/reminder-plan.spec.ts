import { reminderPlan } from './reminder-plan';
import type { ReminderFacts } from './reminder-plan';
import { washingtonCalendar } from './working-date';

const facts = (changes: Partial<ReminderFacts> = {}): ReminderFacts => ({
  effective: '2009-11-13',
  zone: 'Asia/Dushanbe',
  plannedOn: '2009-08-25',
  parties: [
    washingtonCalendar(2009),
    { where: 'post', workWeeks: [{ from: null, weekend: [6, 7] }], holidays: [] },
  ],
  ...changes,
});
const row = ({ step, date, to, skipped }: ReturnType<typeof reminderPlan>[number]) =>
  [step, date, to, skipped ?? 'planned'].join(' ');

describe('the reminders of a deadline effective on Friday 13 Nov 2009', () => {
  it('ring 10, 5 and 1 working days before and on the first working day after, around Veterans Day', () => {
    expect(reminderPlan(facts()).map(row)).toEqual([
      'ten-days 2009-10-29 owner planned',
      'five-days 2009-11-05 owner planned',
      'one-day 2009-11-12 owner planned',
      'overdue 2009-11-16 owner planned',
      'overdue 2009-11-16 manager planned',
    ]);
  });

  it('ring at nine in the post’s zone', () => {
    expect(reminderPlan(facts())[0]).toEqual({
      step: 'ten-days',
      date: '2009-10-29',
      time: '09:00',
      zone: 'Asia/Dushanbe',
      to: 'owner',
    });
  });

  test.each<[string, Partial<ReminderFacts>, string[]]>([
    ['on the day of the first step, hour untold: nothing is past', { plannedOn: '2009-10-29' }, []],
    ['at nine sharp: nothing is past', { plannedOn: '2009-10-29', plannedTime: '09:00' }, []],
    ['a minute later: the first is past', { plannedOn: '2009-10-29', plannedTime: '09:01' }, ['ten-days']],
    ['the day after: the first is past', { plannedOn: '2009-10-30' }, ['ten-days']],
    [
      'on the effective date: all but the overdue step',
      { plannedOn: '2009-11-13' },
      ['ten-days', 'five-days', 'one-day'],
    ],
    [
      'months late: the overdue step is still owed',
      { plannedOn: '2010-03-01' },
      ['ten-days', 'five-days', 'one-day'],
    ],
  ])('planned %s', (_case, changes, skipped) => {
    const plan = reminderPlan(facts(changes));
    expect(plan.filter((reminder) => reminder.skipped === 'already-past').map(({ step }) => step)).toEqual(
      skipped,
    );
    expect(plan).toHaveLength(5);
  });

  it('counts only days on which all parties work', () => {
    const cairo = { where: 'post' as const, workWeeks: [{ from: null, weekend: [5, 6] }], holidays: [] };
    const plan = reminderPlan(
      facts({ effective: '2009-11-12', zone: 'Africa/Cairo', parties: [washingtonCalendar(2009), cairo] }),
    );
    expect(plan.map(({ date }) => date)).toEqual([
      '2009-10-26',
      '2009-11-03',
      '2009-11-10',
      '2009-11-16',
      '2009-11-16',
    ]);
  });
});
