import type { Actor } from '@demarche/access';
import { NotFound, ROWS_A_PAGE } from '@demarche/base';
import { DEADLINE_STATES, type DeadlineStateWord } from '@demarche/rules';
import { Injectable } from '@nestjs/common';
import { DeadlineCalendar } from '../calendar/deadline-calendar.service';
import { type DeadlineDays, DeadlineRepository } from '../deadline.repository';
import type { DeadlineKind } from '../terms/deadline-kind';
import { planOf } from '../subjects/subject-room';
import { type BoardFilter, isCountedFromToday, moreUrgent } from './board-filter';
import type { BoardPlace, RowsAsked } from './board-sql';
import { BoardRepository } from './board.repository';
import { type DeadlineRow, DeadlineRows } from './deadline-rows.service';

/** How many deadlines stand in each state. */
export type DeadlineTally = Record<DeadlineStateWord, number>;

/** Nobody has so many deadlines in one plan or in one name. */
const MOST_ROWS = 5_000;
const ROWS_A_SLICE = 250;

/** Shows deadlines to those who may see them: one statement finds what is shown, in its order, and nothing else is read. */
@Injectable()
export class DeadlineBoard {
  constructor(
    private readonly deadlines: DeadlineRepository,
    private readonly entries: BoardRepository,
    private readonly calendar: DeadlineCalendar,
    private readonly rows: DeadlineRows,
  ) {}

  /** One page of rows, by the day on which each can be met unless asked otherwise; an actor bound to posts sees those of their posts. */
  async board(actor: Actor, filter: BoardFilter = {}): Promise<DeadlineRow[]> {
    const { sort = 'due', page = 1 } = filter;
    const slice = { sort, rows: ROWS_A_PAGE, skip: (page - 1) * ROWS_A_PAGE };
    return this.rows.of(await this.entries.slice(await this.asked(actor, filter), slice));
  }

  /** Every row in the same order, slice by slice, whatever page is asked for; there may be hundreds of thousands. */
  async *slices(actor: Actor, filter: BoardFilter): AsyncGenerator<DeadlineRow[]> {
    const asked = await this.asked(actor, filter);
    let after: BoardPlace | undefined;
    for (let isLast = false; !isLast;) {
      const slice = { sort: filter.sort ?? 'due', rows: ROWS_A_SLICE, after };
      const entries = await this.entries.slice(asked, slice);
      yield await this.rows.of(entries);
      after = entries.at(-1)?.place;
      isLast = entries.length < ROWS_A_SLICE;
    }
  }

  /** How many deadlines match in each state, whatever page they are on. */
  async tally(actor: Actor, filter: BoardFilter = {}): Promise<DeadlineTally> {
    const counts = await this.entries.tally(await this.asked(actor, { ...filter, sort: 'state' }));
    const rows = DEADLINE_STATES.map((state) => [state, counts.get(state) ?? 0] as const);
    return Object.fromEntries(rows) as DeadlineTally;
  }

  /** The most pressing state of the open deadlines on each recommendation; without one a recommendation is left out. */
  async pressingOn(actor: Actor): Promise<Map<string, DeadlineStateWord>> {
    const pressing = new Map<string, DeadlineStateWord>();
    const found = await this.entries.pressing(await this.asked(actor, {}));
    for (const { recommendationId: id, effectiveOn, zone } of found) {
      const state = this.calendar.openStateIn(zone, effectiveOn);
      pressing.set(id, moreUrgent(state, pressing.get(id)));
    }
    return pressing;
  }

  /** Every deadline of a plan, as far as the actor may see it. */
  async of(actor: Actor, planId: string): Promise<DeadlineRow[]> {
    const asked = await this.asked(actor, { planId });
    return this.rows.of(await this.entries.slice(asked, { sort: 'due', rows: MOST_ROWS }));
  }

  /** The days of a plan's deadlines of one kind that were not waived, the earliest first: for what is written about it. */
  daysOf(actor: Actor, planId: string, kind: DeadlineKind): Promise<DeadlineDays[]> {
    actor.must('read-plans');
    return this.deadlines.daysOf({ kind: 'plan', id: planId }, { kind, postIds: actor.limitedTo });
  }

  /** What somebody owes, for the administrator who is about to close the account. Throws Forbidden without `manage-users`. */
  async openOwnedBy(actor: Actor, ownerId: string): Promise<DeadlineRow[]> {
    actor.must('manage-users');
    const asked = await this.within(null, { ownerId, state: 'open' });
    return this.rows.of(await this.entries.slice(asked, { sort: 'due', rows: MOST_ROWS }));
  }

  /** One deadline. Throws NotFound for another post's as for a missing one. */
  async one(actor: Actor, id: string): Promise<DeadlineRow> {
    actor.must('read-plans');
    const entry = await this.entries.one(id, this.calendar.postingDay());
    if (!entry) throw new NotFound('deadline');
    actor.mustSee('deadline', entry.deadline.postId);
    const [row] = await this.rows.of([entry]);
    return row as DeadlineRow;
  }

  /** The plans that deadlines belong to, where they do, by the deadline's id, whoever asks: for the names of entries of the trail. */
  async plansOf(ids: string[]): Promise<Map<string, string>> {
    const rows = await this.deadlines.byIds(ids);
    return new Map(
      rows.flatMap((row): [string, string][] => {
        const planId = planOf(row);
        return planId === null ? [] : [[row.id, planId]];
      }),
    );
  }

  /** The present versions of those deadlines that are still owed, by id; for the house itself, inside a unit of work too. */
  owedVersions(ids: string[]): Promise<Map<string, number>> {
    return this.deadlines.openVersions([...new Set(ids)]);
  }

  private asked(actor: Actor, filter: BoardFilter): Promise<RowsAsked & { today: string }> {
    actor.must('read-plans');
    const { postId } = filter;
    if (postId !== undefined) actor.mustSee('post', postId);
    return this.within(postId === undefined ? actor.limitedTo : [postId], filter);
  }

  private async within(postIds: string[] | null, filter: BoardFilter) {
    const days = await this.calendar.zoneDays({ everywhere: isCountedFromToday(filter) });
    return { filter, postIds, days, today: this.calendar.postingDay() };
  }
}
