import type { Deadline } from './deadline.entity';
import type { Reminder } from './reminder.entity';

/** Whether a deadline is still owed: neither met nor waived. */
export function isOpen(deadline: Pick<Deadline, 'metOn' | 'waivedOn'>): boolean {
  return deadline.metOn === null && deadline.waivedOn === null;
}

/** Whether a reminder is still owed: its deadline is open and has not changed since the reminder was planned. */
export function isOwed(
  deadline: Pick<Deadline, 'metOn' | 'waivedOn' | 'version'>,
  reminder: Pick<Reminder, 'deadlineVersion'>,
): boolean {
  return isOpen(deadline) && deadline.version === reminder.deadlineVersion;
}
