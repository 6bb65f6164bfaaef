import { type RecommendationFacts, recommendationState } from './recommendation-state';

const asked: RecommendationFacts = {
  isCompleted: false,
  owed: null,
  lastNewsOn: null,
  askedOn: '2009-08-25',
  today: '2009-11-04',
};

describe('recommendation state', () => {
  it.each([
    ['done once an entry completes it, whatever is overdue', { isCompleted: true, owed: 'overdue' }, 'done'],
    ['overdue before anything about news', { owed: 'overdue', lastNewsOn: '2009-11-03' }, 'overdue'],
    ['due soon on the day itself', { owed: 'due' }, 'due-soon'],
    ['due soon within the fortnight', { owed: 'soon' }, 'due-soon'],
    ['not pressed by a deadline far ahead', { owed: 'upcoming', lastNewsOn: '2009-11-03' }, 'under-way'],
    ['not pressed by a deadline that was met', { owed: 'met', lastNewsOn: '2009-11-03' }, 'under-way'],
    ['not started while nothing was logged', {}, 'not-started'],
    ['under way on the thirtieth day after the last news', { lastNewsOn: '2009-10-05' }, 'under-way'],
    ['without news on the thirty-first day', { lastNewsOn: '2009-10-04' }, 'no-news'],
  ] as const)('is %s', (_case, facts, state) => {
    expect(recommendationState({ ...asked, ...facts }).state).toBe(state);
  });

  it('counts silence from the day of asking while nothing was logged', () => {
    expect(recommendationState(asked).isSilent).toBe(true);
    expect(recommendationState({ ...asked, askedOn: '2009-10-20' }).isSilent).toBe(false);
  });

  it('tells of silence beside a deadline that presses more', () => {
    const facts = { ...asked, owed: 'overdue', lastNewsOn: '2009-09-15' } as const;
    expect(recommendationState(facts)).toEqual({ state: 'overdue', isSilent: true });
  });

  it('never calls a completed one silent', () => {
    expect(recommendationState({ ...asked, isCompleted: true }).isSilent).toBe(false);
  });
});
