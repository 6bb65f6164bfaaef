import { hostname } from 'node:os';
import { Clock, type Instant, newId, SystemClock } from '@demarche/base';
import { Injectable } from '@nestjs/common';
import { UnitOfWork } from '../units/unit-of-work.service';
import { Installation } from './installation.repository';

/** What a process found wrong with its clock; the difference is how far ahead it is, negative when behind. */
export interface ClockTrouble {
  cause: 'jumped' | 'behind-last-written' | 'off-database' | 'off-queue';
  aheadMilliseconds: number;
}

/** A pause of all sending: which machine found what, by its own clock, and since when; it ends by a confirmation. */
export interface SendingPause extends ClockTrouble {
  id: string;
  machine: string;
  /** What the machine's clock read when the pause began, without the practice offset. */
  readAt: Instant;
  endedAt: Instant | null;
}

/** Happens when a process stops the sending of all; its opposite is the recorded act that ends the pause. */
export class SendingPaused {
  constructor(readonly pause: SendingPause) {}
}

const PAUSE = 'sending-pause';
const LAST_INSTANT = 'last-machine-instant';

/** Keeps the pause of all sending, and the last instant that a machine's clock has written, for every process alike. */
@Injectable()
export class SendingPauses {
  constructor(
    private readonly installation: Installation,
    private readonly units: UnitOfWork,
    private readonly clock: Clock,
  ) {}

  /** The latest pause, ended or not; null when there never was one. */
  async latest(): Promise<SendingPause | null> {
    const kept = await this.installation.fact(PAUSE);
    return kept === null ? null : (JSON.parse(kept) as SendingPause);
  }

  /** The pause that stands now, or null. */
  async current(): Promise<SendingPause | null> {
    const latest = await this.latest();
    return latest?.endedAt === null ? latest : null;
  }

  /** Begins a pause; where one stands already, that one stays, so that the first trouble is told. */
  async begin(trouble: ClockTrouble): Promise<void> {
    await this.units.run(async (unit) => {
      if (await this.current()) return;
      const pause = {
        ...trouble,
        id: newId(),
        machine: hostname(),
        readAt: this.machineInstant,
        endedAt: null,
      };
      await this.keep(pause);
      await unit.happened(new SendingPaused(pause));
    });
  }

  /** Ends the pause that stands, inside the unit of whoever confirmed it, and takes this machine's clock as right. */
  async end(): Promise<SendingPause | null> {
    const pause = await this.current();
    if (!pause) return null;
    const ended = { ...pause, endedAt: this.machineInstant };
    await this.keep(ended);
    await this.installation.keep(LAST_INSTANT, this.machineInstant);
    return ended;
  }

  /** Writes down what this machine's clock reads, unless a later reading is written already. */
  async noteInstant(): Promise<void> {
    const reading = this.machineInstant;
    await this.units.run(async () => {
      const written = await this.lastInstant();
      if (written === null || written < reading) await this.installation.keep(LAST_INSTANT, reading);
    });
  }

  /** The latest reading that any process has written down, or null. */
  lastInstant(): Promise<Instant | null> {
    return this.installation.fact(LAST_INSTANT);
  }

  private keep(pause: SendingPause): Promise<void> {
    return this.installation.keep(PAUSE, JSON.stringify(pause));
  }

  private get machineInstant(): Instant {
    return this.clock instanceof SystemClock ? this.clock.machine.instant() : this.clock.now();
  }
}
