/** The placements of the annual report, as the register keeps them. */
type TierName = '1' | '2' | '2WL' | '3' | 'SPECIAL';

const NUMBERS: Readonly<Record<string, TierName>> = {
  '1': '1',
  I: '1',
  ONE: '1',
  '2': '2',
  II: '2',
  TWO: '2',
  '3': '3',
  III: '3',
  THREE: '3',
};
const WATCH_LIST = /^(?:(?:TIER|T)?(?:2|II|TWO))?(?:SPECIAL)?(?:WATCHLIST|WL)$/;
const SPECIAL = /^(?:SC|SPECIAL(?:CASES?)?)$/;
const TIER = /^(?:TIER|T)?(1|2|3|I|II|III|ONE|TWO|THREE)$/;

/**
 * The tier that a person or a published report means by a word: “Tier 2 Watch List”, “T2WL”, “2WL”, “Tier 3”, “Special
 * Case”, whatever the case, blanks and hyphens; null where the words have no single reading.
 */
export function tierNamed(text: string): TierName | null {
  const key = text
    .normalize('NFKC')
    .toUpperCase()
    .replace(/[^A-Z0-9]/g, '');
  if (WATCH_LIST.test(key)) return '2WL';
  if (SPECIAL.test(key)) return 'SPECIAL';
  const [, number = ''] = TIER.exec(key) ?? [];
  return NUMBERS[number] ?? null;
}
