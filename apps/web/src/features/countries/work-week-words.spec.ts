import { weekendWords, workWeekLines } from './work-week-words';

describe('the work week of a post', () => {
  it('names the days of a weekend in the order of the week', () => {
    expect(weekendWords([7, 6])).toBe('Saturday and Sunday');
    expect(weekendWords([5])).toBe('Friday');
    expect(weekendWords([])).toBe('none');
  });

  it('marks the weekend in force on a day and keeps the others', () => {
    const weeks = [
      { from: null, weekend: [4, 5] },
      { from: '2013-06-29', weekend: [5, 6] },
    ];
    expect(workWeekLines(weeks, '2009-11-04')).toEqual([
      { from: '2013-06-29', weekend: 'Friday and Saturday', isInForce: false },
      { from: null, weekend: 'Thursday and Friday', isInForce: true },
    ]);
    expect(workWeekLines(weeks, '2013-06-29')[0]?.isInForce).toBe(true);
  });
});
