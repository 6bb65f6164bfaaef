import { atOnce } from '../lines/steps';
import { citationsIn } from './reference-grammar';
import { plainReferenceText, scannableReferenceText } from './reference-text';
import { ReferenceTokens } from './reference-tokens';

/**
 * The numbers of the cables which a REF line cites, in order and once each, as `09STATE5577`.
 * `year` is the year of the citing cable (four digits); it stands wherever a citation names none.
 * E-mails, messages known by a date-time group, reports and page headers are no cables and are passed over.
 */
export function readReferences(refText: string, year: number): string[] {
  const tokens = new ReferenceTokens(splitGlued(scannableReferenceText(plainReferenceText(refText))));
  return [...new Set(atOnce(citationsIn(tokens, year)).map((citation) => citation.number))];
}

/**
 * The one cable number in a damaged citation (`04OUITO2198`, `07} YEREVAN691`, `7/15/2009: 09LIMA583_a`), or null
 * when the mission is unknown, when there are several, or when no year is printed and none is given.
 */
export function normaliseCableNumber(citation: string, assumed: { year?: number } = {}): string | null {
  const cleaned = citation
    .toUpperCase()
    .replace(/_[A-Z]\s*$/, '')
    .replace(/^\s*\d{1,2}\/\d{1,2}\/\d{2,4}\s*:?/, '')
    .replace(/\^?\{?\d+(?=\s+\d\d\s*\})/, ' ')
    .replace(/[{}^]/g, ' ');
  const tokens = new ReferenceTokens(scannableReferenceText(splitGlued(plainReferenceText(cleaned))));
  const [found, ...others] = atOnce(citationsIn(tokens, assumed.year ?? 0));
  if (!found || others.length > 0) return null;
  return found.year === 'written' || assumed.year !== undefined ? found.number : null;
}

// Two numbers run together, `05TELAVIV133706TELAVIV914`: the second one's year ends the first one's digits.
function splitGlued(upper: string): string {
  return upper.replace(/([A-Z]{3,}\d+)(\d\d)(?=[A-Z]{3,}\d)/g, '$1 $2');
}
