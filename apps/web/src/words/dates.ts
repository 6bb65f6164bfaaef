const WEEKDAYS = ['Sunday', 'Monday', 'Tuesday', 'Wednesday', 'Thursday', 'Friday', 'Saturday'];
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

function parts(date: string) {
  const midnight = new Date(`${date}T00:00:00Z`);
  return {
    weekday: WEEKDAYS[midnight.getUTCDay()] ?? '',
    day: midnight.getUTCDate(),
    month: MONTHS[midnight.getUTCMonth()] ?? '',
    year: midnight.getUTCFullYear(),
  };
}

/** `Fri 13 Nov 2009`: the weekday always, since deadlines are about working days. */
export function shortDate(date: string): string {
  const { weekday, day, month, year } = parts(date);
  return `${weekday.slice(0, SHORT)} ${day} ${month.slice(0, SHORT)} ${year}`;
}

/** `Friday 13 November 2009`. */
export function longDate(date: string): string {
  const { weekday, day, month, year } = parts(date);
  return `${weekday} ${day} ${month} ${year}`;
}

/** A number with the right word: `1 day`, `0 days`. */
export function plural(number: number, words: { one: string; many: string }): string {
  return `${number.toLocaleString('en-US')} ${number === 1 ? words.one : words.many}`;
}
