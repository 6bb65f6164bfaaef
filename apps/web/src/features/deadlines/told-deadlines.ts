import type { Actor } from '@demarche/access';
import {
  type BoardFilter,
  DeadlineBoard,
  type DeadlineChangeShown,
  DeadlineHistory,
  type DeadlineRow,
} from '@demarche/deadlines';
import { ReminderLedger, type ReminderShown } from '@demarche/reminders';
import { Injectable } from '@nestjs/common';

/** A deadline with what was said to its people last, and what will be said next. */
export interface ToldDeadline extends DeadlineRow {
  lastReminder: ReminderShown | null;
  nextReminder: ReminderShown | null;
}

/** A deadline with all its changes and its whole ledger. */
export interface ToldInFull extends ToldDeadline {
  history: DeadlineChangeShown[];
  reminders: ReminderShown[];
}

/** Puts what was said beside what is owed: deadlines know nothing of reminders. */
@Injectable()
export class ToldDeadlines {
  constructor(
    private readonly deadlines: DeadlineBoard,
    private readonly history: DeadlineHistory,
    private readonly ledger: ReminderLedger,
  ) {}

  /** One page of the board. */
  async board(actor: Actor, filter: BoardFilter): Promise<ToldDeadline[]> {
    return this.told(actor, await this.deadlines.board(actor, filter));
  }

  /** Every row of the board in its order, slice by slice. */
  async *slices(actor: Actor, filter: BoardFilter): AsyncGenerator<ToldDeadline[]> {
    for await (const rows of this.deadlines.slices(actor, filter)) yield await this.told(actor, rows);
  }

  /** Every deadline of a plan. */
  async of(actor: Actor, planId: string): Promise<ToldDeadline[]> {
    return this.told(actor, await this.deadlines.of(actor, planId));
  }

  /** One deadline with all its changes and reminders. Throws NotFound as the board does. */
  async one(actor: Actor, id: string): Promise<ToldInFull> {
    const row = await this.deadlines.one(actor, id);
    const { last, next, every } = await this.ledger.of(actor, row.deadline);
    const history = await this.history.of(actor, row.deadline);
    return { ...row, lastReminder: last, nextReminder: next, history, reminders: every };
  }

  private async told(actor: Actor, rows: DeadlineRow[]): Promise<ToldDeadline[]> {
    const said = await this.ledger.saidAbout(
      actor,
      rows.map(({ deadline }) => deadline),
    );
    return rows.map((row) => {
      const about = said.get(row.deadline.id);
      return { ...row, lastReminder: about?.last ?? null, nextReminder: about?.next ?? null };
    });
  }
}
