import { Clock, millisecondsBetween } from '@demarche/base';
import { JobRunner } from '@demarche/jobs';
import { Injectable, type OnModuleInit } from '@nestjs/common';
import type { Reminder } from '../ledger/reminder.entity';
import { BELL_HORIZON_MILLISECONDS, RING_REMINDER, SWEEP_REMINDERS } from './reminder.jobs';

/** Asks the alarm clock to ring. Nothing hangs on the answer: a bell that is lost is found again by the sweep. */
@Injectable()
export class ReminderBells implements OnModuleInit {
  constructor(
    private readonly runner: JobRunner,
    private readonly clock: Clock,
  ) {}

  onModuleInit(): void {
    this.runner.declare(RING_REMINDER);
    this.runner.declare(SWEEP_REMINDERS);
  }

  /** Sets bells for rows that fall due within the horizon, without waiting for the queue. */
  setSoon(reminders: Reminder[]): void {
    const now = this.clock.now();
    const near = reminders.filter(
      ({ nextAt }) => nextAt !== null && millisecondsBetween(now, nextAt) <= BELL_HORIZON_MILLISECONDS,
    );
    for (const { id, dueAt } of near)
      this.runner.addSoon(RING_REMINDER, { reminderId: id }, { key: `r-${id}`, runAt: dueAt });
  }

  /** Sets the bell of a row for its due time. Throws QueueUnavailable when the queue is out of reach. */
  async set(reminder: Pick<Reminder, 'id' | 'dueAt'>): Promise<void> {
    const { id, dueAt } = reminder;
    await this.runner.add(RING_REMINDER, { reminderId: id }, { key: `r-${id}`, runAt: dueAt });
  }

  /**
   * Rings a row at once. It has a key of its own: the bell for the due time may still wait behind a clock that was put
   * right since, and would swallow this one. Throws QueueUnavailable when the queue is out of reach.
   */
  async ringNow(reminderId: string): Promise<void> {
    await this.runner.add(RING_REMINDER, { reminderId }, { key: `s-${reminderId}` });
  }
}
