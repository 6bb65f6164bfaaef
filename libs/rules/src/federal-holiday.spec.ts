import fc from 'fast-check';
import { addDays, weekdayOf } from './calendar-date';
import { federalHolidaysOf } from './federal-holiday';

const anyYear = fc.integer({ min: 1978, max: 2150 });
const isObserved = ({ name }: { name: string }) => name.endsWith('(observed)');

describe('federal holidays', () => {
  it('are these in 2009, when Independence Day fell on a Saturday', () => {
    expect(federalHolidaysOf(2009)).toEqual([
      { date: '2009-01-01', name: 'New Year’s Day' },
      { date: '2009-01-19', name: 'Martin Luther King Jr. Day' },
      { date: '2009-02-16', name: 'Washington’s Birthday' },
      { date: '2009-05-25', name: 'Memorial Day' },
      { date: '2009-07-03', name: 'Independence Day (observed)' },
      { date: '2009-07-04', name: 'Independence Day' },
      { date: '2009-09-07', name: 'Labor Day' },
      { date: '2009-10-12', name: 'Columbus Day' },
      { date: '2009-11-11', name: 'Veterans Day' },
      { date: '2009-11-26', name: 'Thanksgiving Day' },
      { date: '2009-12-25', name: 'Christmas Day' },
    ]);
  });

  test.each([
    ['2010-02-15', 'Washington’s Birthday'],
    ['2010-12-31', 'New Year’s Day (observed)'],
    ['2021-06-18', 'Juneteenth (observed)'],
    ['2021-12-31', 'New Year’s Day (observed)'],
    ['2022-06-20', 'Juneteenth (observed)'],
    ['2022-12-26', 'Christmas Day (observed)'],
    ['2023-01-02', 'New Year’s Day (observed)'],
    ['2026-07-03', 'Independence Day (observed)'],
    ['2026-05-25', 'Memorial Day'],
    ['2027-05-31', 'Memorial Day'],
    ['1986-01-20', 'Martin Luther King Jr. Day'],
  ])('%s is %s', (date, name) => {
    expect(federalHolidaysOf(Number(date.slice(0, 4)))).toContainEqual({ date, name });
  });

  it('do not list a holiday before the law that made it', () => {
    expect(federalHolidaysOf(2020).map(({ name }) => name)).not.toContain('Juneteenth');
    expect(federalHolidaysOf(1985).map(({ name }) => name)).not.toContain('Martin Luther King Jr. Day');
  });

  it('leave out Inauguration Day', () => {
    expect(federalHolidaysOf(2009).map(({ date }) => date)).not.toContain('2009-01-20');
  });

  it('number nine, since 1986 ten and since 2021 eleven a year, observed days apart', () => {
    fc.assert(
      fc.property(anyYear, (year) => {
        const named = federalHolidaysOf(year).filter((holiday) => !isObserved(holiday));
        expect(named).toHaveLength(9 + Number(year >= 1986) + Number(year >= 2021));
      }),
    );
  });

  it('lie in their year, in order, each day once', () => {
    fc.assert(
      fc.property(anyYear, (year) => {
        const dates = federalHolidaysOf(year).map(({ date }) => date);
        expect(dates.every((date) => date.startsWith(`${year}-`))).toBe(true);
        expect([...new Set(dates)].sort()).toEqual(dates);
      }),
    );
  });

  it('give every holiday on a weekend one observed working day beside it', () => {
    fc.assert(
      fc.property(anyYear, (year) => {
        const around = [year - 1, year, year + 1].flatMap(federalHolidaysOf);
        const onWeekend = federalHolidaysOf(year).filter(({ date }) => weekdayOf(date) >= 6);
        for (const { date, name } of onWeekend) {
          const kept = addDays(date, weekdayOf(date) === 6 ? -1 : 1);
          expect(around).toContainEqual({ date: kept, name: `${name} (observed)` });
          expect(weekdayOf(kept)).toBeLessThan(6);
        }
      }),
    );
  });
});
