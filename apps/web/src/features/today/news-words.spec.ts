import { newsInWords } from './news-words';

const heard = { isSilent: false, lastOn: '2009-10-20', state: 'under-way' } as const;
const young = { isSilent: false, lastOn: null, state: 'not-started' } as const;
const done = { isSilent: false, lastOn: '2009-06-01', state: 'done' } as const;
const silent = { isSilent: true, lastOn: null, state: 'not-started' } as const;

describe('what is said of news', () => {
  it('is that every one has had news only when each has', () => {
    expect(newsInWords([heard, heard])).toBe(
      'Every high-priority recommendation has had news in the last 30 days.',
    );
  });

  it.each([
    ['none is asked for', [], 'No plan asks for anything with high priority yet.'],
    [
      'one is too young',
      [heard, young],
      '1 recommendation is not that old, and nothing has been heard of it yet.',
    ],
    [
      'some are too young',
      [young, young],
      '2 recommendations are not that old, and nothing has been heard of them yet.',
    ],
    ['one is done', [heard, done], '1 recommendation is done.'],
    ['all are done', [done, done], '2 recommendations are done.'],
  ])('is something else when %s', (_what, standings, said) => {
    const words = newsInWords(standings);
    expect(words).toContain(said);
    expect(words).not.toContain('Every');
  });

  it('is nothing while some are silent: then they are listed', () => {
    expect(newsInWords([heard, silent])).toBeNull();
  });
});
