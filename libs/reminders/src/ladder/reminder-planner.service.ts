import { type Person, Users } from '@demarche/access';
import { instantOf, newId, SETTINGS, type Settings } from '@demarche/base';
import { type Deadline, DeadlineCalendar } from '@demarche/deadlines';
import { type PlannedReminder, type ReminderRole, reminderPlan } from '@demarche/rules';
import type { Unit } from '@demarche/store';
import { Inject, Injectable } from '@nestjs/common';
import type { Reminder } from '../ledger/reminder.entity';
import { ReminderRepository } from '../ledger/reminder.repository';
import type { ReminderReason } from '../ledger/reminder-state';
import { ReminderBells } from '../sending/reminder-bells.service';
import { messageIdOf } from './reminder-identity';

/** Writes the ledger rows that a deadline owes, and closes those it owes no more; always inside the act that says so. */
@Injectable()
export class ReminderPlanner {
  constructor(
    private readonly reminders: ReminderRepository,
    private readonly calendar: DeadlineCalendar,
    private readonly users: Users,
    private readonly bells: ReminderBells,
    @Inject(SETTINGS) private readonly settings: Settings,
  ) {}

  /**
   * Plans every step of the policy for a deadline's present version. What was past already, and what its reader has
   * been told before, is written as skipped: the ledger shows why no mail went out.
   */
  async plan(unit: Unit, deadline: Deadline): Promise<void> {
    const earlier = await this.reminders.ofDeadline(deadline.id);
    const owner = await this.users.named(deadline.ownerId);
    const planned = (await this.rowsOf(deadline)).map((row) => withoutRepeating(row, earlier));
    const rows = owner?.isActive === false ? planned.map((row) => closedFor(owner.id, row)) : planned;
    await this.reminders.add(rows);
    unit.afterCommit(() => this.bells.setSoon(rows));
  }

  /** Closes what is open and plans anew: the deadline was moved, or given to somebody else. */
  async planAnew(unit: Unit, deadline: Deadline, reason: ReminderReason): Promise<void> {
    await this.reminders.cancelOpen({ deadlineId: deadline.id }, reason);
    await this.plan(unit, deadline);
  }

  /** Closes what is open: nothing is owed any more. */
  async cancel(deadline: Deadline, reason: ReminderReason): Promise<void> {
    await this.reminders.cancelOpen({ deadlineId: deadline.id }, reason);
  }

  private async rowsOf(deadline: Deadline): Promise<Reminder[]> {
    const { zone, parties } = await this.calendar.placeOf(deadline.postId, deadline.statutoryOn);
    const { today, time } = this.calendar.nowIn(zone);
    const facts = { effective: deadline.effectiveOn, zone, parties, plannedOn: today, plannedTime: time };
    const managers = await this.users.withRole('manager');
    const rows = reminderPlan(facts).flatMap((planned) =>
      recipientsOf(planned.to, deadline, managers).map((recipientId) =>
        this.rowOf(deadline, planned, recipientId),
      ),
    );
    return onePerReader(rows);
  }

  private rowOf(deadline: Deadline, planned: PlannedReminder, recipientId: string): Reminder {
    const key = {
      deadlineId: deadline.id,
      deadlineVersion: deadline.version,
      step: planned.step,
      recipientId,
    };
    const dueAt = instantOf(planned);
    const row: Reminder = {
      ...UNTRIED,
      ...key,
      id: newId(),
      role: planned.to,
      dueAt,
      nextAt: dueAt,
      messageId: messageIdOf(key, this.settings.mailFrom),
    };
    return planned.skipped ? skipped(row, planned.skipped) : row;
  }
}

const UNTRIED = {
  state: 'planned',
  reason: null,
  token: null,
  leaseUntil: null,
  attempt: 0,
  firstTriedAt: null,
  bodyHandedAt: null,
  wasUnanswered: false,
  sentAt: null,
  response: null,
} as const;

/** Should the account be opened again, these are planned like those that were open when it was closed. */
const closedFor = (userId: string, row: Reminder): Reminder =>
  row.recipientId === userId && row.state === 'planned'
    ? { ...row, state: 'cancelled', reason: 'account-closed', nextAt: null }
    : row;

const skipped = (row: Reminder, reason: ReminderReason): Reminder => ({
  ...row,
  state: 'skipped',
  reason,
  nextAt: null,
});

function recipientsOf(role: ReminderRole, deadline: Deadline, managers: Person[]): string[] {
  return role === 'owner' ? [deadline.ownerId] : managers.map((manager) => manager.id);
}

/** A manager who owns the deadline is told once, as its owner. */
function onePerReader(rows: Reminder[]): Reminder[] {
  const seen = new Set<string>();
  return rows.filter(({ step, recipientId }) => {
    const reader = `${step} ${recipientId}`;
    return seen.has(reader) ? false : seen.add(reader);
  });
}

/** A new owner must not cost the manager a second mail about the same day. */
function withoutRepeating(row: Reminder, earlier: Reminder[]): Reminder {
  const isTold = earlier.some(
    (other) =>
      other.step === row.step &&
      other.recipientId === row.recipientId &&
      other.dueAt === row.dueAt &&
      (other.sentAt !== null || other.bodyHandedAt !== null || other.wasUnanswered),
  );
  return isTold && row.state === 'planned' ? skipped(row, 'already-told') : row;
}
