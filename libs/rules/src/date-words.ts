import { type CalendarDate, isCalendarDate, weekdayOf } from './calendar-date';
import { RuleRangeError } from './rule-range-error';

const WEEKDAYS = ['Monday', 'Tuesday', 'Wednesday', 'Thursday', 'Friday', 'Saturday', 'Sunday'];
const MONTHS = [
  'January',
  'February',
  'March',
  'April',
  'May',
  'June',
  'July',
  'August',
  'September',
  'October',
  'November',
  'December',
];
const SHORT = 3;

/** The parts of a date as people read them: `13`, `November`, `2009`, `Friday`. Throws RuleRangeError on anything but a date. */
export function dateParts(date: CalendarDate): { day: string; month: string; year: string; weekday: string } {
  if (!isCalendarDate(date)) throw new RuleRangeError('not-a-date', `“${date}” is not a calendar date`);
  const [year = '', month, day] = date.split('-');
  return {
    day: String(Number(day)),
    month: MONTHS[Number(month) - 1] ?? '',
    year,
    weekday: WEEKDAYS[weekdayOf(date) - 1] ?? '',
  };
}

/** A day in running text: `13 November 2009`. */
export function dateInWords(date: CalendarDate): string {
  const { day, month, year } = dateParts(date);
  return `${day} ${month} ${year}`;
}

/** The weekday of a date in full: `Friday`. */
export function weekdayName(date: CalendarDate): string {
  return dateParts(date).weekday;
}

/** A day for a narrow place, always with its weekday: `Fri 13 Nov`. */
export function shortWeekdayDate(date: CalendarDate): string {
  const { day, month, weekday } = dateParts(date);
  return `${weekday.slice(0, SHORT)} ${day} ${month.slice(0, SHORT)}`;
}

/** The same with its year: `Fri 13 Nov 2009`. */
export function weekdayDate(date: CalendarDate): string {
  return `${shortWeekdayDate(date)} ${dateParts(date).year}`;
}
