import fc from 'fast-check';
import { addDays } from './calendar-date';
import { SOON_DAYS, deadlineState } from './deadline-state';
import type { DeadlineFacts, DeadlineState } from './deadline-state';

const on = (today: string, changes: Partial<DeadlineFacts> = {}): DeadlineFacts => ({
  statutory: '2009-11-15',
  effective: '2009-11-13',
  today,
  ...changes,
});

describe('the state of the deadline of Sunday 15 Nov 2009, effective on Friday the 13th', () => {
  test.each<[string, DeadlineFacts, DeadlineState]>([
    ['15 days before: upcoming', on('2009-10-29'), { state: 'upcoming', pastStatutory: false }],
    ['14 days before: soon', on('2009-10-30'), { state: 'soon', pastStatutory: false }],
    ['the day before: soon', on('2009-11-12'), { state: 'soon', pastStatutory: false }],
    ['the day itself: due', on('2009-11-13'), { state: 'due', pastStatutory: false }],
    [
      'Saturday: overdue, the law’s day not yet past',
      on('2009-11-14'),
      { state: 'overdue', pastStatutory: false },
    ],
    [
      'Sunday, the law’s day: overdue, not past it',
      on('2009-11-15'),
      { state: 'overdue', pastStatutory: false },
    ],
    ['Monday: overdue and past the law’s day', on('2009-11-16'), { state: 'overdue', pastStatutory: true }],
    ['met in time', on('2009-11-12', { metOn: '2009-11-11' }), { state: 'met', pastStatutory: false }],
    ['met, long ago', on('2010-01-05', { metOn: '2009-11-20' }), { state: 'met', pastStatutory: true }],
    ['waived', on('2009-11-16', { waivedOn: '2009-11-10' }), { state: 'waived', pastStatutory: true }],
    [
      'met and waived: met',
      on('2009-11-01', { metOn: '2009-10-30', waivedOn: '2009-10-29' }),
      { state: 'met', pastStatutory: false },
    ],
    [
      'neither, told as null',
      on('2009-11-13', { metOn: null, waivedOn: null }),
      { state: 'due', pastStatutory: false },
    ],
  ])('%s', (_case, given, expected) => {
    expect(deadlineState(given)).toEqual(expected);
  });

  it('refuses a text that is no date', () => {
    expect(() => deadlineState(on('tomorrow'))).toThrow(RangeError);
  });

  it('an open deadline is overdue exactly after its effective date and soon for two weeks before it', () => {
    fc.assert(
      fc.property(fc.integer({ min: -400, max: 400 }), (daysLeft) => {
        const { state } = deadlineState(on(addDays('2009-11-13', -daysLeft)));
        expect(state === 'overdue').toBe(daysLeft < 0);
        expect(state === 'due').toBe(daysLeft === 0);
        expect(state === 'soon').toBe(daysLeft > 0 && daysLeft <= SOON_DAYS);
      }),
    );
  });
});
