import { Clock, type Instant, SETTINGS, type Settings } from '@demarche/base';
import { Inject, Injectable } from '@nestjs/common';

/** The times that govern a sending: the present, how long a claim holds, how long a row without an answer waits. */
@Injectable()
export class SendingTimes {
  constructor(
    private readonly clock: Clock,
    @Inject(SETTINGS) private readonly settings: Settings,
  ) {}

  /** The present instant. */
  get now(): Instant {
    return this.clock.now();
  }

  /** When a claim that is taken or prolonged now runs out. */
  get leaseEnd(): Instant {
    return this.clock.plus(this.settings.leaseSeconds * 1_000);
  }

  /** How many milliseconds a row waits whose body left and was never answered for. */
  get holdMilliseconds(): number {
    return this.settings.ambiguousHoldSeconds * 1_000;
  }
}
