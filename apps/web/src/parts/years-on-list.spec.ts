import { yearsOnList, yearsOnListWords } from './years-on-list';

const placed = (years: Record<number, string>) =>
  Object.entries(years).map(([year, tier]) => ({ reportYear: Number(year), tier }));

const TAJIKISTAN = placed({
  2004: '2WL',
  2005: '2',
  2006: '2',
  2007: '2',
  2008: '2WL',
  2009: '2WL',
  2010: '2WL',
});

describe('years on the list', () => {
  it('counts back from the report of the cycle and stops at the first year off the list', () => {
    expect(yearsOnList(TAJIKISTAN, 2009)).toEqual({ inARow: [2008, 2009], inAll: 3 });
  });

  it('does not look into later reports', () => {
    expect(yearsOnList(TAJIKISTAN, 2008).inAll).toBe(2);
  });

  it('says both numbers, or that the register does not know', () => {
    expect(yearsOnListWords(yearsOnList(TAJIKISTAN, 2009), 2009)).toBe(
      '2 reports in a row (2008, 2009), 3 in all',
    );
    expect(yearsOnListWords(yearsOnList(TAJIKISTAN, 2004), 2004)).toBe('First report in a row (2004)');
    expect(yearsOnListWords(yearsOnList(TAJIKISTAN, 2007), 2007)).toBe(
      'The register has no Watch List placement for 2007.',
    );
  });
});
