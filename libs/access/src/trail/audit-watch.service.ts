import { setTimeout as pause } from 'node:timers/promises';
import { Clock, LOGGER, type Logger, millisecondsBetween } from '@demarche/base';
import { Installation, UnitOfWork } from '@demarche/store';
import { type BeforeApplicationShutdown, Inject, Injectable } from '@nestjs/common';
import { Audit, type AuditVerdict, type Pace } from './audit.service';

/** What a check found, and when it ended. */
export interface DatedVerdict extends AuditVerdict {
  at: string;
}

/**
 * How the chain stands: the last check of its end, the last one of the whole (of any process and any start), and how
 * far a check of the whole has come that runs now. Null is what there was none of yet.
 */
export interface ChainStanding {
  tail: DatedVerdict | null;
  whole: DatedVerdict | null;
  running: { read: number; of: number } | null;
}

const FRESH_MILLISECONDS = 5 * 60_000;
const DAY_MILLISECONDS = 24 * 3_600_000;
const LOOK_MILLISECONDS = 10 * 60_000;
/** How long a page waits for a check; most trails are read by then. */
const PATIENCE_MILLISECONDS = 1_000;
const REST_MILLISECONDS = 10;
const FACT = 'audit-whole-check';

/**
 * Sees to it that the trail is read: its end at the start and when somebody looks, the whole once a day. No request
 * waits for a long check.
 */
@Injectable()
export class AuditWatch implements BeforeApplicationShutdown {
  private tail: DatedVerdict | null = null;
  private ends: Promise<void> | null = null;
  private wholes: Promise<void> | null = null;
  private running: ChainStanding['running'] = null;
  private timer: NodeJS.Timeout | undefined;
  private isStopping = false;

  constructor(
    private readonly audit: Audit,
    private readonly installation: Installation,
    private readonly units: UnitOfWork,
    private readonly clock: Clock,
    @Inject(LOGGER) private readonly logger: Logger,
  ) {}

  /** Reads the end of the chain and anchors it; from then on anchors, and reads the whole once a day. */
  async start(): Promise<void> {
    await this.readTail();
    await this.audit.anchor();
    this.timer = setInterval(() => void this.look(), LOOK_MILLISECONDS).unref();
  }

  beforeApplicationShutdown(): void {
    this.isStopping = true;
    clearInterval(this.timer);
  }

  /**
   * How the chain stands. The end is read again when its last check has grown old, the whole when it is asked for; a
   * check that takes longer than a second goes on by itself.
   */
  async standing({ fresh }: { fresh: boolean }): Promise<ChainStanding> {
    const isOld = this.tail === null || this.since(this.tail.at) >= FRESH_MILLISECONDS;
    const check = fresh ? this.readWhole(atOnce) : isOld ? this.readTail() : Promise.resolve();
    const patience = new AbortController();
    const { signal } = patience;
    await Promise.race([check, pause(PATIENCE_MILLISECONDS, undefined, { signal }).catch(() => undefined)]);
    patience.abort();
    return { tail: this.tail, whole: await this.lastWhole(), running: this.running };
  }

  private async look(): Promise<void> {
    await this.audit.anchor().catch((error) => this.fail(error, 'the trail was not anchored'));
    const whole = await this.lastWhole();
    if (whole === null || this.since(whole.at) >= DAY_MILLISECONDS) await this.readWhole(atRest);
  }

  private readTail(): Promise<void> {
    this.ends ??= this.audit
      .verifyTail(this.stoppable(atOnce))
      .then((verdict) => this.keepTail(verdict))
      .catch((error) => this.fail(error, 'the end of the audit trail was not checked'))
      .finally(() => (this.ends = null));
    return this.ends;
  }

  private readWhole(pace: Pace): Promise<void> {
    const counted: Pace = async (read, of) => {
      this.running = { read, of };
      await pace(read, of);
    };
    this.wholes ??= this.audit
      .verify(this.stoppable(counted))
      .then((verdict) => this.keepWhole(verdict))
      .catch((error) => this.fail(error, 'the audit trail was not checked to its end'))
      .finally(() => {
        this.wholes = null;
        this.running = null;
      });
    return this.wholes;
  }

  private async keepTail(verdict: AuditVerdict): Promise<void> {
    this.tail = this.dated(verdict);
    if (verdict.since === 0) await this.keepWhole(verdict);
  }

  private async keepWhole(verdict: AuditVerdict): Promise<void> {
    const whole = this.dated(verdict);
    this.tail = whole;
    await this.units.run(() => this.installation.keep(FACT, JSON.stringify(whole)));
  }

  private async lastWhole(): Promise<DatedVerdict | null> {
    const kept = await this.installation.fact(FACT);
    return kept === null ? null : (JSON.parse(kept) as DatedVerdict);
  }

  private dated(verdict: AuditVerdict): DatedVerdict {
    if (verdict.fault) this.logger.error({ fault: verdict.fault }, 'the audit trail is broken');
    return { ...verdict, at: this.clock.now() };
  }

  private since(instant: string): number {
    return Math.abs(millisecondsBetween(instant, this.clock.now()));
  }

  private stoppable(pace: Pace): Pace {
    return async (read, of) => {
      if (this.isStopping) throw new Error('The process is stopping.');
      await pace(read, of);
    };
  }

  private fail(error: unknown, words: string): void {
    if (!this.isStopping) this.logger.warn({ error: String(error) }, words);
  }
}

const atOnce: Pace = () => pause(0);

/** Rests about as long as the slice took, so that a check of the whole leaves half of the process to everybody else. */
const atRest: Pace = () => pause(REST_MILLISECONDS);
