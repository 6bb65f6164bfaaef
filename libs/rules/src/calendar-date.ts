import { RuleRangeError } from './rule-range-error';

/** A day on the wall calendar, `YYYY-MM-DD`, without hour or zone: deadlines are owed on days, not at instants. */
export type CalendarDate = string;

const SHAPE = /^(\d{4})-(\d{2})-(\d{2})$/;
const MONTH_LENGTHS = [31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31];

// Days are counted in eras of 400 years, each starting on 1 March, so that the leap day is the last day of its year.
const DAYS_PER_ERA = 146_097;
const YEARS_PER_ERA = 400;
const DAYS_FROM_MARCH_OF_YEAR_ZERO_TO_1970 = 719_468;

interface CivilDay {
  year: number;
  month: number;
  day: number;
}

function isLeapYear(year: number): boolean {
  return (year % 4 === 0 && year % 100 !== 0) || year % 400 === 0;
}

function lengthOfMonth(year: number, month: number): number {
  return month === 2 && isLeapYear(year) ? 29 : (MONTH_LENGTHS[month - 1] ?? 0);
}

function partsOf(date: CalendarDate): CivilDay {
  const found = SHAPE.exec(date);
  const year = Number(found?.[1]);
  const month = Number(found?.[2]);
  const day = Number(found?.[3]);
  if (!found || year < 1 || day < 1 || day > lengthOfMonth(year, month)) {
    throw new RuleRangeError('not-a-date', `not a calendar date: ${date}`);
  }
  return { year, month, day };
}

function dayNumberOf(date: CalendarDate): number {
  const { year, month, day } = partsOf(date);
  const marchYear = month <= 2 ? year - 1 : year;
  const era = Math.floor(marchYear / YEARS_PER_ERA);
  const yearOfEra = marchYear - era * YEARS_PER_ERA;
  const dayOfYear = Math.floor((153 * ((month + 9) % 12) + 2) / 5) + day - 1;
  const dayOfEra = yearOfEra * 365 + Math.floor(yearOfEra / 4) - Math.floor(yearOfEra / 100) + dayOfYear;
  return era * DAYS_PER_ERA + dayOfEra - DAYS_FROM_MARCH_OF_YEAR_ZERO_TO_1970;
}

function dateOfDayNumber(dayNumber: number): CalendarDate {
  const days = dayNumber + DAYS_FROM_MARCH_OF_YEAR_ZERO_TO_1970;
  const era = Math.floor(days / DAYS_PER_ERA);
  const dayOfEra = days - era * DAYS_PER_ERA;
  const leapDays =
    Math.floor(dayOfEra / 1460) - Math.floor(dayOfEra / 36_524) + Math.floor(dayOfEra / 146_096);
  const yearOfEra = Math.floor((dayOfEra - leapDays) / 365);
  const dayOfYear = dayOfEra - (365 * yearOfEra + Math.floor(yearOfEra / 4) - Math.floor(yearOfEra / 100));
  const marchMonth = Math.floor((5 * dayOfYear + 2) / 153);
  const day = dayOfYear - Math.floor((153 * marchMonth + 2) / 5) + 1;
  const month = marchMonth < 10 ? marchMonth + 3 : marchMonth - 9;
  return dateOf({ year: yearOfEra + era * YEARS_PER_ERA + (month <= 2 ? 1 : 0), month, day });
}

/** Writes a year, month (1–12) and day as a calendar date; throws RuleRangeError when no such day exists. */
export function dateOf({ year, month, day }: CivilDay): CalendarDate {
  const date = `${String(year).padStart(4, '0')}-${String(month).padStart(2, '0')}-${String(day).padStart(2, '0')}`;
  partsOf(date);
  return date;
}

/** Whether a text names a day that exists, years 0001 to 9999; every other function here throws RuleRangeError otherwise. */
export function isCalendarDate(text: unknown): text is CalendarDate {
  if (typeof text !== 'string') return false;
  try {
    partsOf(text);
    return true;
  } catch {
    return false;
  }
}

/** The day so many calendar days later, or earlier when `days` is negative. */
export function addDays(date: CalendarDate, days: number): CalendarDate {
  return dateOfDayNumber(dayNumberOf(date) + days);
}

/** Calendar days from one day to another; negative when `to` comes first. */
export function daysBetween(from: CalendarDate, to: CalendarDate): number {
  return dayNumberOf(to) - dayNumberOf(from);
}

/** ISO weekday, 1 = Monday to 7 = Sunday. */
export function weekdayOf(date: CalendarDate): number {
  // 1 January 1970, day number 0, was a Thursday.
  const sinceMonday = (((dayNumberOf(date) + 3) % 7) + 7) % 7;
  return sinceMonday + 1;
}

/** The calendar year a day lies in. */
export function yearOf(date: CalendarDate): number {
  return partsOf(date).year;
}
