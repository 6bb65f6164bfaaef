import { Temporal } from 'temporal-polyfill';

/** An instant as ISO text in UTC with milliseconds, for example `2009-11-04T14:00:00.000Z`: sorts as text on every database. */
export type Instant = string;

/** The zone that speaks where no post does. */
export const WASHINGTON_ZONE = 'America/New_York';

/** A wall-clock moment of a place: calendar date, `HH:MM`, IANA zone. */
interface LocalMoment {
  date: string;
  time: string;
  zone: string;
}

const text = (epochMilliseconds: number): Instant => new Date(epochMilliseconds).toISOString();

const CANONICAL = /^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d\.\d{3}Z$/;

/** Nearly every instant is written as this house writes it, and then needs no more than the engine's own reading. */
function millisecondsOf(instant: Instant): number {
  const read = CANONICAL.test(instant) ? Date.parse(instant) : NaN;
  return Number.isNaN(read) ? Temporal.Instant.from(instant).epochMilliseconds : read;
}

/**
 * The instant of a wall-clock moment. In the hour that a zone skips it is the next valid minute; in the hour that
 * comes twice it is the first. Throws RangeError on an unknown zone or a malformed date.
 */
export function instantOf(moment: LocalMoment): Instant {
  const local = Temporal.PlainDateTime.from(`${moment.date}T${moment.time}`);
  const zoned = local.toZonedDateTime(moment.zone, { disambiguation: 'earlier' });
  if (zoned.toPlainDateTime().equals(local)) return text(zoned.epochMilliseconds);
  const beforeGap = zoned.getTimeZoneTransition('next');
  return text((beforeGap ?? zoned).epochMilliseconds);
}

/** A zone's calendar date, and the milliseconds since 1970 between which it stands on the wall. */
interface LocalDay {
  date: string;
  from: number;
  until: number;
}

/** The day asked for last in each zone: the same pages ask for today again and again. It never becomes untrue. */
const lastDays = new Map<string, LocalDay>();

/** The calendar date on the wall of a zone at an instant. Throws RangeError on an unknown zone. */
export function localDateOf(instant: Instant, zone: string): string {
  const at = millisecondsOf(instant);
  const last = lastDays.get(zone);
  if (last && last.from <= at && at < last.until) return last.date;
  const day = Temporal.Instant.fromEpochMilliseconds(at).toZonedDateTimeISO(zone).toPlainDate();
  const startOf = (one: Temporal.PlainDate) => one.toZonedDateTime(zone).epochMilliseconds;
  const found = { date: day.toString(), from: startOf(day), until: startOf(day.add({ days: 1 })) };
  if (found.from <= at && at < found.until) lastDays.set(zone, found);
  return found.date;
}

/** The `HH:MM` on the wall of a zone at an instant, 00 to 23 hours. */
export function localTimeOf(instant: Instant, zone: string): string {
  return Temporal.Instant.from(instant)
    .toZonedDateTimeISO(zone)
    .toPlainTime()
    .toString({ smallestUnit: 'minute' });
}

/** An instant moved by milliseconds, forward or back. */
export function plusMilliseconds(instant: Instant, milliseconds: number): Instant {
  return text(millisecondsOf(instant) + Math.round(milliseconds));
}

/** Milliseconds from one instant to another; negative when the second lies before the first. */
export function millisecondsBetween(from: Instant, to: Instant): number {
  return millisecondsOf(to) - millisecondsOf(from);
}

/** The only source of time in the house: everything that asks what time it is asks here. */
export abstract class Clock {
  /** The present instant. */
  abstract now(): Instant;

  /** Today's calendar date on the wall of a zone. */
  today(zone: string): string {
    return localDateOf(this.now(), zone);
  }

  /** The present instant moved by milliseconds. */
  plus(milliseconds: number): Instant {
    return plusMilliseconds(this.now(), milliseconds);
  }
}

/** What the machine itself reads: its wall clock, and a counter that runs on whatever is done to that clock. */
export class MachineClock {
  /** Milliseconds since 1970 by the wall clock; a person or a time server may put it right at any moment. */
  wallMilliseconds(): number {
    return Date.now();
  }

  /** Milliseconds by the counter, from a start of its own. */
  steadyMilliseconds(): number {
    return performance.now();
  }

  /** The wall clock's instant, without any practice offset. */
  instant(): Instant {
    return text(Math.floor(this.wallMilliseconds()));
  }
}

/** The machine's clock with an offset: zero in production, years in the practice of the worked example. */
export class SystemClock extends Clock {
  private offset = 0;

  constructor(readonly machine = new MachineClock()) {
    super();
  }

  /** Milliseconds that this clock is ahead of the machine (negative when behind). */
  get offsetMilliseconds(): number {
    return this.offset;
  }

  /** Sets the practice offset in milliseconds; kept by the store, told once at boot. */
  shiftBy(offsetMilliseconds: number): void {
    this.offset = offsetMilliseconds;
  }

  now(): Instant {
    return text(Math.floor(this.machine.wallMilliseconds()) + this.offset);
  }
}

/** Today's date on the machine's own clock, in UTC, whatever a practice clock says: only for bounds of years. */
export function machineToday(): string {
  return localDateOf(text(Date.now()), 'UTC');
}
