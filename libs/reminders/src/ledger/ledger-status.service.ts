import type { Actor } from '@demarche/access';
import { Clock, type Instant, millisecondsBetween } from '@demarche/base';
import { Injectable } from '@nestjs/common';
import { ReminderRepository } from './reminder.repository';
import { REMINDER_STATES, type ReminderState } from './reminder-state';
import { SweepLog } from './sweep-log.service';

/** How the ledger of reminders stands, for the status page: what waits too long, and whether anybody looks after it. */
export interface LedgerState {
  /** How many reminders stand in each state. */
  counts: Record<ReminderState, number>;
  /** When the longest waiting reminder that should have left by now fell due; null when nothing is late. */
  oldestDueAt: Instant | null;
  /** By how many whole minutes it is late; 0 when nothing is. */
  lateMinutes: number;
  /** When the next reminder falls due; null when none is planned. */
  nextDueAt: Instant | null;
  lastSweepAt: Instant | null;
}

const MINUTE = 60_000;

/** Tells how the ledger stands as a whole; single reminders stand on the page of their deadline. */
@Injectable()
export class LedgerStatus {
  constructor(
    private readonly reminders: ReminderRepository,
    private readonly sweeps: SweepLog,
    private readonly clock: Clock,
  ) {}

  /** The ledger's state now. Throws Forbidden without `read-status`. */
  async now(actor: Actor): Promise<LedgerState> {
    actor.must('read-status');
    const now = this.clock.now();
    const counts = Object.fromEntries(REMINDER_STATES.map((state) => [state, 0]));
    for (const { state, rows } of await this.reminders.tally()) counts[state] = rows;
    const first = await this.reminders.firstOpen();
    const isLate = first !== null && first <= now;
    return {
      counts: counts as Record<ReminderState, number>,
      oldestDueAt: isLate ? first : null,
      lateMinutes: isLate ? Math.floor(millisecondsBetween(first, now) / MINUTE) : 0,
      nextDueAt: await this.reminders.firstOpen({ after: now }),
      lastSweepAt: await this.sweeps.last(),
    };
  }
}
