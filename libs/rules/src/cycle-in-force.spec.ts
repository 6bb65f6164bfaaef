import { cycleInForce } from './cycle-in-force';

const WINDOWS = [
  { cycleId: '2010', from: '2010-04-01' },
  { cycleId: '2009', from: '2009-05-01' },
  { cycleId: '2026', from: '2026-04-01' },
];

describe('the cycle in force', () => {
  it.each([
    ['the first day of a window', '2009-05-01', '2009'],
    ['a day within it', '2009-11-04', '2009'],
    ['a day after its end and before the next one opens', '2010-03-31', '2009'],
    ['the day on which the next one opens', '2010-04-01', '2010'],
    ['a day years later', '2020-01-01', '2010'],
    ['a day of today', '2026-11-25', '2026'],
    ['a day before all of them', '2009-04-30', null],
  ])('of %s', (_what, day, cycle) => {
    expect(cycleInForce(WINDOWS, day)).toBe(cycle);
  });

  it('is none where no cycle has a window', () => {
    expect(cycleInForce([], '2009-11-04')).toBeNull();
  });
});
