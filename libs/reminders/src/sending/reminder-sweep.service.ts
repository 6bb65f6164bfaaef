import { Clock, LOGGER, type Logger } from '@demarche/base';
import { SendingGate } from '@demarche/store';
import { Inject, Injectable } from '@nestjs/common';
import { ReminderRepository, type Waiting } from '../ledger/reminder.repository';
import { ReminderBells } from './reminder-bells.service';
import { BELL_HORIZON_MILLISECONDS } from './reminder.jobs';

const ROWS_A_STEP = 500;
/** More bells than a process answers until the next round, and no more than its memory bears. */
const STEPS_A_ROUND = 40;

/**
 * Looks through the ledger, whatever the queue remembers: what is due is rung now, and what falls due within the horizon
 * gets its bell. Sweeps may overlap; the claim keeps a row from being sent twice.
 */
@Injectable()
export class ReminderSweep {
  constructor(
    private readonly reminders: ReminderRepository,
    private readonly bells: ReminderBells,
    private readonly gate: SendingGate,
    private readonly clock: Clock,
    @Inject(LOGGER) private readonly logger: Logger,
  ) {}

  /** One round. Throws QueueUnavailable when the queue is out of reach; the next round tries again. */
  async round(): Promise<void> {
    // While nothing may be sent, bells would ring in vain.
    const due = (await this.gate.isOpen()) ? await this.ringDue() : 0;
    await this.setBells();
    if (due > 0) this.logger.info({ due }, 'reminders are due');
  }

  private async ringDue(): Promise<number> {
    const now = this.clock.now();
    const expired = await this.reminders.expiredBy(now, ROWS_A_STEP);
    await this.bells.ringNow(expired);
    let rung = expired.length;
    let last: Waiting | undefined;
    for (let step = 0; step < STEPS_A_ROUND; step += 1) {
      const due = await this.reminders.dueBy(now, last ?? null, ROWS_A_STEP);
      await this.bells.ringNow(due);
      rung += due.length;
      last = due.at(-1);
      if (due.length < ROWS_A_STEP) break;
    }
    return rung;
  }

  private async setBells(): Promise<void> {
    const [now, horizon] = [this.clock.now(), this.clock.plus(BELL_HORIZON_MILLISECONDS)];
    for (let step = 0; step < STEPS_A_ROUND; step += 1) {
      const near = await this.reminders.plannedBetween(now, horizon, ROWS_A_STEP);
      if (near.length > 0) await this.bells.set(near);
      if (near.length < ROWS_A_STEP) return;
    }
  }
}
