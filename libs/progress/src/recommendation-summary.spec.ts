import { type ActGroup, nothingLogged, summarize } from './recommendation-summary';

const group = (change: Partial<ActGroup>): ActGroup => ({
  recommendationId: 'rec-1',
  ranBy: 'government',
  paidBy: 'government',
  governmentGave: [],
  role: null,
  isWithdrawn: false,
  entries: 1,
  lastOn: '2009-10-12',
  completes: false,
  ...change,
});

describe('the summary of a recommendation', () => {
  it('counts entries, those that earn credit, and names the latest day', () => {
    const groups = [
      group({ entries: 3, lastOn: '2009-10-12' }),
      group({ entries: 2, lastOn: '2009-11-02', ranBy: 'ngo', paidBy: 'ngo' }),
      group({ lastOn: '2009-09-01', ranBy: 'ngo', paidBy: 'unknown' }),
      group({ recommendationId: 'rec-2', lastOn: '2009-11-03' }),
    ];
    expect(summarize(groups).get('rec-1')).toEqual({
      recommendationId: 'rec-1',
      entries: 6,
      credited: 3,
      lastOn: '2009-11-02',
      isCompleted: false,
    });
  });

  it('is completed once any entry says so, and by none that was withdrawn', () => {
    const groups = [
      group({ completes: true }),
      group({ lastOn: '2009-11-02', ranBy: 'us' }),
      group({ recommendationId: 'rec-2', completes: true, isWithdrawn: true }),
      group({ recommendationId: 'rec-2' }),
    ];
    expect(summarize(groups).get('rec-1')?.isCompleted).toBe(true);
    expect(summarize(groups).get('rec-2')).toMatchObject({ entries: 1, isCompleted: false });
  });

  it('says zero and no day where nothing stands', () => {
    expect(summarize([group({ isWithdrawn: true })]).size).toBe(0);
    const nothing = { recommendationId: 'rec-3', entries: 0, credited: 0, lastOn: null, isCompleted: false };
    expect(nothingLogged('rec-3')).toEqual(nothing);
  });
});
