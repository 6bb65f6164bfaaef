import { type Instant, type MachineClock, millisecondsBetween } from '@demarche/base';
import type { ClockTrouble } from './sending-pauses.repository';

/** Asks another machine for the milliseconds since 1970 by its clock; null when it does not answer. */
export type AskTime = () => Promise<number | null>;

/** What a clock can be compared with while it runs. */
export type ServerCause = Extract<ClockTrouble['cause'], 'off-database' | 'off-queue'>;

/** How far a clock may be from what it is compared with before sending stops (REL-8). */
const FAR_OFF_MILLISECONDS = 2 * 3_600_000;
/** Several machines write the last instant, and their clocks differ by seconds: so much behind is not turned back. */
const BEHIND_MILLISECONDS = 60_000;
const EVERY_MILLISECONDS = 30_000;

/** Compares the machine's clock, without the practice offset, with whatever else knows how much time has passed. */
export class ClockCheck {
  private readonly servers = new Map<ServerCause, AskTime>();
  private readonly accepted = new Map<ServerCause, number>();
  private wall: number;
  private steady: number;
  private comparedAt = -Infinity;
  private notedAt = -Infinity;

  constructor(private readonly machine: MachineClock) {
    this.wall = machine.wallMilliseconds();
    this.steady = machine.steadyMilliseconds();
  }

  /** Adds a server whose clock must agree with the machine's. */
  compareWith(cause: ServerCause, ask: AskTime): void {
    this.servers.set(cause, ask);
  }

  /**
   * What is wrong with the clock: at the first look a clock before the last written instant (a gap forward is an outage),
   * later jumps that add up since the start or the last confirmation; at any time a server that disagrees.
   */
  async look(lastWritten: () => Promise<Instant | null>): Promise<ClockTrouble | null> {
    const aheadMilliseconds = this.drift();
    if (isFarOff(aheadMilliseconds)) return { cause: 'jumped', aheadMilliseconds };
    const isFirst = this.comparedAt === -Infinity;
    if (this.since(this.comparedAt) < EVERY_MILLISECONDS) return null;
    return (await this.offServer()) ?? (isFirst ? this.behind(await lastWritten()) : null);
  }

  /** Whether the present reading should be written down again. */
  isTimeToNote(): boolean {
    if (this.since(this.notedAt) < EVERY_MILLISECONDS) return false;
    this.notedAt = this.machine.steadyMilliseconds();
    return true;
  }

  /** Takes the clock as it reads now for right, with its present distance to each server: a person has confirmed it. */
  async accept(): Promise<void> {
    this.wall = this.machine.wallMilliseconds();
    this.steady = this.machine.steadyMilliseconds();
    for (const [cause, ask] of this.servers) this.accepted.set(cause, (await this.aheadOf(ask)) ?? 0);
  }

  /** How far the wall clock has left the counter since it was last right, in one jump or in many small ones. */
  private drift(): number {
    const { machine } = this;
    return machine.wallMilliseconds() - this.wall - (machine.steadyMilliseconds() - this.steady);
  }

  private since(steady: number): number {
    return this.machine.steadyMilliseconds() - steady;
  }

  private behind(lastWritten: Instant | null): ClockTrouble | null {
    if (lastWritten === null) return null;
    const aheadMilliseconds = millisecondsBetween(lastWritten, this.machine.instant());
    return aheadMilliseconds < -BEHIND_MILLISECONDS
      ? { cause: 'behind-last-written', aheadMilliseconds }
      : null;
  }

  private async offServer(): Promise<ClockTrouble | null> {
    this.comparedAt = this.machine.steadyMilliseconds();
    for (const [cause, ask] of this.servers) {
      const aheadMilliseconds = await this.aheadOf(ask);
      if (aheadMilliseconds !== null && isFarOff(aheadMilliseconds - (this.accepted.get(cause) ?? 0)))
        return { cause, aheadMilliseconds };
    }
    return null;
  }

  private async aheadOf(ask: AskTime): Promise<number | null> {
    const theirs = await ask().catch(() => null);
    return theirs === null ? null : this.machine.wallMilliseconds() - theirs;
  }
}

function isFarOff(milliseconds: number): boolean {
  return Math.abs(milliseconds) > FAR_OFF_MILLISECONDS;
}
