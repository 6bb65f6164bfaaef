import type { DeadlineRow } from '@demarche/deadlines';
import { type RecommendationMarkFacts, recommendationMark } from './recommendation-standing';

const ASK = { id: 'ask', droppedOn: null };
const FACTS: RecommendationMarkFacts = {
  isCompleted: false,
  lastNewsOn: '2009-10-20',
  deadlines: [],
  askedOn: '2009-08-25',
  today: '2009-11-04',
};
const owed = (state: DeadlineRow['state'], recommendationId: string | null = 'ask') =>
  ({ state, deadline: { recommendationId } }) as RecommendationMarkFacts['deadlines'][number];

const wordFor = (facts: Partial<RecommendationMarkFacts>) =>
  recommendationMark(ASK, { ...FACTS, ...facts }).word;

describe('the mark of a recommendation', () => {
  it('follows the rule while no deadline presses', () => {
    expect(wordFor({})).toBe('Under way');
    expect(wordFor({ lastNewsOn: null })).toBe('Nothing yet');
    expect(wordFor({ lastNewsOn: '2009-10-04' })).toMatch(/^No news/);
    expect(wordFor({ isCompleted: true })).toBe('Done');
  });

  it('is pressed by the most urgent open deadline of its own, and by no other', () => {
    expect(wordFor({ deadlines: [owed('upcoming'), owed('overdue'), owed('soon')] })).toBe('Overdue');
    expect(wordFor({ deadlines: [owed('soon')] })).toMatch(/^Due/);
    expect(wordFor({ deadlines: [owed('met'), owed('waived')] })).toBe('Under way');
    expect(wordFor({ deadlines: [owed('overdue', 'other'), owed('overdue', null)] })).toBe('Under way');
  });

  it('is dropped whatever else is known', () => {
    const dropped = recommendationMark(
      { id: 'ask', droppedOn: '2009-11-01' },
      { ...FACTS, isCompleted: true },
    );
    expect(dropped.word).toBe('Dropped');
  });
});
