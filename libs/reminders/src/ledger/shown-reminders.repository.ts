import { Store } from '@demarche/store';
import { Injectable } from '@nestjs/common';
import type { Reminder } from './reminder.entity';

const SHOWN = [
  'id',
  'deadlineId',
  'deadlineVersion',
  'step',
  'role',
  'recipientId',
  'dueAt',
  'nextAt',
  'state',
  'reason',
  'attempt',
  'sentAt',
  'response',
] as const;

/** A reminder without claim, lease and Message-ID, and the name of whoever it is for; null without an account. */
export interface NamedReminder extends Pick<Reminder, (typeof SHOWN)[number]> {
  recipientName: string | null;
}

const COLUMNS = SHOWN.map((column) => `r."${column}" AS "${column}"`).join(', ');

/** Reads what people may see of the ledger with their names, in one statement. It only reads. */
@Injectable()
export class ShownReminderRepository {
  constructor(private readonly store: Store) {}

  /** Every row of several deadlines, in the order in which they are due. */
  ofDeadlines(deadlineIds: readonly string[]): Promise<NamedReminder[]> {
    return this.store.rows<NamedReminder>(
      `SELECT ${COLUMNS}, u."name" AS "recipientName"
       FROM "reminders" r LEFT JOIN "users" u ON u."id" = r."recipientId"
       WHERE r."deadlineId" IN (${deadlineIds.map(() => '?').join(', ')})
       ORDER BY r."dueAt", r."deadlineVersion", r."id"`,
      [...deadlineIds],
    );
  }
}
