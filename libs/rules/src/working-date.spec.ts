import fc from 'fast-check';
import { addDays, daysBetween, weekdayOf } from './calendar-date';
import {
  addWorkingDays,
  isWorkingDay,
  sharesWorkday,
  washingtonCalendar,
  workingDate,
  workingDaysBetween,
} from './working-date';
import type { WorkCalendar, WorkWeek } from './working-date';

const post = (workWeeks: WorkWeek[], holidays: WorkCalendar['holidays'] = []): WorkCalendar => ({
  where: 'post',
  workWeeks,
  holidays,
});
const always = (...weekend: number[]): WorkWeek[] => [{ from: null, weekend }];

const washington = washingtonCalendar(2009);
const dushanbe = post(always(6, 7));
const cairo = post(always(5, 6));
const muscat = post([
  { from: '2013-05-01', weekend: [5, 6] },
  { from: null, weekend: [4, 5] },
]);

describe('the working date', () => {
  test.each([
    ['15 Nov 2009, a Sunday, for Dushanbe', dushanbe, { statutory: '2009-11-15', effective: '2009-11-13' }],
    [
      '15 Nov 2009 for Cairo, closed on Friday and Saturday',
      cairo,
      { statutory: '2009-11-15', effective: '2009-11-12' },
    ],
    [
      '15 Nov 2009 for Muscat, closed on Thursday and Friday that year',
      muscat,
      { statutory: '2009-11-15', effective: '2009-11-10' },
    ],
    [
      '15 Feb 2010, Washington’s Birthday, for Dushanbe',
      dushanbe,
      { statutory: '2010-02-15', effective: '2010-02-12' },
    ],
    [
      '1 Feb 2010, a Monday on which all work',
      dushanbe,
      { statutory: '2010-02-01', effective: '2010-02-01' },
    ],
    ['31 Dec 2010, kept as New Year’s Day', dushanbe, { statutory: '2010-12-31', effective: '2010-12-30' }],
  ])('%s', (_case, party, expected) => {
    expect(workingDate(expected.statutory, [washington, party])).toMatchObject(expected);
  });

  test.each([
    ['2024-06-30', 2024, '2024-06-28'],
    ['2026-02-01', 2026, '2026-01-30'],
    ['2022-01-01', 2022, '2021-12-30'],
    ['2025-11-11', 2025, '2025-11-10'],
  ])('%s for Washington alone', (statutory, year, effective) => {
    expect(workingDate(statutory, [washingtonCalendar(year)]).effective).toBe(effective);
  });

  it('gives one reason for every skipped day and party, from the statutory date backwards', () => {
    expect(workingDate('2009-11-15', [washington, muscat]).reasons).toEqual([
      { date: '2009-11-15', code: 'weekend', where: 'washington' },
      { date: '2009-11-14', code: 'weekend', where: 'washington' },
      { date: '2009-11-13', code: 'weekend', where: 'post' },
      { date: '2009-11-12', code: 'weekend', where: 'post' },
      { date: '2009-11-11', code: 'holiday', where: 'washington', name: 'Veterans Day' },
    ]);
    expect(workingDate('2009-11-15', [washington, dushanbe]).reasons).toEqual([
      { date: '2009-11-15', code: 'weekend', where: 'washington' },
      { date: '2009-11-15', code: 'weekend', where: 'post' },
      { date: '2009-11-14', code: 'weekend', where: 'washington' },
      { date: '2009-11-14', code: 'weekend', where: 'post' },
    ]);
    expect(workingDate('2010-02-01', [washington, dushanbe]).reasons).toEqual([]);
  });

  it('counts a host holiday once its row exists', () => {
    const withHoliday = post(always(6, 7), [{ date: '2009-11-06', name: 'Constitution Day' }]);
    expect(workingDate('2009-11-06', [washington, withHoliday])).toEqual({
      statutory: '2009-11-06',
      effective: '2009-11-05',
      reasons: [{ date: '2009-11-06', code: 'holiday', where: 'post', name: 'Constitution Day' }],
    });
  });

  it('tells a holiday on a weekend as a weekend', () => {
    expect(workingDate('2009-07-04', [washington]).reasons).toEqual([
      { date: '2009-07-04', code: 'weekend', where: 'washington' },
      { date: '2009-07-03', code: 'holiday', where: 'washington', name: 'Independence Day (observed)' },
    ]);
  });

  test.each([
    ['2013-04-25', false, 'a Thursday before the change'],
    ['2013-04-27', true, 'a Saturday before the change'],
    ['2013-05-02', true, 'a Thursday after the change'],
    ['2013-05-04', false, 'a Saturday after the change'],
  ])('reads a dated work week on %s: %s (%s)', (date, works) => {
    expect(isWorkingDay(date, [muscat])).toBe(works);
  });

  it('reads days before the first dated week by that week, and a party without weeks by its holidays alone', () => {
    expect(isWorkingDay('2009-11-13', [post([{ from: '2020-01-01', weekend: [5] }])])).toBe(false);
    expect(isWorkingDay('2009-11-15', [post([])])).toBe(true);
    expect(isWorkingDay('2009-11-15', [])).toBe(true);
  });

  it('refuses parties that share no working day', () => {
    expect(() => workingDate('2009-11-15', [post(always(1, 2, 3)), post(always(4, 5, 6, 7))])).toThrow(
      RangeError,
    );
    expect(() => addWorkingDays('2009-11-15', 1, [post(always(1, 2, 3, 4, 5, 6, 7))])).toThrow(RangeError);
  });
});

describe('counting in working days', () => {
  test.each([
    ['2009-11-13', -1, '2009-11-12'],
    ['2009-11-13', -2, '2009-11-10'],
    ['2009-11-13', -5, '2009-11-05'],
    ['2009-11-13', -10, '2009-10-29'],
    ['2009-11-13', 1, '2009-11-16'],
    ['2009-11-15', 1, '2009-11-16'],
    ['2009-11-15', 0, '2009-11-15'],
    ['2009-11-25', 1, '2009-11-27'],
  ])('%s and %i working days in Washington and Dushanbe is %s', (date, days, reached) => {
    expect(addWorkingDays(date, days, [washington, dushanbe])).toBe(reached);
  });

  test.each([
    ['2009-11-04', '2009-11-13', 6],
    ['2009-11-12', '2009-11-13', 1],
    ['2009-11-13', '2009-11-13', 0],
    ['2009-11-13', '2009-11-15', 0],
    ['2009-11-16', '2009-11-13', -1],
    ['2009-11-14', '2009-11-13', 0],
    ['2009-11-18', '2009-11-13', -3],
  ])('from %s to %s there are %i in Washington and Dushanbe', (from, to, count) => {
    expect(workingDaysBetween(from, to, [washington, dushanbe])).toBe(count);
  });
});

describe('a weekend', () => {
  test.each([
    [[6, 7], true],
    [[5, 6], true],
    [[1, 2, 3, 4], true],
    [[1, 2, 3, 4, 5], false],
    [[1, 2, 3, 4, 5, 6, 7], false],
  ])('of %j shares a working day with Washington: %s', (weekend, shares) => {
    expect(sharesWorkday(weekend)).toBe(shares);
  });
});

describe('days that are centuries apart', () => {
  const parties = [washington, dushanbe];

  test.each([
    ['0209-11-15', '2009-11-04'],
    ['2009-11-04', '9999-12-31'],
    ['0001-01-01', '9999-12-31'],
  ])('%s to %s is counted in less than a millisecond', (from, to) => {
    const started = process.cpuUsage();
    const times = 200;
    for (let time = 0; time < times; time += 1) workingDaysBetween(from, to, parties);
    expect(process.cpuUsage(started).user / 1_000 / times).toBeLessThan(1);
  });

  it('are counted like any others', () => {
    expect(workingDaysBetween('2008-12-31', '9999-12-31', [])).toBe(daysBetween('2008-12-31', '9999-12-31'));
    expect(workingDaysBetween('0209-11-15', '0210-11-15', [post(always(6, 7))])).toBe(261);
  });
});

describe('whatever the calendars', () => {
  const anyDate = fc.integer({ min: 0, max: 6000 }).map((days) => addDays('2006-01-01', days));
  const anyWeekend = fc.uniqueArray(fc.integer({ min: 1, max: 7 }), { maxLength: 3 });
  const anyHolidays = fc.array(
    anyDate.map((date) => ({ date, name: 'Feast' })),
    { maxLength: 40 },
  );
  const anyPost = fc
    .tuple(anyWeekend, anyDate, anyWeekend, anyHolidays)
    .map(([before, from, after, holidays]) =>
      post(
        [
          { from: null, weekend: before },
          { from, weekend: after },
        ],
        holidays,
      ),
    );
  const anyDay = fc.record({ date: anyDate, host: anyPost }).map(({ date, host }) => ({
    date,
    parties: [washingtonCalendar(Number(date.slice(0, 4))), host],
  }));
  // A post may close on the very days Washington works: such pairs are refused, which another test shows.
  const sharedDay = anyDay.filter(({ parties }) =>
    [1, 2, 3, 4, 5].some((weekday) =>
      parties[1]?.workWeeks.every(({ weekend }) => !weekend.includes(weekday)),
    ),
  );

  it('the effective date is the last common working day not after the statutory one', () => {
    fc.assert(
      fc.property(sharedDay, ({ date, parties }) => {
        const { effective, reasons } = workingDate(date, parties);
        expect(effective <= date).toBe(true);
        expect(isWorkingDay(effective, parties)).toBe(true);
        for (let day = addDays(effective, 1); day <= date; day = addDays(day, 1)) {
          expect(isWorkingDay(day, parties)).toBe(false);
          expect(reasons.some((reason) => reason.date === day)).toBe(true);
        }
        const told = reasons.map((reason) => `${reason.date} ${reason.where}`);
        expect(new Set(told).size).toBe(told.length);
      }),
    );
  });

  it('as many working days forth as back lead home from a working day', () => {
    fc.assert(
      fc.property(sharedDay, fc.integer({ min: -30, max: 30 }), ({ date, parties }, days) => {
        const start = workingDate(date, parties).effective;
        const reached = addWorkingDays(start, days, parties);
        expect(isWorkingDay(reached, parties)).toBe(true);
        expect(addWorkingDays(reached, -days, parties)).toBe(start);
        expect(workingDaysBetween(start, reached, parties)).toBe(days);
      }),
    );
  });

  it('counting whole weeks comes to the same as counting day by day', () => {
    fc.assert(
      fc.property(anyDay, fc.integer({ min: 0, max: 900 }), ({ date, parties }, days) => {
        const until = addDays(date, days);
        let counted = 0;
        for (let day = date; day < until;) {
          day = addDays(day, 1);
          if (isWorkingDay(day, parties)) counted += 1;
        }
        expect(workingDaysBetween(date, until, parties)).toBe(counted);
        expect(workingDaysBetween(until, date, parties)).toBe(-counted || 0);
      }),
    );
  });

  it('a work week without holidays has as many working days as it has open weekdays', () => {
    fc.assert(
      fc.property(anyDate, anyWeekend, (date, weekend) => {
        const parties = [post([{ from: null, weekend }])];
        expect(workingDaysBetween(date, addDays(date, 7), parties)).toBe(7 - weekend.length);
        expect(isWorkingDay(date, parties)).toBe(!weekend.includes(weekdayOf(date)));
      }),
    );
  });
});
