import { CLOSED_ACCOUNT } from '@demarche/words';
import { type Actor, Users } from '@demarche/access';
import { type Deadline, DeadlineBoard } from '@demarche/deadlines';
import { Injectable } from '@nestjs/common';
import type { Reminder } from './reminder.entity';
import { ReminderRepository } from './reminder.repository';
import { OPEN_STATES } from './reminder-state';

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
] as const;

/** A reminder as people and machines may see it: without claim, lease and Message-ID. */
export interface ReminderShown extends Pick<Reminder, (typeof SHOWN)[number]> {
  recipientName: string;
  /** What the mail server said of a mail that did not go out; null otherwise. */
  response: string | null;
}

/** The last mail about a deadline that went out, or failed to, and the next one that is planned. */
interface Said {
  last: ReminderShown | null;
  next: ReminderShown | null;
}

/** Shows what was said about deadlines, and what will be. */
@Injectable()
export class ReminderLedger {
  constructor(
    private readonly reminders: ReminderRepository,
    private readonly deadlines: DeadlineBoard,
    private readonly users: Users,
  ) {}

  /** What was said last and will be said next about some deadlines, by deadline id. Throws NotFound for one out of reach. */
  async saidAbout(
    actor: Actor,
    deadlines: readonly Pick<Deadline, 'id' | 'postId'>[],
  ): Promise<Map<string, Said>> {
    actor.must('read-plans');
    for (const { postId } of deadlines) actor.mustSee('deadline', postId);
    const rows = await this.shown(await this.reminders.ofDeadlines(deadlines.map(({ id }) => id)));
    return new Map(deadlines.map(({ id }) => [id, saidIn(rows.filter((row) => row.deadlineId === id))]));
  }

  /** Every reminder of a deadline, of all its versions, in the order of their times. Throws NotFound as the board does. */
  async of(actor: Actor, deadlineId: string): Promise<ReminderShown[]> {
    await this.deadlines.one(actor, deadlineId);
    return this.shown(await this.reminders.ofDeadlines([deadlineId]));
  }

  private async shown(rows: Reminder[]): Promise<ReminderShown[]> {
    const people = await this.users.namedAll(rows.map(({ recipientId }) => recipientId));
    return rows.map((row) => ({
      ...picked(row),
      recipientName: people.get(row.recipientId)?.name ?? CLOSED_ACCOUNT,
      response: row.state === 'failed' || row.state === 'deferred' ? row.response : null,
    }));
  }
}

function picked(row: Reminder): Pick<Reminder, (typeof SHOWN)[number]> {
  return Object.fromEntries(SHOWN.map((field) => [field, row[field]])) as Pick<
    Reminder,
    (typeof SHOWN)[number]
  >;
}

/** The ledger comes in the order of its due times. */
function saidIn(ledger: ReminderShown[]): Said {
  const said = ledger.filter(({ state }) => state === 'sent' || state === 'failed' || state === 'unknown');
  const next = ledger.find(({ state }) => OPEN_STATES.includes(state) && state !== 'unknown');
  return { last: said.at(-1) ?? null, next: next ?? null };
}
