import { standingMark, standingOf } from './recommendations-standing';

const TODAY = '2009-11-04';
const OPEN = { droppedOn: null, isDone: false, lastOn: '2009-10-20', today: TODAY };

describe('the standing of a recommendation', () => {
  it('is under way while there was news in the last 30 days', () => {
    expect(standingOf(OPEN)).toBe('under-way');
    expect(standingOf({ ...OPEN, lastOn: '2009-10-05' })).toBe('under-way');
  });

  it('is silent from the thirty-first day on', () => {
    expect(standingOf({ ...OPEN, lastOn: '2009-10-04' })).toBe('no-news');
  });

  it('has not started without any entry', () => {
    expect(standingOf({ ...OPEN, lastOn: null })).toBe('not-started');
  });

  it('is done for good, however long ago the last entry was', () => {
    expect(standingOf({ ...OPEN, isDone: true, lastOn: '2009-01-01' })).toBe('done');
  });

  it('is dropped whatever else is known', () => {
    expect(standingOf({ ...OPEN, isDone: true, droppedOn: '2009-11-01' })).toBe('dropped');
  });

  it('always has a word and a shape of its own', () => {
    const marks = [
      standingMark(OPEN),
      standingMark({ ...OPEN, lastOn: null }),
      standingMark({ ...OPEN, lastOn: '2009-01-01' }),
      standingMark({ ...OPEN, isDone: true }),
      standingMark({ ...OPEN, droppedOn: TODAY }),
    ];
    expect(new Set(marks.map(({ word }) => word)).size).toBe(5);
    expect(new Set(marks.map(({ shape }) => shape)).size).toBe(5);
  });
});
