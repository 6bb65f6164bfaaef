import { highestMarking } from './portion-marking';

describe('the marking of a whole text', () => {
  test.each([
    [['U', 'U'], 'U'],
    [['U', 'SBU', 'U'], 'SBU'],
    [['SBU', 'SBU/N'], 'SBU/N'],
    [['SBU/N', 'C', 'U'], 'C'],
    [[null, 'U'], 'U'],
    [[null, null], null],
    [[], null],
  ])('of %j is %s', (marks, highest) => {
    expect(highestMarking(marks)).toBe(highest);
  });

  it('follows another ladder where one is given', () => {
    expect(highestMarking(['U', 'CUI'], ['U', 'CUI'])).toBe('CUI');
  });

  it('refuses a mark it does not know instead of counting it as low', () => {
    expect(() => highestMarking(['U', 'NOFORN'])).toThrow('NOFORN');
    expect(() => highestMarking(['sbu'])).toThrow(RangeError);
  });
});
