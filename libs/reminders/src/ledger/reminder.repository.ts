import type { Instant } from '@demarche/base';
import { Store } from '@demarche/store';
import { Injectable } from '@nestjs/common';
import { type FindOptionsWhere, In, IsNull, LessThanOrEqual, MoreThan } from 'typeorm';
import { Reminder } from './reminder.entity';
import { OPEN_STATES, type ReminderReason, type ReminderState } from './reminder-state';

/** What must still be true of a row for a change to take place; `bodyHandedAt: null` means that no body has left. */
export interface ReminderGuard {
  id: string;
  states: readonly ReminderState[];
  attempt?: number;
  token?: string;
  bodyHandedAt?: null;
}

/** Reads and writes the reminder ledger. */
@Injectable()
export class ReminderRepository {
  constructor(private readonly store: Store) {}

  /** One row, or null. */
  byId(id: string): Promise<Reminder | null> {
    return this.store.reads.findOneBy(Reminder, { id });
  }

  /** Every row of a deadline, of all its versions, in the order in which they are due. */
  ofDeadline(deadlineId: string): Promise<Reminder[]> {
    return this.ofDeadlines([deadlineId]);
  }

  /** Every row of several deadlines, in the order in which they are due. */
  ofDeadlines(deadlineIds: string[]): Promise<Reminder[]> {
    return this.store.reads.find(Reminder, {
      where: { deadlineId: In(deadlineIds) },
      order: { dueAt: 'ASC', deadlineVersion: 'ASC', id: 'ASC' },
    });
  }

  /** Ids of rows that want to be rung by now, longest waiting first: due ones and those whose claim has run out. */
  async dueBy(now: Instant, limit: number): Promise<string[]> {
    const past = LessThanOrEqual(now);
    const rows = await this.store.reads.find(Reminder, {
      select: { id: true },
      where: [{ nextAt: past }, { leaseUntil: past }],
      order: { dueAt: 'ASC', id: 'ASC' },
      take: limit,
    });
    return rows.map((row) => row.id);
  }

  /** Planned rows that fall due up to an instant and for which no bell is set yet. */
  plannedBy(until: Instant, limit: number): Promise<Reminder[]> {
    return this.store.reads.find(Reminder, {
      where: { state: 'planned', nextAt: LessThanOrEqual(until) },
      order: { dueAt: 'ASC', id: 'ASC' },
      take: limit,
    });
  }

  /** How many rows stand in each state; states without a row are left out. */
  async tally(): Promise<{ state: ReminderState; rows: number }[]> {
    const counted = await this.store.reads
      .createQueryBuilder(Reminder, 'reminder')
      .select('reminder.state', 'state')
      .addSelect('COUNT(*)', 'rows')
      .groupBy('reminder.state')
      .getRawMany<{ state: ReminderState; rows: string | number }>();
    return counted.map(({ state, rows }) => ({ state, rows: Number(rows) }));
  }

  /** When the first row that may still be sent falls due, of all or of those after an instant; null when there is none. */
  async firstOpen({ after }: { after?: Instant } = {}): Promise<Instant | null> {
    const where: FindOptionsWhere<Reminder> = { state: In([...OPEN_STATES]) };
    if (after !== undefined) where.dueAt = MoreThan(after);
    const row = await this.store.reads.findOne(Reminder, { where, order: { dueAt: 'ASC', id: 'ASC' } });
    return row?.dueAt ?? null;
  }

  /** Writes planned rows. */
  async add(rows: Reminder[]): Promise<void> {
    if (rows.length > 0) await this.store.writes.insert(Reminder, rows);
  }

  /** Closes what is still open of a deadline. A body that has left cannot be called back: its row is left to its answer. */
  async cancelOpen(deadlineId: string, reason: ReminderReason): Promise<void> {
    const waiting = OPEN_STATES.filter((state) => state !== 'sending');
    const cancelled = { state: 'cancelled', reason, token: null, leaseUntil: null, nextAt: null } as const;
    const { writes } = this.store;
    await writes.update(Reminder, { deadlineId, state: In(waiting) }, cancelled);
    await writes.update(Reminder, { deadlineId, state: 'sending', bodyHandedAt: IsNull() }, cancelled);
  }

  /** Lets rows that wait for a mail server to come back wait no longer. */
  async hasten(now: Instant): Promise<void> {
    const waiting = { state: 'deferred', reason: 'no-connection', nextAt: MoreThan(now) } as const;
    await this.store.writes.update(Reminder, waiting, { nextAt: now });
  }

  /** Changes a row if it still is what the caller takes it for; tells whether it was. One statement: one winner. */
  async changeIf(guard: ReminderGuard, changes: Partial<Reminder>): Promise<boolean> {
    const { id, states, attempt, token } = guard;
    const where: FindOptionsWhere<Reminder> = { id, state: In([...states]) };
    if (attempt !== undefined) where.attempt = attempt;
    if (token !== undefined) where.token = token;
    if (guard.bodyHandedAt === null) where.bodyHandedAt = IsNull();
    const outcome = await this.store.writes.update(Reminder, where, changes);
    return outcome.affected === 1;
  }
}
