import type { CablePillar } from '../cable';

const LABEL = String.raw`(?:\(?[A-Z0-9]{1,3}[.)]\s*)?(?:\([A-Z/]+\)\s*)?`;
const PILLAR = new RegExp(
  String.raw`^${LABEL}(Prosecution|Protection|Prevention|PROSECUTION|PROTECTION|PREVENTION)(?:\s+(?:efforts|measures|recommendations))?\s*(?:\([A-Z/]+\)\s*)?(?::|--?)?\s*$`,
);
const HIGH =
  /short[- ]?term|near[- ]?term|high[- ]?priority|priority (?:actions?|items?|recommendations?|steps?)|immediate (?:actions?|steps?)/i;
const OTHER =
  /other areas|long(?:er)?[- ]?term|further(?:[- ]reaching)?|additional|other (?:actions?|recommendations?|steps?|measures?)/i;

/** The pillar that a line names as a heading (`Protection:`), or null. */
export function pillarHeading(text: string): CablePillar | null {
  const word = PILLAR.exec(text.trim())?.[1]?.toLowerCase();
  return word === 'prosecution' || word === 'protection' || word === 'prevention' ? word : null;
}

/** Which group of recommendations a line opens as a heading, by what it names first; null when it names none. */
export function groupHeading(text: string): 'high' | 'other' | null {
  const heading = text.slice(0, 160);
  const high = heading.search(HIGH);
  const other = heading.search(OTHER);
  if (high < 0 && other < 0) return null;
  return other < 0 || (high >= 0 && high < other) ? 'high' : 'other';
}

/** Whether a line stands alone as a heading: a pillar, or a lettered part such as `1A. Action plan`. */
export function isHeadingLine(text: string): boolean {
  return pillarHeading(text) !== null || /^\d{0,2}[A-Z][.)]\s+(?:\([A-Z/]+\)\s*)?[A-Z]/.test(text);
}
