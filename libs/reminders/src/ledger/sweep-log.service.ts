import { Clock, type Instant } from '@demarche/base';
import { Installation, UnitOfWork } from '@demarche/store';
import { Injectable } from '@nestjs/common';

const FACT = 'last-sweep';

/** Remembers when the ledger was last swept, by whichever process did it, so that a silent alarm clock is noticed. */
@Injectable()
export class SweepLog {
  constructor(
    private readonly installation: Installation,
    private readonly units: UnitOfWork,
    private readonly clock: Clock,
  ) {}

  /** Notes that a round has just ended. */
  async note(): Promise<void> {
    await this.units.run(() => this.installation.keep(FACT, this.clock.now()));
  }

  /** When the last round ended, or null when there was none yet. */
  last(): Promise<Instant | null> {
    return this.installation.fact(FACT);
  }
}
