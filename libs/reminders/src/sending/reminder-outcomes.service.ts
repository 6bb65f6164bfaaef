import { Acts, SYSTEM_ACTOR } from '@demarche/access';
import { type Unit, UnitOfWork } from '@demarche/store';
import { Injectable } from '@nestjs/common';
import type { Reminder } from '../ledger/reminder.entity';
import { ReminderRepository } from '../ledger/reminder.repository';
import { courseAfter, type Delivery } from './delivery-course';
import type { Claim } from './reminder-claims.service';
import { SendingTimes } from './sending-times.service';

/** What a settled row says from now on; null where the claim had passed to somebody else. */
type Settled = Reminder | null;

/** Says to people what became of a row, inside the unit that settles it. */
type Tell = (unit: Unit, row: Reminder) => Promise<void>;

/** Writes down how an attempt ended, with one entry in the trail. */
@Injectable()
export class ReminderOutcomes {
  constructor(
    private readonly reminders: ReminderRepository,
    private readonly acts: Acts,
    private readonly units: UnitOfWork,
    private readonly times: SendingTimes,
  ) {}

  /**
   * Settles a claim and calls `tell` inside the same unit. An answer that comes after the row went to the ambiguous hold
   * still counts, as long as nobody has claimed it anew: then the mail did arrive and is not sent again.
   */
  async settle(claim: Claim, delivery: Delivery, tell: Tell): Promise<Settled> {
    const changes = this.courseOf(claim, delivery);
    const guard = { id: claim.id, states: ['sending', 'unknown'], token: claim.token } as const;
    return this.units.run(async (unit) => {
      if (!(await this.reminders.changeIf(guard, changes))) return null;
      const row: Reminder = { ...claim, ...changes };
      const act = { permission: 'set-deadline', action: `reminder.${row.state}` } as const;
      await this.acts.perform(SYSTEM_ACTOR, act, async (_unit, note) => {
        const { deadlineId, step, attempt, reason } = row;
        note.about('reminder', row.id, { deadlineId, step, attempt, reason });
      });
      // A mail that was taken proves that the server is back: those that waited for it need not wait out their hours.
      if (row.state === 'sent') await this.reminders.hasten(this.times.now);
      await tell(unit, row);
      return row;
    });
  }

  private courseOf(claim: Claim, delivery: Delivery): Partial<Reminder> {
    return courseAfter(delivery, claim, {
      now: this.times.now,
      holdMilliseconds: this.times.holdMilliseconds,
      chance: Math.random(),
    });
  }
}
