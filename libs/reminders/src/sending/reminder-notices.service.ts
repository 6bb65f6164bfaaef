import { CLOSED_ACCOUNT } from '@demarche/words';
import { Users } from '@demarche/access';
import { Notices } from '@demarche/notices';
import type { Unit } from '@demarche/store';
import { Injectable } from '@nestjs/common';
import { deadlinePath } from './reminder-letter.service';
import type { Reminder } from '../ledger/reminder.entity';

/** Tells on screen what a mail said, and tells managers of a mail that failed: nobody else would miss it. */
@Injectable()
export class ReminderNotices {
  constructor(
    private readonly notices: Notices,
    private readonly users: Users,
  ) {}

  /** Tells whom a row's new state concerns; waiting states concern nobody. `subject` is the mail's subject line. */
  async tell(unit: Unit, row: Reminder, subject: string): Promise<void> {
    const link = deadlinePath(row.deadlineId);
    if (row.state === 'sent') await this.notices.tell(unit, { userId: row.recipientId, text: subject, link });
    if (row.state === 'failed') await this.tellManagers(unit, row, subject);
  }

  private async tellManagers(unit: Unit, row: Reminder, subject: string): Promise<void> {
    const reader = (await this.users.named(row.recipientId))?.name ?? `a ${CLOSED_ACCOUNT}`;
    const doubt = row.reason === 'unanswered-twice' ? 'may not have reached' : 'did not reach';
    const text = `A reminder by mail ${doubt} ${reader}${subject === '' ? '.' : `: ${subject}`}`;
    const link = deadlinePath(row.deadlineId);
    for (const manager of await this.users.withRole('manager'))
      await this.notices.tell(unit, { userId: manager.id, text, link });
  }
}
