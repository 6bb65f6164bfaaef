import { addDays, daysBetween, weekdayOf } from './calendar-date';
import type { CalendarDate } from './calendar-date';
import { federalHolidaysOf } from './federal-holiday';
import { RuleRangeError } from './rule-range-error';

/** Whose calendar speaks: Washington's, or that of the post a deadline belongs to. */
type Where = 'post' | 'washington';

/** A weekend, as ISO weekdays, in force from a day on; `from: null` means it has always been so. */
export interface WorkWeek {
  from: CalendarDate | null;
  weekend: number[];
}

/** All that decides whether one party works on a day: its dated work weeks and its holidays. */
export interface WorkCalendar {
  where: Where;
  workWeeks: WorkWeek[];
  holidays: { date: CalendarDate; name: string }[];
}

/** What keeps a party from working on a day. */
export type ShiftCode = 'weekend' | 'holiday';

/** Why one party does not work on one day; `name` is the holiday's. */
export interface ShiftReason {
  date: CalendarDate;
  code: ShiftCode;
  where: Where;
  name?: string;
}

/** The statutory date as it stands in law, the working date it can be met on, and every reason between them. */
export interface WorkingDate {
  statutory: CalendarDate;
  effective: CalendarDate;
  reasons: ShiftReason[];
}

// No two calendars leave a gap of a year; a longer search means that they have no working day in common.
const LONGEST_SEARCH = 366;

const WEEK = 7;

const WASHINGTON_WEEKEND: WorkWeek = { from: null, weekend: [6, 7] };

/** Washington's calendar for the days around a year: Saturday and Sunday off, federal holidays from the year before to the year after. */
export function washingtonCalendar(aroundYear: number): WorkCalendar {
  return {
    where: 'washington',
    workWeeks: [WASHINGTON_WEEKEND],
    holidays: [aroundYear - 1, aroundYear, aroundYear + 1].flatMap(federalHolidaysOf),
  };
}

/** Whether a post with this weekend shares at least one day of the week with Washington. */
export function sharesWorkday(weekend: readonly number[]): boolean {
  const closed = new Set([...weekend, ...WASHINGTON_WEEKEND.weekend]);
  return closed.size < WEEK;
}

// A day older than every dated week is read by the oldest: a calendar that starts late says nothing else about the past.
function workWeekOn(date: CalendarDate, calendar: WorkCalendar): WorkWeek | undefined {
  const byStart = [...calendar.workWeeks].sort((a, b) => ((a.from ?? '') < (b.from ?? '') ? -1 : 1));
  return byStart.filter((week) => (week.from ?? '') <= date).at(-1) ?? byStart[0];
}

// A holiday that falls on a weekend is told as a weekend: one reason a day and party.
function reasonOf(date: CalendarDate, calendar: WorkCalendar): ShiftReason | null {
  const { where } = calendar;
  if (workWeekOn(date, calendar)?.weekend.includes(weekdayOf(date))) return { date, code: 'weekend', where };
  const holiday = calendar.holidays.find((candidate) => candidate.date === date);
  return holiday ? { date, code: 'holiday', where, name: holiday.name } : null;
}

function reasonsOn(date: CalendarDate, parties: WorkCalendar[]): ShiftReason[] {
  return parties.map((party) => reasonOf(date, party)).filter((reason) => reason !== null);
}

/** Whether every party works on a day. Without parties every day is a working day. */
export function isWorkingDay(date: CalendarDate, parties: WorkCalendar[]): boolean {
  return reasonsOn(date, parties).length === 0;
}

/**
 * The latest day on or before the statutory one on which every party works, with one reason for each skipped day and
 * party, from the statutory date backwards. Throws RuleRangeError when the parties share no working day within a year.
 */
export function workingDate(statutory: CalendarDate, parties: WorkCalendar[]): WorkingDate {
  const reasons: ShiftReason[] = [];
  for (let back = 0; back < LONGEST_SEARCH; back += 1) {
    const date = addDays(statutory, -back);
    const skipped = reasonsOn(date, parties);
    if (skipped.length === 0) return { statutory, effective: date, reasons };
    reasons.push(...skipped);
  }
  throw new RuleRangeError('no-common-working-day', `no common working day in the year before ${statutory}`);
}

function nextWorkingDay({
  date,
  step,
  parties,
}: {
  date: CalendarDate;
  step: 1 | -1;
  parties: WorkCalendar[];
}) {
  for (let away = 1; away <= LONGEST_SEARCH; away += 1) {
    const candidate = addDays(date, step * away);
    if (isWorkingDay(candidate, parties)) return candidate;
  }
  throw new RuleRangeError('no-common-working-day', `no common working day within a year of ${date}`);
}

/**
 * The nth day after (or, negative, before) a date on which every party works; the date itself is not counted and 0 gives
 * it back. Throws RuleRangeError when the parties share no working day within a year.
 */
export function addWorkingDays(date: CalendarDate, days: number, parties: WorkCalendar[]): CalendarDate {
  const step = days < 0 ? -1 : 1;
  let reached = date;
  for (let left = Math.abs(days); left > 0; left -= 1)
    reached = nextWorkingDay({ date: reached, step, parties });
  return reached;
}

/** A stretch of days in which no party's weekend changes, both ends included. */
interface Stretch {
  first: CalendarDate;
  days: number;
  weekend: Set<number>;
}

function stretchesIn(first: CalendarDate, days: number, parties: WorkCalendar[]): Stretch[] {
  const changes = parties
    .flatMap(({ workWeeks }) => workWeeks.map(({ from }) => (from === null ? 0 : daysBetween(first, from))))
    .filter((offset) => offset > 0 && offset < days);
  const starts = [...new Set([0, ...changes])].sort((a, b) => a - b);
  return starts.map((start, place) => {
    const from = addDays(first, start);
    const weekend = parties.flatMap((party) => workWeekOn(from, party)?.weekend ?? []);
    return { first: from, days: (starts[place + 1] ?? days) - start, weekend: new Set(weekend) };
  });
}

// Whole weeks are counted at once: a year mistyped by centuries costs no more than a day.
function openDaysIn({ first, days, weekend }: Stretch): number {
  const whole = Math.floor(days / WEEK);
  const weekday = weekdayOf(first);
  const rest = Array.from({ length: days % WEEK }, (_, place) => ((weekday - 1 + place) % WEEK) + 1);
  return whole * (WEEK - weekend.size) + rest.filter((day) => !weekend.has(day)).length;
}

function holidaysKept(from: CalendarDate, to: CalendarDate, parties: WorkCalendar[]): number {
  const days = parties.flatMap(({ holidays }) => holidays.map(({ date }) => date));
  const inside = [...new Set(days)].filter((date) => from < date && date <= to);
  const onWorkdays = inside.filter(
    (date) => !parties.some((party) => workWeekOn(date, party)?.weekend.includes(weekdayOf(date))),
  );
  return onWorkdays.length;
}

/** Working days after `from` up to and including `to`: what an officer has left. Negative when `to` comes first. */
export function workingDaysBetween(from: CalendarDate, to: CalendarDate, parties: WorkCalendar[]): number {
  if (to < from) return -workingDaysBetween(to, from, parties) || 0;
  const days = daysBetween(from, to);
  if (days === 0) return 0;
  const open = stretchesIn(addDays(from, 1), days, parties).map(openDaysIn);
  return open.reduce((sum, count) => sum + count, 0) - holidaysKept(from, to, parties);
}
