import { cycleDays, isFarDay, lastDay, yearMeant } from './far-day';

describe('a day beside a cycle', () => {
  test.each([
    ['2009-11-15', false, 'inside it'],
    ['2008-04-27', false, '400 days before its report'],
    ['2008-04-26', true, '401 days before its report'],
    ['2011-07-05', false, '400 days after its last day'],
    ['2011-07-06', true, '401 days after its last day'],
    ['2019-11-15', true, 'in another decade'],
  ])('%s is far: %s, %s', (date, far) => expect(isFarDay(date, 2009)).toBe(far));

  it('lies in the cycle from the report to the day before the next', () => {
    expect(cycleDays(2009)).toEqual({ from: '2009-06-01', until: '2010-05-31' });
  });
});

describe('the last day that is taken', () => {
  test.each([
    ['2026-11-25', '2036-11-25'],
    ['2024-02-29', '2034-02-28'],
  ])('on %s is %s', (today, last) => expect(lastDay(today)).toBe(last));
});

describe('the year that was meant', () => {
  const years = { from: 2000, until: 2036, near: 2026 };
  test.each<[number, number | null, string]>([
    [209, 2009, 'two digits changed round'],
    [2090, 2009, 'two digits changed round, before one digit wrong'],
    [9, 2009, 'a digit wrong'],
    [2909, 2009, 'a digit wrong'],
    [1009, 2009, 'a digit wrong'],
    [2126, 2026, 'a digit wrong'],
    [1990, null, 'more than one slip away'],
    [9999, null, 'more than one slip away'],
  ])('for %i is %s: %s', (typed, meant) => expect(yearMeant(typed, years)).toBe(meant));

  it('beside a cycle is one of its years', () => {
    expect(yearMeant(2019, { from: 2009, until: 2010, near: 2009 })).toBe(2009);
    expect(yearMeant(2090, { from: 2009, until: 2010, near: 2009 })).toBe(2009);
    expect(yearMeant(1999, { from: 2009, until: 2010, near: 2009 })).toBeNull();
  });
});
