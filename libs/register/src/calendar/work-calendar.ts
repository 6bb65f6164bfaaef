import type { WorkCalendar } from '@demarche/rules';
import { USUAL_WORK_WEEK } from '../shipped/work-weeks';
import type { HostHoliday } from './host-holiday.entity';
import type { WorkWeekRow } from './work-week.entity';

const SATURDAY_SUNDAY = { from: USUAL_WORK_WEEK[0], weekend: [...USUAL_WORK_WEEK[1]] };

/** One post's rows as the rules read a calendar; without a work week it works Monday to Friday. */
export function workCalendar(weeks: readonly WorkWeekRow[], holidays: readonly HostHoliday[]): WorkCalendar {
  return {
    where: 'post',
    workWeeks: weeks.length > 0 ? weeks.map(({ from, weekend }) => ({ from, weekend })) : [SATURDAY_SUNDAY],
    holidays: holidays.map(({ on, name }) => ({ date: on, name })),
  };
}

/** The calendars of the posts that rows name, by token; whoever has no row is not in the map. */
export function workCalendarsByPost(
  weeks: readonly WorkWeekRow[],
  holidays: readonly HostHoliday[],
): Map<string, WorkCalendar> {
  const weeksOf = byPost(weeks);
  const holidaysOf = byPost(holidays);
  const ids = new Set([...weeksOf.keys(), ...holidaysOf.keys()]);
  return new Map([...ids].map((id) => [id, workCalendar(weeksOf.get(id) ?? [], holidaysOf.get(id) ?? [])]));
}

function byPost<Row extends { postId: string }>(rows: readonly Row[]): Map<string, Row[]> {
  const grouped = new Map<string, Row[]>();
  for (const row of rows) {
    const known = grouped.get(row.postId);
    if (known) known.push(row);
    else grouped.set(row.postId, [row]);
  }
  return grouped;
}
