import { CLOSED_ACCOUNT } from '@demarche/words';
import { type Actor, Users } from '@demarche/access';
import { NotFound, ROWS_A_PAGE } from '@demarche/base';
import { deadlineState, type DeadlineStateWord } from '@demarche/rules';
import { Injectable } from '@nestjs/common';
import { DeadlineCalendar, type LocalDay } from '../calendar/deadline-calendar.service';
import { type DeadlineDays, type DeadlineGlance, DeadlineRepository } from '../deadline.repository';
import type { DeadlineKind } from '../terms/deadline-kind';
import { planOf } from '../subjects/subject-room';
import { type BoardFilter, fits, moreUrgent, opennessOf, orderBy } from './board-filter';
import { type DeadlineRow, DeadlineRows, type Standing } from './deadline-rows.service';

/** How many deadlines stand in each state. */
export type DeadlineTally = Record<DeadlineStateWord, number>;

/** Shows deadlines to those who may see them. */
@Injectable()
export class DeadlineBoard {
  constructor(
    private readonly deadlines: DeadlineRepository,
    private readonly calendar: DeadlineCalendar,
    private readonly rows: DeadlineRows,
    private readonly users: Users,
  ) {}

  /** One page of rows, by the day on which each can be met unless asked otherwise; an actor bound to posts sees those of their posts. */
  async board(actor: Actor, filter: BoardFilter = {}): Promise<DeadlineRow[]> {
    const standings = await this.sorted(await this.standings(actor, filter), filter);
    const first = ((filter.page ?? 1) - 1) * ROWS_A_PAGE;
    return this.rows.of(standings.slice(first, first + ROWS_A_PAGE));
  }

  /** How many deadlines match in each state, whatever page they are on. */
  async tally(actor: Actor, filter: BoardFilter = {}): Promise<DeadlineTally> {
    const tally: DeadlineTally = { met: 0, waived: 0, overdue: 0, due: 0, soon: 0, upcoming: 0 };
    for (const { state } of await this.standings(actor, filter)) tally[state] += 1;
    return tally;
  }

  /** The most pressing state of the open deadlines on each recommendation; without one a recommendation is left out. */
  async pressingOn(actor: Actor): Promise<Map<string, DeadlineStateWord>> {
    const pressing = new Map<string, DeadlineStateWord>();
    const standings = await this.standings(actor, { state: 'open' });
    for (const { deadline, state } of standings) {
      const id = deadline.recommendationId;
      if (id !== null) pressing.set(id, moreUrgent(state, pressing.get(id)));
    }
    return pressing;
  }

  /** Every deadline of a plan, as far as the actor may see it. */
  async of(actor: Actor, planId: string): Promise<DeadlineRow[]> {
    return this.rows.of(await this.standings(actor, { planId }));
  }

  /** The days of a plan's deadlines of one kind that were not waived, the earliest first: for what is written about it. */
  daysOf(actor: Actor, planId: string, kind: DeadlineKind): Promise<DeadlineDays[]> {
    actor.must('read-plans');
    return this.deadlines.daysOf({ kind: 'plan', id: planId }, { kind, postIds: actor.limitedTo });
  }

  /** What somebody owes, for the administrator who is about to close the account. Throws Forbidden without `manage-users`. */
  async openOwnedBy(actor: Actor, ownerId: string): Promise<DeadlineRow[]> {
    actor.must('manage-users');
    const found = await this.deadlines.openOf(ownerId);
    const dayOf = await this.calendar.localDays();
    return this.rows.of(found.map((deadline) => standingAt(dayOf(deadline.postId), deadline)));
  }

  /** One deadline. Throws NotFound for another post's as for a missing one. */
  async one(actor: Actor, id: string): Promise<DeadlineRow> {
    actor.must('read-plans');
    const deadline = await this.deadlines.byId(id);
    if (!deadline) throw new NotFound('deadline');
    actor.mustSee('deadline', deadline.postId);
    const dayOf = await this.calendar.localDays();
    const [row] = await this.rows.of([standingAt(dayOf(deadline.postId), deadline)]);
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

  private async standings(actor: Actor, filter: BoardFilter): Promise<Standing[]> {
    actor.must('read-plans');
    const { planId, ownerId, postId, state } = filter;
    if (postId !== undefined) actor.mustSee('post', postId);
    const postIds = postId === undefined ? actor.limitedTo : [postId];
    const found = await this.deadlines.glances({ planId, ownerId, postIds, isOpen: opennessOf(state) });
    const dayOf = await this.calendar.localDays();
    return found
      .map((deadline) => standingAt(dayOf(deadline.postId), deadline))
      .filter((standing) => fits(standing, filter));
  }

  /** As they were read they stand by their working day. */
  private async sorted(standings: Standing[], { sort = 'due' }: BoardFilter): Promise<Standing[]> {
    if (sort === 'due') return standings;
    const owners = await this.users.namedAll(standings.map(({ deadline }) => deadline.ownerId));
    return [...standings].sort(orderBy(sort, (ownerId) => owners.get(ownerId)?.name ?? CLOSED_ACCOUNT));
  }
}

function standingAt(localDay: LocalDay, deadline: DeadlineGlance): Standing {
  const { statutoryOn: statutory, effectiveOn: effective, metOn, waivedOn } = deadline;
  const facts = { statutory, effective, today: localDay.today, metOn, waivedOn };
  return { deadline, localDay, ...deadlineState(facts) };
}
