import { CLOSED_ACCOUNT } from '@demarche/words';
import { Users } from '@demarche/access';
import { Notices, type Telling } from '@demarche/notices';
import type { Unit } from '@demarche/store';
import { Injectable } from '@nestjs/common';
import { deadlinePath } from './reminder-letter.service';
import type { Reminder } from '../ledger/reminder.entity';

/** A row in its new state, and the subject line of its mail. */
export interface SettledRow {
  row: Reminder;
  subject: string;
}

/** Tells on screen what a mail said, and tells managers of a mail that failed: nobody else would miss it. */
@Injectable()
export class ReminderNotices {
  constructor(
    private readonly notices: Notices,
    private readonly users: Users,
  ) {}

  /** Tells whom the new states of rows concern; waiting states concern nobody. */
  async tell(unit: Unit, settled: SettledRow[]): Promise<void> {
    const sent = settled.filter(({ row }) => row.state === 'sent').map(toReader);
    const failed = settled.filter(({ row }) => row.state === 'failed');
    const tellings = [...sent, ...(failed.length > 0 ? await this.toManagers(failed) : [])];
    if (tellings.length > 0) await this.notices.tellAll(unit, tellings);
  }

  private async toManagers(failed: SettledRow[]): Promise<Telling[]> {
    const readers = await this.users.namedAll(failed.map(({ row }) => row.recipientId));
    const managers = await this.users.withRole('manager');
    return failed.flatMap(({ row, subject }) => {
      const reader = readers.get(row.recipientId)?.name ?? `a ${CLOSED_ACCOUNT}`;
      const doubt = row.reason === 'unanswered-twice' ? 'may not have reached' : 'did not reach';
      const text = `A reminder by mail ${doubt} ${reader}${subject === '' ? '.' : `: ${subject}`}`;
      return managers.map(({ id }) => ({ userId: id, text, link: deadlinePath(row.deadlineId) }));
    });
  }
}

function toReader({ row, subject }: SettledRow): Telling {
  return { userId: row.recipientId, text: subject, link: deadlinePath(row.deadlineId) };
}
