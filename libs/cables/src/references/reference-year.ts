import { beforePrefixes } from './reference-mission';
import type { ReferenceTokens } from './reference-tokens';

const MONTH =
  /^(?:JAN|FEB|MAR|APR|MAY|JUNE?|JULY?|AUG|SEPT?|OCT|NOV|DEC|JANUARY|FEBRUARY|MARCH|APRIL|AUGUST|SEPTEMBER|OCTOBER|NOVEMBER|DECEMBER)$/;
const FULL_YEAR = /^(?:19|20)\d\d$/;
// A two-digit year reaches back this far; beyond it the digits are a day or a count.
const LONGEST_MEMORY_YEARS = 60;

const LONGEST_BRACKET = 9;
// (08), (OF 2008), (2008 AND PREVIOUS), (3 MAY 2008), (DTG 121212 Z JAN 09).
const BRACKETED_YEARS = [
  /^(?:(?:OF|FROM|ALL|IN|') )?(\d{4}|\d{2})(?: [A-Z].*)?$/,
  /^(?:[A-Z]+ )?(?:\d{1,2} )?[A-Z]{3,9} (?:\d{1,2} )?(?:, )?((?:19|20)\d\d)$/,
  /^(?:DTG )?\d{6} Z [A-Z]{3} (\d{4}|\d{2})$/,
];

/** Whether a word names a month, short or long (upper case). */
export function isMonth(word: string): boolean {
  return MONTH.test(word);
}

/** The last two digits of a year written with two or four digits; null when the digits cannot be a year. */
export function yearDigits(digits: string): string | null {
  if (/^\d\d$/.test(digits)) return digits;
  return FULL_YEAR.test(digits) ? digits.slice(2) : null;
}

/** Where a mission's name begins, the last place already read, and the number a counted list would show next. */
interface BeforeMission {
  first: number;
  taken: number;
  marker: number;
}

/** The year written in front of a mission (`06 TBILISI`, `2005PANAMA`, `(05) CHENNAI`), or null. */
export function yearBefore(tokens: ReferenceTokens, place: BeforeMission): string | null {
  const at = yearPlace(tokens, beforePrefixes(tokens, place.first) - 1);
  if (at <= place.taken || isPartOfDate(tokens, at) || isListMark(tokens, at, place.marker)) return null;
  return yearDigits(tokens.digits(at));
}

function yearPlace(tokens: ReferenceTokens, before: number): number {
  if (tokens.text(before) === ')' && tokens.text(before - 2) === '(') return before - 1;
  return ['-', '/', "'"].some((link) => tokens.isGluedMark(before, link)) ? before - 1 : before;
}

function isListMark(tokens: ReferenceTokens, at: number, marker: number): boolean {
  return tokens.text(at - 1) === '(' && tokens.text(at) === String(marker);
}

function isPartOfDate(tokens: ReferenceTokens, at: number): boolean {
  return isMonth(tokens.word(at - 1)) || (tokens.isGluedMark(at - 1, '/') && tokens.digits(at - 2) !== '');
}

/** Where a serial stands, the year of the citing cable, and the number a counted list would show next. */
interface AfterSerial {
  serialAt: number;
  cableYear: number;
  marker: number;
}

/**
 * The year written behind a serial (`701 (08)`, `1605/06`, `12 OF 2008`, `55 DATED 3 MAY 2007`), or null.
 * A year later than the cable's own is none.
 */
export function yearAfter(tokens: ReferenceTokens, place: AfterSerial): string | null {
  const next = place.serialAt + 1;
  const candidates = [bracketed(tokens, next, place.marker), slashed(tokens, next), dated(tokens, next)];
  const digits = candidates.find((one) => one !== '') ?? '';
  return isPast(digits, place.cableYear) ? yearDigits(digits) : null;
}

function isPast(digits: string, cableYear: number): boolean {
  if (digits.length === 4) return Number(digits) <= cableYear;
  const age = (((cableYear - Number(digits)) % 100) + 100) % 100;
  return age <= LONGEST_MEMORY_YEARS;
}

function bracketed(tokens: ReferenceTokens, at: number, marker: number): string {
  if (tokens.text(at) !== '(' || isNextCounter(tokens, at, marker)) return '';
  const words = Array.from({ length: LONGEST_BRACKET }, (_, step) => tokens.text(at + 1 + step));
  const end = words.indexOf(')');
  const inner = end < 0 ? '' : words.slice(0, end).join(' ');
  return BRACKETED_YEARS.map((pattern) => pattern.exec(inner)?.[1]).find((year) => year !== undefined) ?? '';
}

// After two counters a third is expected: `(9) LOME 5 (10) LOME 6`.
function isNextCounter(tokens: ReferenceTokens, at: number, marker: number): boolean {
  return marker > 2 && tokens.text(at + 1) === String(marker);
}

function slashed(tokens: ReferenceTokens, at: number): string {
  const isGlued = tokens.isGluedMark(at, '/') && tokens.isGlued(at + 1);
  return isGlued && tokens.digits(at + 1).length === 2 ? tokens.digits(at + 1) : '';
}

function dated(tokens: ReferenceTokens, at: number): string {
  const opening = tokens.text(at) === '(' ? at + 1 : at;
  if (!['OF', 'DATED', 'DTD', 'FROM'].includes(tokens.word(opening))) return '';
  const steps = [1, 2, 3, 4, 5].map((step) => tokens.text(opening + step));
  const end = steps.findIndex((text) => FULL_YEAR.test(text));
  const isDate = end === 0 || steps.slice(0, Math.max(end, 0)).some(isMonth);
  return isDate ? (steps[end] ?? '') : '';
}
