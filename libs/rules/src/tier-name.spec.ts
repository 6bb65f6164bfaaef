import { tierNamed } from './tier-name';

describe('the tier that words mean', () => {
  test.each([
    ['2WL', '2WL'],
    ['Tier 2 Watch List', '2WL'],
    ['Tier 2WL', '2WL'],
    ['TIER 2 WATCHLIST', '2WL'],
    ['Tier-2 (Watch List)', '2WL'],
    ['T2WL', '2WL'],
    ['2 WL', '2WL'],
    ['Tier Two Watch List', '2WL'],
    ['Special Watch List', '2WL'],
    ['Watch List', '2WL'],
    ['tier\u00a02\u00a0watch\u00a0list', '2WL'],
    ['Tier 1', '1'],
    ['tier1', '1'],
    ['T1', '1'],
    ['I', '1'],
    ['2', '2'],
    ['Tier II', '2'],
    ['Tier 3', '3'],
    ['3', '3'],
    ['Special Case', 'SPECIAL'],
    ['special', 'SPECIAL'],
    ['SC', 'SPECIAL'],
  ])('%s is %s', (text, tier) => expect(tierNamed(text)).toBe(tier));

  test.each([
    '',
    '4',
    'Tier 4',
    'Tier 1 Watch List',
    'Tier 3WL',
    'Tier',
    '2010',
    'Tier 2/3',
    'not ranked',
    '22',
  ])('“%s” is none', (text) => expect(tierNamed(text)).toBeNull());
});
