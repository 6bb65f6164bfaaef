import { addDays, type CalendarDate } from '@demarche/rules';
import type { Chance } from './chance';

/** The days of one cycle, of which those behind the house's today have happened. */
export class SeasonDays {
  readonly isCurrent: boolean;
  readonly opens: CalendarDate;
  private readonly closes: CalendarDate;

  constructor(
    readonly reportYear: number,
    readonly today: CalendarDate,
  ) {
    this.opens = `${reportYear}-07-01`;
    const end = `${reportYear + 1}-05-31`;
    this.isCurrent = end >= today;
    this.closes = this.isCurrent ? addDays(today, -1) : end;
  }

  /** A day of the cycle that has been. */
  past(chance: Chance): CalendarDate {
    const first = Date.parse(this.opens);
    const days = Math.max(1, Math.round((Date.parse(this.closes) - first) / 86_400_000));
    return addDays(this.opens, chance.below(days));
  }

  /** Any day of the cycle, also one to come. */
  any(chance: Chance): CalendarDate {
    return addDays(this.opens, chance.below(320));
  }

  hasBeen(day: CalendarDate): boolean {
    return day < this.today;
  }
}

/** An instant of a day: ten in the morning in Europe, the middle of the night in Washington. */
export const at = (day: CalendarDate, time = '09:00:00.000'): string => `${day}T${time}Z`;
