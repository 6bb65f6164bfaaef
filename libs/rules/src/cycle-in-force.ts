import type { CalendarDate } from './calendar-date';

/** A cycle and the first day of its interim window; an act of that day is told in its assessment. */
export interface CycleWindow {
  cycleId: string;
  from: CalendarDate;
}

/**
 * The cycle to which a day belongs: the one whose window opened last. A window holds until the next one opens, also
 * after its own last day, since what happens then is still about the same plan. Null before every window. The house's
 * own reading, no law.
 */
export function cycleInForce(windows: readonly CycleWindow[], day: CalendarDate): string | null {
  const opened = windows.filter(({ from }) => from <= day);
  return opened.reduce<CycleWindow | null>(later, null)?.cycleId ?? null;
}

function later(latest: CycleWindow | null, one: CycleWindow): CycleWindow {
  return latest === null || one.from > latest.from ? one : latest;
}
