import { CLOSED_ACCOUNT } from '@demarche/words';
import type { Actor } from '@demarche/access';
import type { Deadline } from '@demarche/deadlines';
import { Injectable } from '@nestjs/common';
import { OPEN_STATES } from './reminder-state';
import { type NamedReminder, ShownReminderRepository } from './shown-reminders.repository';

/** A reminder as people and machines may see it. */
export interface ReminderShown extends Omit<NamedReminder, 'recipientName'> {
  recipientName: string;
  /** What the mail server said of a mail that did not go out; null otherwise. */
  response: string | null;
}

/** The last mail about a deadline that went out, or failed to, and the next one that is planned. */
interface Said {
  last: ReminderShown | null;
  next: ReminderShown | null;
}

/** A deadline as far as it says whom it concerns. */
type Owed = Pick<Deadline, 'id' | 'postId'>;

/** Shows what was said about deadlines, and what will be. */
@Injectable()
export class ReminderLedger {
  constructor(private readonly reminders: ShownReminderRepository) {}

  /** What was said last and will be said next about some deadlines, by deadline id. Throws NotFound for one out of reach. */
  async saidAbout(actor: Actor, deadlines: readonly Owed[]): Promise<Map<string, Said>> {
    const ledgers = await this.shown(actor, deadlines);
    return new Map([...ledgers].map(([id, rows]) => [id, saidIn(rows)]));
  }

  /** Every reminder of a deadline, of all its versions, in the order of their times. Throws NotFound for one out of reach. */
  async of(actor: Actor, deadline: Owed): Promise<Said & { every: ReminderShown[] }> {
    const every = (await this.shown(actor, [deadline])).get(deadline.id) ?? [];
    return { ...saidIn(every), every };
  }

  private async shown(actor: Actor, deadlines: readonly Owed[]): Promise<Map<string, ReminderShown[]>> {
    actor.must('read-plans');
    for (const { postId } of deadlines) actor.mustSee('deadline', postId);
    const ledgers = new Map<string, ReminderShown[]>(deadlines.map(({ id }) => [id, []]));
    if (ledgers.size === 0) return ledgers;
    for (const row of await this.reminders.ofDeadlines([...ledgers.keys()]))
      ledgers.get(row.deadlineId)?.push(shownOf(row));
    return ledgers;
  }
}

function shownOf(row: NamedReminder): ReminderShown {
  const response = row.state === 'failed' || row.state === 'deferred' ? row.response : null;
  return { ...row, recipientName: row.recipientName ?? CLOSED_ACCOUNT, response };
}

/** The ledger comes in the order of its due times. */
function saidIn(ledger: ReminderShown[]): Said {
  const said = ledger.filter(({ state }) => state === 'sent' || state === 'failed' || state === 'unknown');
  const next = ledger.find(({ state }) => OPEN_STATES.includes(state) && state !== 'unknown');
  return { last: said.at(-1) ?? null, next: next ?? null };
}
