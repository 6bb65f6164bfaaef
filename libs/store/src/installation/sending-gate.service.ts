import { Clock, LOGGER, type Logger, SystemClock } from '@demarche/base';
import { type BeforeApplicationShutdown, Inject, Injectable } from '@nestjs/common';
import { Store } from '../connection/store';
import { type AskTime, ClockCheck, type ServerCause } from './clock-check';
import { type ClockTrouble, type SendingPause, SendingPauses } from './sending-pauses.repository';

const LOOK_EVERY_MILLISECONDS = 10_000;
const NONE_SEEN = '';

/**
 * Says whether anything may be sent (REL-8). A wrong clock would use up reminders that are not due, so a process looks
 * at its clock before each claim, and what one of them finds stops all until a person has confirmed the time.
 */
@Injectable()
export class SendingGate implements BeforeApplicationShutdown {
  private readonly check: ClockCheck | null;
  private trouble: ClockTrouble | null = null;
  private seenId: string | null = null;
  private turn: Promise<void> = Promise.resolve();
  private timer: NodeJS.Timeout | undefined;

  constructor(
    clock: Clock,
    store: Store,
    private readonly pauses: SendingPauses,
    @Inject(LOGGER) private readonly logger: Logger,
  ) {
    // A clock that stands still, as in tests, cannot be compared with anything.
    this.check = clock instanceof SystemClock ? new ClockCheck(clock.machine) : null;
    this.compareWith('off-database', () => store.serverTime());
  }

  /** Adds a server whose clock must agree with this machine's. */
  compareWith(cause: ServerCause, ask: AskTime): void {
    this.check?.compareWith(cause, ask);
  }

  /** Whether something may be claimed for sending now. Throws when the database does not answer: then nothing may. */
  async isOpen(): Promise<boolean> {
    await this.look();
    return (await this.pauses.current()) === null;
  }

  /** Looks at the clock now and then every ten seconds, until the shutdown. */
  async watch(): Promise<void> {
    this.timer = setInterval(
      () => void this.look().catch((error) => this.warn(error)),
      LOOK_EVERY_MILLISECONDS,
    );
    this.timer.unref();
    await this.look();
  }

  beforeApplicationShutdown(): void {
    clearInterval(this.timer);
  }

  /** One after another: of two at once, the second would find no jump before the first has written its pause down. */
  private look(): Promise<void> {
    const { check } = this;
    if (!check) return Promise.resolve();
    const look = this.turn.then(() => this.lookWith(check));
    this.turn = look.catch(() => undefined);
    return look;
  }

  private async lookWith(check: ClockCheck): Promise<void> {
    const news = await this.newsOfPause();
    if (news) return this.follow(news, check);
    // Kept until it is written down: the jump itself is seen only once.
    this.trouble ??= await check.look(() => this.pauses.lastInstant());
    if (this.trouble) return this.pause(this.trouble);
    if (check.isTimeToNote()) await this.pauses.noteInstant();
  }

  /** A pause that this process has not followed to its end. One that ended before it began says nothing of this clock. */
  private async newsOfPause(): Promise<SendingPause | null> {
    const latest = await this.pauses.latest();
    this.seenId ??= latest?.endedAt ? latest.id : NONE_SEEN;
    return latest?.id === this.seenId ? null : latest;
  }

  /** A pause that stands is waited out; one that was confirmed makes this clock, as it is, the right one. */
  private async follow(pause: SendingPause, check: ClockCheck): Promise<void> {
    if (pause.endedAt === null) return;
    this.seenId = pause.id;
    this.trouble = null;
    await check.accept();
  }

  private async pause(trouble: ClockTrouble): Promise<void> {
    await this.pauses.begin(trouble);
    this.trouble = null;
    this.logger.error(
      { ...trouble },
      'the clock is not to be trusted; nothing is sent until it is confirmed',
    );
  }

  private warn(error: unknown): void {
    this.logger.warn({ error: String(error) }, 'the clock could not be checked');
  }
}
