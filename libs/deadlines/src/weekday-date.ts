import { type CalendarDate, weekdayOf, yearOf } from '@demarche/rules';

const WEEKDAYS = ['Mon', 'Tue', 'Wed', 'Thu', 'Fri', 'Sat', 'Sun'];
const MONTHS = ['Jan', 'Feb', 'Mar', 'Apr', 'May', 'Jun', 'Jul', 'Aug', 'Sep', 'Oct', 'Nov', 'Dec'];

/** A date for a narrow place, always with its weekday: `Fri 13 Nov`. Throws RangeError on a text that is no date. */
export function shortWeekdayDate(date: CalendarDate): string {
  const [, month, day] = date.split('-').map(Number);
  return `${WEEKDAYS[weekdayOf(date) - 1]} ${day} ${MONTHS[(month ?? 1) - 1]}`;
}

/** The same with its year: `Fri 13 Nov 2009`. */
export function weekdayDate(date: CalendarDate): string {
  return `${shortWeekdayDate(date)} ${yearOf(date)}`;
}
