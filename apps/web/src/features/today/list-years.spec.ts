import { biteInWords, rowInWords } from './list-years';

describe('the clock of the Watch List in words', () => {
  it.each([
    [1, 'first report in a row on the Watch List'],
    [2, 'second report in a row on the Watch List'],
    [7, '7th report in a row on the Watch List'],
    [undefined, ''],
  ])('for %p reports in a row is “%s”', (inARow, words) => {
    expect(rowInWords(inARow)).toBe(words);
  });

  it('counts the countries where the law bites next, and those beyond it only if there are any', () => {
    expect(biteInWords([1, 2, undefined])).toBe(
      'In the second report in a row on the Watch List: 1 country.',
    );
    expect(biteInWords([2, 2, 3, 4])).toBe(
      'In the second report in a row on the Watch List: 2 countries; in the third or a later one: 2 countries.',
    );
  });
});
