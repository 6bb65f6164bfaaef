import type { CalendarDate } from '@demarche/rules';

/** Today in many zones at one moment: never more than three dates, most zones on one of them. */
export interface ZoneDays {
  /** The zone of a deadline that no post owes. */
  washington: string;
  /** The date in every zone that is not named among the others. */
  usual: CalendarDate;
  others: { date: CalendarDate; zones: string[] }[];
  /** The earliest and the latest of these dates. */
  first: CalendarDate;
  last: CalendarDate;
}

/** Groups zones by the date on their walls. */
export function zoneDays(
  zones: readonly string[],
  { washington, todayIn }: { washington: string; todayIn: (zone: string) => CalendarDate },
): ZoneDays {
  const byDate = new Map<CalendarDate, string[]>();
  for (const zone of new Set([washington, ...zones])) {
    const date = todayIn(zone);
    byDate.set(date, [...(byDate.get(date) ?? []), zone]);
  }
  const groups = [...byDate].map(([date, named]) => ({ date, zones: named }));
  const [most, ...others] = groups.sort((a, b) => b.zones.length - a.zones.length);
  const dates = [...byDate.keys()].sort();
  const usual = most?.date ?? todayIn(washington);
  return { washington, usual, others, first: dates[0] ?? usual, last: dates.at(-1) ?? usual };
}
