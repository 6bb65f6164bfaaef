import { shiftInBrief, shiftReasons, timeLeft } from './deadline-row';

const weekend = (date: string, where: 'post' | 'washington') => ({ date, code: 'weekend', where }) as const;
const veterans = { date: '2009-11-11', code: 'holiday', where: 'washington', name: 'Veterans Day' } as const;

describe('why a deadline falls earlier', () => {
  it('is told day by day, with everybody who does not work on it', () => {
    const reasons = [
      weekend('2009-11-13', 'post'),
      weekend('2009-11-12', 'post'),
      weekend('2009-11-11', 'post'),
      veterans,
    ];
    expect(
      shiftReasons([weekend('2009-11-15', 'washington'), weekend('2009-11-15', 'post')], 'Dushanbe'),
    ).toEqual(['Sun 15 Nov 2009: weekend in Washington and Dushanbe']);
    expect(shiftReasons(reasons, 'Muscat').at(-1)).toBe(
      'Wed 11 Nov 2009: weekend in Muscat; Veterans Day in Washington',
    );
  });

  it('is told in a few words in a row of a table', () => {
    expect(shiftInBrief([veterans, weekend('2009-11-14', 'post'), weekend('2009-11-14', 'washington')])).toBe(
      'Veterans Day, weekend',
    );
  });
});

describe('the time left', () => {
  it.each([
    ['soon', 6, '6 working days left'],
    ['soon', 1, '1 working day left'],
    ['due', 0, 'today'],
    ['overdue', -3, '3 working days late'],
    ['overdue', 0, 'late since the last working day'],
    ['met', -3, ''],
    ['waived', 4, ''],
  ] as const)('of a deadline that is %s by %i is “%s”', (state, workingDaysLeft, words) => {
    expect(timeLeft({ state, workingDaysLeft })).toBe(words);
  });
});
