import { Clock, type Instant, plusMilliseconds } from '@demarche/base';

/** A clock for tests that stands still until told otherwise. */
export class FrozenClock extends Clock {
  constructor(private instant: Instant) {
    super();
  }

  now(): Instant {
    return plusMilliseconds(this.instant, 0);
  }

  /** Puts the clock at an instant. */
  set(instant: Instant): void {
    this.instant = instant;
  }

  /** Moves the clock by milliseconds. */
  advance(milliseconds: number): void {
    this.instant = plusMilliseconds(this.instant, milliseconds);
  }
}
