import { type LinkedEffort, summarize } from './recommendation-summary';

const effort = (change: Partial<LinkedEffort>): LinkedEffort => ({
  planId: 'plan-1',
  postId: 'DUSHANBE',
  recommendationId: 'rec-1',
  happenedOn: '2009-10-12',
  ranBy: 'government',
  paidBy: 'government',
  governmentGave: [],
  role: null,
  completes: false,
  ...change,
});

describe('the summary of a recommendation', () => {
  it('counts entries, those that earn credit, and names the latest day', () => {
    const linked = [
      effort({ happenedOn: '2009-10-12' }),
      effort({ happenedOn: '2009-11-02', ranBy: 'ngo', paidBy: 'ngo' }),
      effort({ happenedOn: '2009-09-01', ranBy: 'ngo', paidBy: 'unknown' }),
      effort({ recommendationId: 'rec-2', happenedOn: '2009-11-03' }),
    ];
    expect(summarize('rec-1', linked)).toEqual({
      recommendationId: 'rec-1',
      entries: 3,
      credited: 1,
      lastOn: '2009-11-02',
      isCompleted: false,
    });
  });

  it('is completed once any entry says so', () => {
    const linked = [effort({ completes: true }), effort({ happenedOn: '2009-11-02' })];
    expect(summarize('rec-1', linked).isCompleted).toBe(true);
    expect(summarize('rec-2', linked).isCompleted).toBe(false);
  });

  it('says zero and no day where nothing was logged', () => {
    const nothing = { recommendationId: 'rec-3', entries: 0, credited: 0, lastOn: null, isCompleted: false };
    expect(summarize('rec-3', [effort({})])).toEqual(nothing);
  });
});
