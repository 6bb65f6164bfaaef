import fc from 'fast-check';
import { addDays, dateOf, daysBetween, isCalendarDate, weekdayOf, yearOf } from './calendar-date';

// Another engine's calendar, to hold ours against: days since 1970 turned into a date by the platform.
const byPlatform = (dayNumber: number) => new Date(dayNumber * 86_400_000).toISOString().slice(0, 10);
const anyDayNumber = fc.integer({ min: -719_000, max: 2_900_000 });
const anyDate = fc.integer({ min: -700_000, max: 2_900_000 }).map(byPlatform);

describe('a calendar date', () => {
  test.each<[unknown, boolean, string]>([
    ['2009-11-15', true, 'a Sunday in November'],
    ['2008-02-29', true, 'a leap day'],
    ['2000-02-29', true, 'a leap day in a year divisible by 400'],
    ['1900-02-29', false, 'no leap day in a year divisible by 100 only'],
    ['2009-02-29', false, 'no leap day in a common year'],
    ['2009-13-01', false, 'no thirteenth month'],
    ['2009-00-10', false, 'no month zero'],
    ['2009-04-31', false, 'April has 30 days'],
    ['2009-04-00', false, 'no day zero'],
    ['2009-4-1', false, 'unpadded'],
    ['15 Nov 2009', false, 'words'],
    ['2009-11-15T00:00:00Z', false, 'an instant'],
    ['0000-01-01', false, 'no year zero'],
    ['', false, 'nothing'],
    [20091115, false, 'a number'],
    [null, false, 'no text at all'],
  ])('%s: %s (%s)', (text, exists) => {
    expect(isCalendarDate(text)).toBe(exists);
  });

  test.each([
    ['2009-11-15', 1, '2009-11-16'],
    ['2009-12-31', 1, '2010-01-01'],
    ['2008-02-28', 1, '2008-02-29'],
    ['2009-02-28', 1, '2009-03-01'],
    ['2010-01-01', -1, '2009-12-31'],
    ['2009-06-16', 45, '2009-07-31'],
    ['2009-06-16', 90, '2009-09-14'],
    ['2025-09-29', 180, '2026-03-28'],
  ])('%s and %i days is %s', (from, days, to) => {
    expect(addDays(from, days)).toBe(to);
    expect(daysBetween(from, to)).toBe(days);
  });

  test.each([
    ['2009-11-13', 5],
    ['2009-11-15', 7],
    ['2010-02-15', 1],
    ['1970-01-01', 4],
    ['1969-12-28', 7],
    ['2026-11-22', 7],
  ])('%s is ISO weekday %i', (date, weekday) => {
    expect(weekdayOf(date)).toBe(weekday);
  });

  it('lies in a year', () => {
    expect(yearOf('2009-12-31')).toBe(2009);
  });

  it('is never made from a day that does not exist', () => {
    expect(dateOf({ year: 2008, month: 2, day: 29 })).toBe('2008-02-29');
    expect(() => dateOf({ year: 2009, month: 2, day: 29 })).toThrow(RangeError);
    expect(() => addDays('2009-02-30', 1)).toThrow('2009-02-30');
    expect(() => weekdayOf('soon')).toThrow(RangeError);
  });

  it('agrees with the platform’s calendar on any day', () => {
    fc.assert(
      fc.property(anyDayNumber, (dayNumber) => {
        const date = byPlatform(dayNumber);
        expect(addDays('1970-01-01', dayNumber)).toBe(date);
        expect(daysBetween('1970-01-01', date)).toBe(dayNumber);
        expect(weekdayOf(date) % 7).toBe(new Date(`${date}T00:00:00Z`).getUTCDay());
      }),
    );
  });

  it('comes back after going there and back', () => {
    fc.assert(
      fc.property(anyDate, fc.integer({ min: -5000, max: 5000 }), (date, days) => {
        expect(addDays(addDays(date, days), -days)).toBe(date);
      }),
    );
  });
});
