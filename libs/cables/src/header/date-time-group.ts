import { daysBetween, isCalendarDate } from '@demarche/rules';
import type { Findings } from '../findings';

const MONTHS = ['JAN', 'FEB', 'MAR', 'APR', 'MAY', 'JUN', 'JUL', 'AUG', 'SEP', 'OCT', 'NOV', 'DEC'];
const GROUP = new RegExp(
  String.raw`\b(\d{2})([01]\d|2[0-3])([0-5]\d)Z\s*(${MONTHS.join('|')})[A-Z]*\.?\s*'?(\d{4}|\d{2})\b`,
  'i',
);
// Two-digit years from 60 on belong to the last century: cables of this form begin in the sixties.
const CENTURY_TURN = 60;

/** Reads a date-time group such as `251732Z AUG 09` as an ISO instant in UTC; null when it names no real minute. */
export function readDateTimeGroup(text: string | null): string | null {
  const match = GROUP.exec(text ?? '');
  if (!match) return null;
  const [, day, hour, minute, month = '', year = ''] = match;
  const number = String(MONTHS.indexOf(month.toUpperCase()) + 1).padStart(2, '0');
  const date = `${fullYear(year)}-${number}-${day}`;
  return isCalendarDate(date) ? `${date}T${hour}:${minute}:00Z` : null;
}

/** A year of two or four digits with four; the short ones lie between 1960 and 2059. */
export function fullYear(digits: string): string {
  const year = Number(digits);
  if (digits.length === 4) return digits;
  return String(year >= CENTURY_TURN ? 1900 + year : 2000 + year);
}

/** What a DE line (`DE RUEHC #8558/01 2371751`) says: the last digits of the serial, the day of the year, the time sent. */
interface Transmission {
  serial: string;
  dayOfYear: number;
  time: string;
}

/** Reads a DE line; null where it is none or bears no day. */
export function readTransmission(line: string): Transmission | null {
  const match = /^DE\s+[A-Z]+\s+#?(\d{3,4})(?:\/\d+)?\s+(\d{3})(\d{4})\b/.exec(line.trim());
  return match ? { serial: match[1] ?? '', dayOfYear: Number(match[2]), time: match[3] ?? '' } : null;
}

/**
 * Reports a DE line that disagrees with the date-time group. A cable written before midnight may be sent the
 * day after, but then at an earlier hour than the one it was written at.
 */
export function checkTransmission(
  line: { at: number; sent: Transmission },
  instant: string,
  findings: Findings,
): void {
  const { sent } = line;
  const written = daysBetween(`${instant.slice(0, 4)}-01-01`, instant.slice(0, 10)) + 1;
  const isAfterMidnight = sent.time < `${instant.slice(11, 13)}${instant.slice(14, 16)}`;
  const isNextDay = sent.dayOfYear === written + 1 || (sent.dayOfYear === 1 && written >= 365);
  if (sent.dayOfYear === written || (isNextDay && isAfterMidnight)) return;
  findings.add('date-mismatch', line.at, {
    found: `${String(sent.dayOfYear).padStart(3, '0')}${sent.time}`,
    note: `The DE line names day ${sent.dayOfYear} of the year, the date-time group is of day ${written}.`,
  });
}
