import { waitAfter, waitInWords } from './sign-in-wait';

describe('the wait after failed sign-ins', () => {
  it.each([
    [1, 0],
    [9, 0],
    [10, 30],
    [11, 60],
    [12, 120],
    [13, 240],
    [14, 300],
    [500, 300],
  ])('after %i failures is %i seconds', (failures, seconds) => {
    expect(waitAfter(failures)).toBe(seconds * 1_000);
  });

  it.each([
    [1, '1 second'],
    [30, '30 seconds'],
    [119, '119 seconds'],
    [120, '2 minutes'],
    [241, '5 minutes'],
  ])('of %i seconds reads %s', (seconds, words) => {
    expect(waitInWords(seconds)).toBe(words);
  });
});
