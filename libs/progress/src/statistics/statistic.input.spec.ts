import { accept, Invalid } from '@demarche/base';
import { NewStatisticInput } from './statistic.input';

const FIGURE = {
  planId: 'plan-1',
  from: '2009-05-01',
  until: '2009-09-30',
  term: 'criminal cases opened',
  count: 4,
  unit: 'cases',
};

function refusals(given: object) {
  try {
    accept(NewStatisticInput, given);
  } catch (error) {
    return (error as Invalid).reasons.map(({ field, message }) => `${field}: ${message}`);
  }
  return [];
}

const blankIsNotZero =
  'count: Write the number as it was given. If none was given, do not log a figure: blank is not zero.';

describe('a figure as it is sent in', () => {
  it('needs its period, the host’s term, the number and the unit; the mapping may follow', () => {
    expect(accept(NewStatisticInput, FIGURE)).toEqual({
      ...FIGURE,
      category: null,
      basis: 'unknown',
      evidence: null,
      article: null,
      source: null,
      recommendationId: null,
      sure: false,
    });
  });

  it.each([
    ['a blank', ''],
    ['blanks', '  '],
    ['nothing', undefined],
    ['null', null],
  ])('refuses %s as a number, since blank is not zero', (_what, count) => {
    expect(refusals({ ...FIGURE, count })).toEqual([blankIsNotZero]);
  });

  it('takes a stated zero, as a number and from a form', () => {
    expect(accept(NewStatisticInput, { ...FIGURE, count: 0 }).count).toBe(0);
    expect(accept(NewStatisticInput, { ...FIGURE, count: '0' }).count).toBe(0);
  });

  it.each([-1, 1.5, '-1'])('refuses the count %p', (count) => {
    expect(refusals({ ...FIGURE, count })).toEqual([
      'count: A figure is a whole number from 0 to 10,000,000.',
    ]);
  });

  it.each([
    ['several', 'several'],
    ['1.5', '.'],
    ['45 persons', 'persons'],
  ])('says what it did not understand in %s', (count, sign) => {
    expect(refusals({ ...FIGURE, count })).toEqual([expect.stringContaining(`“${sign}” was not understood`)]);
  });

  it.each(['1,234', '1 234', '1\u00A0234', '١٬٢٣٤', '۱۲۳۴'])('reads %s in its one way', (count) => {
    expect(accept(NewStatisticInput, { ...FIGURE, count }).count).toBe(1234);
  });

  it('refuses a figure without a unit, since cases and persons are different things', () => {
    expect(refusals({ ...FIGURE, unit: '' })).toEqual(['unit: Say whether cases or persons were counted.']);
  });

  it('refuses unknown keys by name', () => {
    expect(refusals({ ...FIGURE, total: 9, accepted: true })).toEqual([
      'total: Remove “total”: it is not known here.',
      'accepted: Remove “accepted”: it is not known here.',
    ]);
  });
});
