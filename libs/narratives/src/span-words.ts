import { type CalendarDate, dateInWords, dateParts } from '@demarche/rules';

/** Whether a text already names a day, in either order of day and month. */
export function namesDate(text: string, date: CalendarDate): boolean {
  const { day, month, year } = dateParts(date);
  const named = new RegExp(`(^|\\D)(${day} ${month}|${month} ${day})(, | )${year}`, 'i');
  return named.test(text);
}

/** A span in running text: `between 1 May and 30 November 2009`, or `on 1 May 2009` for a single day. */
export function spanInWords(from: CalendarDate, until: CalendarDate): string {
  if (from === until) return `on ${dateInWords(from)}`;
  const start = dateParts(from);
  const isOneYear = start.year === dateParts(until).year;
  return `between ${isOneYear ? `${start.day} ${start.month}` : dateInWords(from)} and ${dateInWords(until)}`;
}

/** Several days in running text, each once: `3 May 2009, 5 June 2009 and 12 October 2009`. */
export function datesInWords(dates: readonly CalendarDate[]): string {
  const words = [...new Set(dates)].map(dateInWords);
  const last = words.pop() ?? '';
  return words.length === 0 ? last : `${words.join(', ')} and ${last}`;
}
