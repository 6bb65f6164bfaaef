import { sha256 } from '@demarche/base';
import type { Reminder } from '../ledger/reminder.entity';

/** What makes a reminder the one it is; the ledger holds each only once. */
type ReminderKey = Pick<Reminder, 'deadlineId' | 'deadlineVersion' | 'step' | 'recipientId'>;

/**
 * The Message-ID of a reminder, made from its key and the sender's domain: every retry carries the same, so that a
 * reader's mail program can tell a second copy from a second reminder.
 */
export function messageIdOf(key: ReminderKey, mailFrom: string): string {
  const name = sha256([key.deadlineId, key.deadlineVersion, key.step, key.recipientId].join('|')).slice(
    0,
    40,
  );
  const domain = /@([A-Za-z0-9.-]+)/.exec(mailFrom)?.[1] ?? 'localhost';
  return `<reminder.${name}@${domain}>`;
}
