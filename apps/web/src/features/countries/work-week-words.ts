import type { WorkWeek } from '@demarche/rules';

const DAYS = ['Monday', 'Tuesday', 'Wednesday', 'Thursday', 'Friday', 'Saturday', 'Sunday'];

/** A weekend in force from a day on, in words; the one in force today is marked. */
interface WorkWeekLine {
  from: string | null;
  weekend: string;
  isInForce: boolean;
}

/** A post's dated weekends, newest first. */
export function workWeekLines(weeks: readonly WorkWeek[], today: string): WorkWeekLine[] {
  const newestFirst = [...weeks].sort((a, b) => (b.from ?? '').localeCompare(a.from ?? ''));
  const inForce = newestFirst.find(({ from }) => (from ?? '') <= today);
  return newestFirst.map((week) => ({
    from: week.from,
    weekend: weekendWords(week.weekend),
    isInForce: week === inForce,
  }));
}

/** `Friday and Saturday`; days are numbered from 1 for Monday. */
export function weekendWords(weekend: readonly number[]): string {
  const names = [...weekend].sort((a, b) => a - b).map((day) => DAYS[day - 1] ?? '');
  if (names.length === 0) return 'none';
  return names.length === 1 ? String(names[0]) : `${names.slice(0, -1).join(', ')} and ${names.at(-1)}`;
}
