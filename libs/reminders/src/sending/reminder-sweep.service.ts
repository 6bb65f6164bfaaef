import { Clock, LOGGER, type Logger } from '@demarche/base';
import { UnitOfWork } from '@demarche/store';
import { Inject, Injectable } from '@nestjs/common';
import { ReminderBells } from './reminder-bells.service';
import { BELL_HORIZON_MILLISECONDS } from './reminder.jobs';
import { ReminderRepository } from '../ledger/reminder.repository';

const MOST_AT_ONCE = 500;

/**
 * Looks through the ledger, whatever the queue remembers: what is due is rung now, and what falls due within the horizon
 * gets its bell. Sweeps may overlap; the claim keeps a row from being sent twice.
 */
@Injectable()
export class ReminderSweep {
  constructor(
    private readonly reminders: ReminderRepository,
    private readonly bells: ReminderBells,
    private readonly units: UnitOfWork,
    private readonly clock: Clock,
    @Inject(LOGGER) private readonly logger: Logger,
  ) {}

  /** One round. Throws QueueUnavailable when the queue is out of reach; the next round tries again. */
  async round(): Promise<void> {
    const due = await this.reminders.dueBy(this.clock.now(), MOST_AT_ONCE);
    for (const id of due) await this.bells.ringNow(id);
    const near = await this.reminders.plannedBy(this.clock.plus(BELL_HORIZON_MILLISECONDS), MOST_AT_ONCE);
    const ahead = near.filter(({ id }) => !due.includes(id));
    for (const reminder of ahead) await this.bells.set(reminder);
    await this.markQueued(ahead.map(({ id }) => id));
    if (due.length > 0) this.logger.info({ due: due.length }, 'reminders are due');
  }

  private async markQueued(ids: string[]): Promise<void> {
    if (ids.length === 0) return;
    await this.units.run(async () => {
      for (const id of ids) await this.reminders.changeIf({ id, states: ['planned'] }, { state: 'queued' });
    });
  }
}
