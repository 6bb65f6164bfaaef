import {
  type CalendarDate,
  cycleDays,
  dateInWords,
  type DayCode,
  FAR_DAYS,
  FIRST_DAY,
  isCalendarDate,
  isFarDay,
  lastDay,
  yearMeant,
  yearOf,
} from '@demarche/rules';
import { z } from 'zod';
import { machineToday } from '../clock';
import type { Reason } from '../errors';
import { plainDigits } from './number';

/**
 * A day as `YYYY-MM-DD` that exists and that is of this trade: from 2000 to ten years ahead. The bound is the machine's
 * own year also where a practice clock runs, which lives in the past; days far from a plan's cycle are asked about besides.
 */
export function day(ask: string) {
  return z
    .string({ error: ask })
    .trim()
    .overwrite(plainDigits)
    .check(({ value, issues }) => {
      if (!isCalendarDate(value))
        issues.push({
          code: 'custom',
          message: `${ask} Write it as year-month-day, for example 2009-11-15.`,
          input: value,
        });
      else if (value < FIRST_DAY || value > lastDay(machineToday()))
        issues.push({
          code: 'custom',
          message: outOfRange(value),
          params: { code: OUT_OF_RANGE },
          input: value,
        });
    })
    .meta({ format: 'date' });
}

const OUT_OF_RANGE: DayCode = 'day-out-of-range';
const FAR: DayCode = 'far-day';

function outOfRange(date: CalendarDate): string {
  const last = lastDay(machineToday());
  const years = { from: yearOf(FIRST_DAY), until: yearOf(last), near: yearOf(machineToday()) };
  const bounds = `Days are taken from ${dateInWords(FIRST_DAY)} to ${dateInWords(last)}.`;
  return `${bounds}${question(yearMeant(yearOf(date), years))}`;
}

function question(meant: number | null): string {
  return meant === null ? '' : ` Was this meant to be ${meant}?`;
}

/** The cycle that a day belongs to, and whether a person has said that they are sure of a day far from it. */
interface DayAsked {
  reportYear: number;
  sure: boolean;
}

/** Asks about a day that lies far from its cycle; a person who is sure of it says so and is taken at their word. */
export function againstFarDay(field: string, date: CalendarDate, { reportYear, sure }: DayAsked): Reason[] {
  if (sure || !isFarDay(date, reportYear)) return [];
  const { from, until } = cycleDays(reportYear);
  const meant = yearMeant(yearOf(date), { from: yearOf(from), until: yearOf(until), near: reportYear });
  const said = `${dateInWords(date)} is more than ${FAR_DAYS} days from the cycle ${reportYear}–${String(reportYear + 1).slice(2)}.`;
  return [
    {
      field,
      code: FAR,
      message: `${said}${question(meant)} If the day is right, say that you are sure.`,
    },
  ];
}
