import { addDays, dateOf, weekdayOf } from './calendar-date';
import type { CalendarDate } from './calendar-date';

/** A day on which federal offices in Washington are closed by statute; `name` is plain English. */
interface FederalHoliday {
  date: CalendarDate;
  name: string;
}

interface HolidayRule {
  name: string;
  since?: number;
  on: (year: number) => CalendarDate;
}

const MONDAY = 1;
const THURSDAY = 4;
const SATURDAY = 6;
const SUNDAY = 7;

const fixed = (month: number, day: number) => (year: number) => dateOf({ year, month, day });

const nthWeekday =
  ({ nth, weekday, month }: { nth: number; weekday: number; month: number }) =>
  (year: number) => {
    const first = dateOf({ year, month, day: 1 });
    return addDays(first, ((weekday - weekdayOf(first) + 7) % 7) + (nth - 1) * 7);
  };

const lastMondayOfMay = (year: number) => {
  const last = dateOf({ year, month: 5, day: 31 });
  return addDays(last, -((weekdayOf(last) - MONDAY + 7) % 7));
};

/**
 * 5 U.S.C. 6103(a), in the form it has had since 1978 (Pub. L. 94-97 gave Veterans Day back to 11 November).
 * Inauguration Day, 6103(c), closes only the Washington area and only every fourth year, and days granted by executive
 * order are no holidays of the statute: both stay out, and an office that keeps them enters them itself.
 */
const HOLIDAY_RULES: readonly HolidayRule[] = [
  { name: 'New Year’s Day', on: fixed(1, 1) },
  // Pub. L. 98-144 (1983), first kept in 1986.
  {
    name: 'Martin Luther King Jr. Day',
    since: 1986,
    on: nthWeekday({ nth: 3, weekday: MONDAY, month: 1 }),
  },
  { name: 'Washington’s Birthday', on: nthWeekday({ nth: 3, weekday: MONDAY, month: 2 }) },
  { name: 'Memorial Day', on: lastMondayOfMay },
  // Pub. L. 117-17, signed on 17 June 2021 and kept from that week on.
  { name: 'Juneteenth', since: 2021, on: fixed(6, 19) },
  { name: 'Independence Day', on: fixed(7, 4) },
  { name: 'Labor Day', on: nthWeekday({ nth: 1, weekday: MONDAY, month: 9 }) },
  { name: 'Columbus Day', on: nthWeekday({ nth: 2, weekday: MONDAY, month: 10 }) },
  { name: 'Veterans Day', on: fixed(11, 11) },
  { name: 'Thanksgiving Day', on: nthWeekday({ nth: 4, weekday: THURSDAY, month: 11 }) },
  { name: 'Christmas Day', on: fixed(12, 25) },
];

function namedDaysOf(year: number): FederalHoliday[] {
  return HOLIDAY_RULES.filter((rule) => (rule.since ?? 0) <= year).map((rule) => ({
    date: rule.on(year),
    name: rule.name,
  }));
}

/** Saturday: the Friday before, 5 U.S.C. 6103(b)(1). Sunday: the Monday after, Executive Order 11582 of 1971. */
function observedDayOf(holiday: FederalHoliday): FederalHoliday[] {
  const shift = { [SATURDAY]: -1, [SUNDAY]: 1 }[weekdayOf(holiday.date)];
  return shift === undefined
    ? []
    : [{ date: addDays(holiday.date, shift), name: `${holiday.name} (observed)` }];
}

/**
 * The federal holidays that fall into one calendar year, by date: the named days and, where one falls on a weekend, the
 * day on which it is kept. New Year's Day on a Saturday is kept on 31 December, so that day is listed under the old year.
 * Source: 5 U.S.C. 6103; meant for the years since 1978.
 */
export function federalHolidaysOf(year: number): FederalHoliday[] {
  const named = namedDaysOf(year);
  const newYear = namedDaysOf(year + 1).slice(0, 1);
  const observed = [...named, ...newYear].flatMap(observedDayOf);
  const prefix = `${String(year).padStart(4, '0')}-`;
  return [...named, ...observed]
    .filter((holiday) => holiday.date.startsWith(prefix))
    .sort((a, b) => (a.date < b.date ? -1 : 1));
}
