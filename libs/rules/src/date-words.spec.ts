import { dateInWords, shortWeekdayDate, weekdayDate, weekdayName } from './date-words';

describe('a date with its weekday', () => {
  it.each([
    ['2009-11-13', 'Fri 13 Nov', 'Fri 13 Nov 2009'],
    ['2009-11-15', 'Sun 15 Nov', 'Sun 15 Nov 2009'],
    ['2010-02-01', 'Mon 1 Feb', 'Mon 1 Feb 2010'],
    ['2024-02-29', 'Thu 29 Feb', 'Thu 29 Feb 2024'],
  ])('%s reads %s', (date, short, long) => {
    expect(shortWeekdayDate(date)).toBe(short);
    expect(weekdayDate(date)).toBe(long);
    expect(weekdayName(date).slice(0, 3)).toBe(long.slice(0, 3));
  });

  it('reads in running text without its weekday', () => {
    expect(dateInWords('2009-11-05')).toBe('5 November 2009');
  });

  it('refuses what is no date', () => {
    expect(() => weekdayDate('2009-02-30')).toThrow(RangeError);
  });
});
