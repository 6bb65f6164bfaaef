import type { Instant } from '@demarche/base';
import { Store } from '@demarche/store';
import { Injectable } from '@nestjs/common';
import { type FindOptionsWhere, In, IsNull, MoreThan } from 'typeorm';
import { Reminder } from './reminder.entity';
import { OPEN_STATES, type ReminderReason, type ReminderState } from './reminder-state';

/** What must still be true of a row for a change to take place; `bodyHandedAt: null` means that no body has left. */
export interface ReminderGuard {
  id: string;
  states: readonly ReminderState[];
  token: string;
  bodyHandedAt?: null;
}

/** Reads and writes the reminder ledger. */
@Injectable()
export class ReminderRepository {
  constructor(private readonly store: Store) {}

  /** Rows by id, in no order. */
  byIds(ids: string[]): Promise<Reminder[]> {
    return this.store.whole(Reminder, `WHERE t."id" IN (${places(ids)})`, ids);
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

  /** Rows that are due by now, longest waiting first, after the last one seen. */
  dueBy(now: Instant, after: Waiting | null, limit: number): Promise<Waiting[]> {
    const seen = after === null ? '' : ' AND ("nextAt", "id") > (?, ?)';
    const values = after === null ? [] : [after.nextAt, after.id];
    return this.store.rows<Waiting>(
      `SELECT "id", "attempt", "nextAt" FROM "reminders" WHERE "nextAt" <= ?${seen} ORDER BY "nextAt", "id" LIMIT ?`,
      [now, ...values, limit],
    );
  }

  /** Rows whose claim has run out, longest waiting first. */
  expiredBy(now: Instant, limit: number): Promise<Rung[]> {
    return this.store.rows<Rung>(
      'SELECT "id", "attempt" FROM "reminders" WHERE "leaseUntil" <= ? ORDER BY "leaseUntil", "id" LIMIT ?',
      [now, limit],
    );
  }

  /** Planned rows that fall due after one instant and up to another, and for which no bell is set yet; the earliest first. */
  plannedBetween(after: Instant, until: Instant, limit: number): Promise<Waiting[]> {
    return this.store.rows<Waiting>(
      `SELECT "id", "attempt", "nextAt" FROM "reminders" WHERE "state" = 'planned' AND "nextAt" > ? AND "nextAt" <= ?
        ORDER BY "nextAt" LIMIT ?`,
      [after, until, limit],
    );
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
    if (rows.length > 0) await this.store.add(Reminder, rows);
  }

  /** Marks planned rows as queued. */
  async markQueued(ids: string[]): Promise<void> {
    const sql = `UPDATE "reminders" SET "state" = 'queued' WHERE "state" = 'planned' AND "id" IN (${places(ids)})`;
    await this.store.execute(sql, ids);
  }

  /**
   * Claims whichever of some rows want to be rung by now, in one conditional change: those that bear the token
   * afterwards were won. A row whose body has left under a claim that ran out is nobody's to claim.
   */
  async claim(ids: string[], { token, now, leaseUntil }: ClaimTerms): Promise<void> {
    const { type } = this.store.writes.connection.options;
    // Two that claim the same rows in different orders would wait for each other on PostgreSQL.
    const wanted =
      type === 'postgres'
        ? `(SELECT "id" FROM "reminders" WHERE "id" IN (${places(ids)}) AND ${WANTS_RINGING} FOR UPDATE SKIP LOCKED)`
        : `(${places(ids)}) AND ${WANTS_RINGING}`;
    const sql = `UPDATE "reminders" SET ${CLAIMED} WHERE "id" IN ${wanted}`;
    await this.store.execute(sql, [token, leaseUntil, now, ...ids, now, now]);
  }

  /** Closes what is still open of a deadline or of a reader. A body that has left cannot be called back: its row is left to its answer. */
  async cancelOpen(
    whose: { deadlineId: string } | { recipientId: string },
    reason: ReminderReason,
  ): Promise<void> {
    const waiting = OPEN_STATES.filter((state) => state !== 'sending');
    const cancelled = { state: 'cancelled', reason, token: null, leaseUntil: null, nextAt: null } as const;
    const { writes } = this.store;
    await writes.update(Reminder, { ...whose, state: In(waiting) }, cancelled);
    await writes.update(Reminder, { ...whose, state: 'sending', bodyHandedAt: IsNull() }, cancelled);
  }

  /**
   * Plans anew what was closed with a reader's account and is still owed: the steps to come, and of what is late the one
   * that is owed however late. Other steps whose time has passed stay closed.
   */
  async restore(recipientId: string, now: Instant): Promise<void> {
    await this.store.execute(
      `UPDATE "reminders" SET "state" = 'planned', "reason" = NULL, "firstTriedAt" = NULL, "nextAt" = "dueAt"
        WHERE "recipientId" = ? AND "state" = 'cancelled' AND "reason" = 'account-closed'
          AND ("dueAt" > ? OR ("step" = 'overdue' AND "role" = 'owner'))
          AND EXISTS (SELECT 1 FROM "deadlines" d WHERE d."id" = "reminders"."deadlineId"
            AND d."version" = "reminders"."deadlineVersion" AND d."metOn" IS NULL AND d."waivedOn" IS NULL)`,
      [recipientId, now],
    );
  }

  /** Lets rows that wait for a mail server to come back wait no longer. */
  async hasten(now: Instant): Promise<void> {
    const waiting = { state: 'deferred', reason: 'no-connection', nextAt: MoreThan(now) } as const;
    await this.store.writes.update(Reminder, waiting, { nextAt: now });
  }

  /** Changes a row if it still is what the caller takes it for; tells whether it was. One statement: one winner. */
  async changeIf(guard: ReminderGuard, changes: Partial<Reminder>): Promise<boolean> {
    const { id, states, token } = guard;
    const set = Object.keys(changes).map((name) => `"${name}" = ?`);
    const unsent = guard.bodyHandedAt === null ? ' AND "bodyHandedAt" IS NULL' : '';
    const where = `"id" = ? AND "token" = ? AND "state" IN (${places(states)})${unsent}`;
    const sql = `UPDATE "reminders" SET ${set.join(', ')} WHERE ${where}`;
    return (await this.store.execute(sql, [...Object.values(changes), id, token, ...states])) === 1;
  }
}

/** A row that wants to be rung, and how often it was claimed before. */
export type Rung = Pick<Reminder, 'id' | 'attempt'>;

/** A waiting row, and since when it wants to be rung. */
export type Waiting = Rung & { nextAt: Instant };

/** Under which token rows are claimed, at which instant, and until when the claim holds. */
interface ClaimTerms {
  token: string;
  now: Instant;
  leaseUntil: Instant;
}

const CLAIMED = `"state" = 'sending', "token" = ?, "leaseUntil" = ?, "attempt" = "attempt" + 1,
  "firstTriedAt" = COALESCE("firstTriedAt", ?), "bodyHandedAt" = NULL, "nextAt" = NULL`;
const WANTS_RINGING = `(("state" IN ('planned', 'queued', 'deferred', 'unknown') AND "nextAt" <= ?)
  OR ("state" = 'sending' AND "leaseUntil" <= ? AND "bodyHandedAt" IS NULL))`;

const places = (values: readonly unknown[]): string => values.map(() => '?').join(', ');
