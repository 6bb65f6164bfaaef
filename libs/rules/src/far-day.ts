import { addDays, type CalendarDate, dateOf, daysBetween, yearOf } from './calendar-date';

/** Days outside these are no days of this trade: the law of 2000 comes first, and nothing is planned ten years ahead. */
export const FIRST_DAY: CalendarDate = '2000-01-01';
/** See {@link FIRST_DAY}. */
const YEARS_AHEAD = 10;
/** So many days before or after a plan's cycle a day is asked about before it is taken. */
export const FAR_DAYS = 400;

/** Why a day is asked about or refused: it lies outside all reason, or far from the cycle it is meant for. */
export type DayCode = 'day-out-of-range' | 'far-day';

/** The last day that is taken, counted from today: the same day ten years ahead. */
export function lastDay(today: CalendarDate): CalendarDate {
  const ahead = String(yearOf(today) + YEARS_AHEAD).padStart(4, '0');
  return today.endsWith('-02-29') ? `${ahead}-02-28` : `${ahead}${today.slice(4)}`;
}

/** The days of a cycle: from its report, due on 1 June, to the day before the next one. */
export function cycleDays(reportYear: number): { from: CalendarDate; until: CalendarDate } {
  const next = dateOf({ year: reportYear + 1, month: 6, day: 1 });
  return { from: dateOf({ year: reportYear, month: 6, day: 1 }), until: addDays(next, -1) };
}

/** Whether a day lies more than {@link FAR_DAYS} before or after the cycle of a report. Throws RuleRangeError on no date. */
export function isFarDay(date: CalendarDate, reportYear: number): boolean {
  const { from, until } = cycleDays(reportYear);
  return daysBetween(date, from) > FAR_DAYS || daysBetween(until, date) > FAR_DAYS;
}

/**
 * The year that was probably meant, where one slip of a finger explains the one that was typed: two digits changed round,
 * or one digit wrong. Among several the one nearest to `near`; null where no slip leads into the years from `from` on.
 */
export function yearMeant(
  typed: number,
  years: { from: number; until: number; near: number },
): number | null {
  const { from, until, near } = years;
  const digits = String(typed).padStart(4, '0');
  const candidates = Array.from({ length: until - from + 1 }, (_, place) => from + place).filter(
    (year) => year !== typed,
  );
  const nearest = (found: number[]) =>
    found.sort((a, b) => Math.abs(a - near) - Math.abs(b - near))[0] ?? null;
  const turned = candidates.filter((year) => isTurned(digits, String(year)));
  return (
    nearest(turned) ?? nearest(candidates.filter((year) => differing(digits, String(year)).length === 1))
  );
}

function differing(left: string, right: string): number[] {
  return [...left].flatMap((digit, place) => (digit === right[place] ? [] : [place]));
}

function isTurned(left: string, right: string): boolean {
  const places = differing(left, right);
  const [first = 0, second = 0] = places;
  return (
    places.length === 2 &&
    second === first + 1 &&
    left[first] === right[second] &&
    left[second] === right[first]
  );
}
