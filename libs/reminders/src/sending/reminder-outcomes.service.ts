import { Acts, SYSTEM_ACTOR } from '@demarche/access';
import { Injectable } from '@nestjs/common';
import { LedgerTurns } from '../ledger/ledger-turns.service';
import type { Reminder } from '../ledger/reminder.entity';
import { ReminderRepository } from '../ledger/reminder.repository';
import { courseAfter, type Delivery } from './delivery-course';
import type { Claim } from './reminder-claims.service';
import { ReminderNotices, type SettledRow } from './reminder-notices.service';
import { SendingTimes } from './sending-times.service';

/** How an attempt at a claimed row ended; the subject is that of its letter, for whoever is told. */
interface Ended {
  claim: Claim;
  delivery: Delivery;
  subject: string;
}

/** Writes down how attempts ended, with one entry in the trail for each; those that end together share a unit of work. */
@Injectable()
export class ReminderOutcomes {
  constructor(
    private readonly reminders: ReminderRepository,
    private readonly turns: LedgerTurns,
    private readonly acts: Acts,
    private readonly notices: ReminderNotices,
    private readonly times: SendingTimes,
  ) {}

  /**
   * Settles a claim and tells whom it concerns, together; says whether it was still the caller's to settle. An answer
   * that comes after the row went to the ambiguous hold still counts, as long as nobody has claimed it anew: then the
   * mail did arrive and is not sent again.
   */
  settle(ended: Ended): Promise<boolean> {
    return this.turns.ask('outcome', ended, (all: Ended[]) => this.settleAll(all));
  }

  private settleAll(all: Ended[]): Promise<boolean[]> {
    return this.acts.performTogether(SYSTEM_ACTOR, 'set-deadline', async (unit, enter) => {
      const outcomes: (SettledRow | null)[] = [];
      for (const ended of all) outcomes.push(await this.change(ended));
      const settled = outcomes.filter((outcome) => outcome !== null);
      for (const { row } of settled) enter(entryOf(row));
      // A mail that was taken proves that the server is back: those that waited for it need not wait out their hours.
      if (settled.some(({ row }) => row.state === 'sent')) await this.reminders.hasten(this.times.now);
      await this.notices.tell(unit, settled);
      return outcomes.map((outcome) => outcome !== null);
    });
  }

  /** The row as it stands from now on; null where the claim had passed to somebody else. */
  private async change({ claim, delivery, subject }: Ended): Promise<SettledRow | null> {
    const { now, holdMilliseconds } = this.times;
    const changes = courseAfter(delivery, claim, { now, holdMilliseconds, chance: Math.random() });
    const guard = { id: claim.id, states: ['sending', 'unknown'], token: claim.token } as const;
    const isOurs = await this.reminders.changeIf(guard, changes);
    return isOurs ? { row: { ...claim, ...changes }, subject } : null;
  }
}

function entryOf({ id, state, deadlineId, step, attempt, reason }: Reminder) {
  const detail = { deadlineId, step, attempt, reason };
  return { action: `reminder.${state}` as const, subjectKind: 'reminder', subjectId: id, detail };
}
