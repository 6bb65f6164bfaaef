import type { Release } from '@demarche/review';
import { waitingInWords, waitingList } from './releases';

const proposals = (count: number) =>
  Array.from({ length: count }, (_, number) => ({
    title: `Non-paper ${number}`,
    link: `/papers/${number}`,
    proposedAt: '2009-11-04T14:00:00Z',
  })) as Release[];

describe('what waits for a second person', () => {
  it('is no list where nothing waits', () => {
    expect(waitingList([])).toBeNull();
  });

  it.each([
    [1, 1, 0],
    [5, 5, 0],
    [60, 5, 55],
  ])('shows of %d the first %d and folds %d', (count, shown, folded) => {
    const list = waitingList(proposals(count));
    expect([list?.rows.length, list?.folded.length]).toEqual([shown, folded]);
    if (folded > 0) expect(list?.foldedWords).toBe(`${folded} more`);
  });

  it.each([
    [1, '1 text waits for a second person'],
    [60, '60 texts wait for a second person'],
    [500, '500 texts or more wait for a second person'],
  ])('says how many of %d', (count, words) => {
    expect(waitingInWords(count)).toBe(words);
  });
});
