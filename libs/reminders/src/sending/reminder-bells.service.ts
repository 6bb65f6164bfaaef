import { Clock, millisecondsBetween } from '@demarche/base';
import { JobRunner } from '@demarche/jobs';
import { UnitOfWork } from '@demarche/store';
import { Injectable, type OnModuleInit } from '@nestjs/common';
import type { Reminder } from '../ledger/reminder.entity';
import { ReminderRepository, type Rung, type Waiting } from '../ledger/reminder.repository';
import { BELL_HORIZON_MILLISECONDS, RING_REMINDER, SWEEP_REMINDERS } from './reminder.jobs';

/** Asks the alarm clock to ring. Nothing hangs on the answer: a bell that is lost is found again by the sweep. */
@Injectable()
export class ReminderBells implements OnModuleInit {
  constructor(
    private readonly runner: JobRunner,
    private readonly reminders: ReminderRepository,
    private readonly units: UnitOfWork,
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

  /** Sets the bells of planned rows for their times, and marks them queued. Throws QueueUnavailable when the queue is out of reach. */
  async set(planned: Waiting[]): Promise<void> {
    await Promise.all(
      planned.map(({ id, nextAt }) =>
        this.runner.add(RING_REMINDER, { reminderId: id }, { key: `r-${id}`, runAt: nextAt }),
      ),
    );
    await this.units.run(() => this.reminders.markQueued(planned.map(({ id }) => id)));
  }

  /**
   * Rings rows at once. These bells have keys of their own: the one for the due time may still wait behind a clock that
   * was put right since, and one that a killed worker was answering is known to Redis for a while; either would swallow
   * this one. Throws QueueUnavailable when the queue is out of reach.
   */
  async ringNow(rows: Rung[]): Promise<void> {
    await Promise.all(
      rows.map(({ id, attempt }) =>
        this.runner.add(RING_REMINDER, { reminderId: id }, { key: `s-${id}-${attempt}` }),
      ),
    );
  }
}
