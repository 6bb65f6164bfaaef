import type { CalendarDate } from '@demarche/rules';

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

interface DateWords {
  day: string;
  month: string;
  year: string;
}

function wordsOf(date: CalendarDate): DateWords {
  const [year = '', month, day] = date.split('-');
  return { day: String(Number(day)), month: MONTHS[Number(month) - 1] ?? '', year };
}

/** A day in running text: `12 October 2009`. */
export function dateInWords(date: CalendarDate): string {
  const { day, month, year } = wordsOf(date);
  return `${day} ${month} ${year}`;
}

/** Whether a text already names a day, in either order of day and month. */
export function namesDate(text: string, date: CalendarDate): boolean {
  const { day, month, year } = wordsOf(date);
  const named = new RegExp(`(^|\\D)(${day} ${month}|${month} ${day})(, | )${year}`, 'i');
  return named.test(text);
}

/** A span in running text: `between 1 May and 30 November 2009`, or `on 1 May 2009` for a single day. */
export function spanInWords(from: CalendarDate, until: CalendarDate): string {
  if (from === until) return `on ${dateInWords(from)}`;
  const start = wordsOf(from);
  const isOneYear = start.year === wordsOf(until).year;
  return `between ${isOneYear ? `${start.day} ${start.month}` : dateInWords(from)} and ${dateInWords(until)}`;
}

/** Several days in running text, each once: `3 May 2009, 5 June 2009 and 12 October 2009`. */
export function datesInWords(dates: readonly CalendarDate[]): string {
  const words = [...new Set(dates)].map(dateInWords);
  const last = words.pop() ?? '';
  return words.length === 0 ? last : `${words.join(', ')} and ${last}`;
}
