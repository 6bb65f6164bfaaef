import { sharesWorkday } from '@demarche/rules';
import type { CountryFacts, PostFacts } from '../places/places';
import { countryReader, unknownCountry } from './posts-table';
import { cell, type LineReader, refuse, type RefusedLine, type TableRow } from './table';

/** A weekend that a table starts for a post. */
export interface StartedWeek {
  postId: string;
  from: string;
  weekend: number[];
}

/** What a line about a weekend is read against; `today` is the day the table is loaded on. */
interface KnownCalendars {
  countries: readonly CountryFacts[];
  posts: readonly PostFacts[];
  /** Dated weekends of every post, oldest first. */
  workWeeks: readonly { postId: string; from: string | null; weekend: number[] }[];
  today: string;
}

const NO_COMMON_DAY = 'With this weekend the post and Washington never work on the same day.';
const WEEKDAYS = ['mon', 'tue', 'wed', 'thu', 'fri', 'sat', 'sun'];
const DAYS_A_WEEK = 7;

/**
 * Reads lines about a country's weekend as it is today. Where it differs from the last weekend known of the country's
 * posts, a new one starts on the day of loading; no dated row is replaced. Counts of holidays are no holidays and are
 * left aside. Refused: unknown countries and days, countries without a post, lines that doubt themselves.
 */
export function calendarReader(known: KnownCalendars): LineReader<StartedWeek[]> {
  const taken = new Map<string, number>();
  const countryOf = countryReader(known.countries);
  return (row) => {
    const country = countryOf(row);
    if (!country) return unknownCountry(row);
    const earlier = taken.get(country.id);
    if (earlier !== undefined)
      return refuse(row, 'twice', `${country.name} already stands on line ${earlier}.`);
    taken.set(country.id, row.line);
    const posts = known.posts.filter((post) => post.countryId === country.id);
    if (posts.length === 0) return refuse(row, 'no-post', `No post stands in ${country.name}.`);
    const weekend = weekendOf(row);
    if (!weekend) return refuse(row, 'weekend-unknown', 'The weekend is not given by names of days.');
    const differing = posts.filter((post) => !sameDays(lastWeekend(post.id, known), weekend));
    if (differing.length === 0) return { line: row.line, act: 'same', subject: country.name, write: null };
    return (
      refusalOf(row, differing, known) ?? {
        line: row.line,
        act: 'change',
        subject: country.name,
        write: differing.map((post) => ({ postId: post.id, from: known.today, weekend })),
      }
    );
  };
}

function refusalOf(
  row: TableRow,
  posts: readonly PostFacts[],
  { workWeeks, today }: KnownCalendars,
): RefusedLine | null {
  if (!sharesWorkday(weekendOf(row) ?? [])) return refuse(row, 'no-common-working-day', NO_COMMON_DAY);
  const note = cell(row, 'weekend_note');
  if (note)
    return refuse(
      row,
      'line-in-doubt',
      `The line differs from the register and says of itself: “${note}”. Enter the weekend by hand.`,
    );
  const ids = posts.map((post) => post.id);
  const later = workWeeks.find((week) => ids.includes(week.postId) && (week.from ?? '') >= today);
  if (!later) return null;
  return refuse(row, 'dated-row-stands', `The register has a weekend from ${later.from}, which stays.`);
}

function lastWeekend(postId: string, { workWeeks }: KnownCalendars): number[] {
  return workWeeks.filter((week) => week.postId === postId).at(-1)?.weekend ?? [];
}

function sameDays(left: readonly number[], right: readonly number[]): boolean {
  return left.length === right.length && left.every((day) => right.includes(day));
}

function weekendOf(row: TableRow): number[] | null {
  const [first, last] = ['weekend_start', 'weekend_end'].map((column) =>
    WEEKDAYS.indexOf(cell(row, column).toLowerCase().slice(0, 3)),
  );
  if (first === undefined || last === undefined || first < 0 || last < 0) return null;
  const length = ((last - first + DAYS_A_WEEK) % DAYS_A_WEEK) + 1;
  return Array.from({ length }, (_, index) => ((first + index) % DAYS_A_WEEK) + 1);
}
