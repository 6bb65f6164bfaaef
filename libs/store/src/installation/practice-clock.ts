import { Clock, millisecondsBetween, SystemClock } from '@demarche/base';
import { Injectable, type OnModuleInit } from '@nestjs/common';
import { Installation } from './installation.repository';
import { UnitOfWork } from '../units/unit-of-work.service';

const FACT = 'practice-offset-milliseconds';

/** Happens when practice time is put at another instant; moved back, it happens again. */
export class PracticeClockMoved {
  constructor(readonly to: string) {}
}

/** Keeps the practice offset in the database, so that every process of an installation lives in the same time. */
@Injectable()
export class PracticeClock implements OnModuleInit {
  constructor(
    private readonly clock: Clock,
    private readonly installation: Installation,
    private readonly units: UnitOfWork,
  ) {}

  /** Before any bell rings. */
  onModuleInit(): Promise<void> {
    return this.recall();
  }

  /** Sets the clock as the installation remembers it; asked again after another process made the first start. */
  async recall(): Promise<void> {
    const kept = await this.installation.fact(FACT);
    if (kept !== null && this.clock instanceof SystemClock) this.clock.shiftBy(Number(kept));
  }

  /** Puts the clock at an instant from now on, running at normal speed; does nothing to a frozen clock. */
  async startAt(instant: string): Promise<void> {
    const { clock } = this;
    if (!(clock instanceof SystemClock)) return;
    const offset = clock.offsetMilliseconds + millisecondsBetween(clock.now(), instant);
    clock.shiftBy(offset);
    await this.units.run(async (unit) => {
      await this.installation.keep(FACT, String(offset));
      await unit.happened(new PracticeClockMoved(instant));
    });
  }
}
