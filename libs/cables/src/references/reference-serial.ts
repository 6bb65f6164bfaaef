import type { ReferenceTokens } from './reference-tokens';
import { isMonth, yearDigits } from './reference-year';

const MAX_DIGITS = 10;
const MAX_SERIAL = 9_999_999;
/** Serials have six digits at most; one with more was mistyped, and is kept as it stands. */
const USUAL_SERIAL = 999_999;

/** Whether the number at a place, read after a mission, is the serial of a section header (`00002230 001.2 OF 002`). */
export function isSectionHeader(tokens: ReferenceTokens, at: number): boolean {
  const fraction = tokens.text(at + 2) === '.' ? 2 : 0;
  return /^\d{1,3}$/.test(tokens.digits(at + 1)) && tokens.word(at + 2 + fraction) === 'OF';
}

/** Whether the number at a place can be a cable's serial, and is no date-time group, time of day or day of a month. */
export function isSerial(tokens: ReferenceTokens, at: number): boolean {
  const digits = tokens.digits(at);
  const value = Number(digits);
  if (digits === '' || digits.length > MAX_DIGITS || value < 1 || value > MAX_SERIAL) return false;
  return !isTimeGroup(tokens, at) && !isDay(tokens, at, value);
}

const LONGEST_BACK_YEARS = 12;

/**
 * Where the serial stands whose year is the number at a place, between mission and serial (`STATE 08 12345`, `STATE 08-12345`):
 * a short year, and not far back. Null where the number is no such year.
 */
export function serialBehindYear(tokens: ReferenceTokens, at: number, cableYear: number): number | null {
  const digits = tokens.digits(at);
  const age = (((cableYear - Number(digits)) % 100) + 100) % 100;
  if (!/^\d\d$/.test(digits) || age > LONGEST_BACK_YEARS) return null;
  const isLinked = tokens.isGluedMark(at + 1, '-') && tokens.isGlued(at + 2);
  const place = isLinked ? at + 2 : at + 1;
  return tokens.digits(place).length >= SHORTEST_BEHIND_YEAR && isSerial(tokens, place) ? place : null;
}

const SHORTEST_BEHIND_YEAR = 3;

/** Whether a cable number bears more digits than any serial has, so that a person should look at it. */
export function isOddSerial(number: string): boolean {
  return Number(/\d+$/.exec(number)?.[0] ?? 0) > USUAL_SERIAL;
}

function isTimeGroup(tokens: ReferenceTokens, at: number): boolean {
  if (tokens.word(at + 1) !== '' && tokens.isGlued(at + 1)) return tokens.word(at + 1).startsWith('Z');
  return tokens.isGluedMark(at + 1, ':') && tokens.isGlued(at + 2) && tokens.digits(at + 2) !== '';
}

function isDay(tokens: ReferenceTokens, at: number, value: number): boolean {
  if (value > 31) return false;
  const isSlashed = tokens.isGluedMark(at + 1, '/') && tokens.digits(at + 2) !== '';
  return isSlashed || isMonth(tokens.word(at + 1));
}

/** The places of all serials that follow one mission: a list counts as such only where AND or an ampersand closes it. */
export function serialsAt(tokens: ReferenceTokens, at: number): number[] {
  const places = [at];
  const listed: number[] = [];
  let place = at + 1;
  while (tokens.text(place) === ',' && tokens.digits(place + 1) !== '') {
    listed.push(place + 1);
    place += 2;
  }
  if (tokens.text(place) === ',') place += 1;
  while (isAnd(tokens.text(place)) && isListedSerial(tokens, place + 1)) {
    for (const one of [...listed.splice(0), place + 1]) places.push(one);
    place += 2;
  }
  return places;
}

function isAnd(text: string): boolean {
  return text === 'AND' || text === '&';
}

function isListedSerial(tokens: ReferenceTokens, at: number): boolean {
  const next = tokens.word(at + 1);
  const isYearOfNext = next.length > 1 && !isAnd(next) && yearDigits(tokens.digits(at)) !== null;
  return isSerial(tokens, at) && !isYearOfNext;
}
