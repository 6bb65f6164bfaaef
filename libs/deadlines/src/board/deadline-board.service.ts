import { CLOSED_ACCOUNT } from '@demarche/words';
import { type Actor, Users } from '@demarche/access';
import { NotFound, ROWS_A_PAGE } from '@demarche/base';
import {
  deadlineState,
  type DeadlineStateWord,
  type WorkCalendar,
  workingDaysBetween,
  yearOf,
} from '@demarche/rules';
import { Injectable } from '@nestjs/common';
import { type BoardFilter, fits, moreUrgent, opennessOf } from './board-filter';
import { DeadlineCalendar, type LocalDay } from '../calendar/deadline-calendar.service';
import type { Deadline } from '../deadline.entity';
import { isOpen } from '../deadline-standing';
import { type DeadlineGlance, DeadlineRepository } from '../deadline.repository';
import { type PlanNames, PlanNaming } from './plan-naming.service';

/** A deadline as it stands today where it is owed. */
export interface DeadlineRow {
  deadline: Deadline;
  plan: PlanNames;
  city: string;
  zone: string;
  state: DeadlineStateWord;
  /** Whether the date of the law or the instruction itself has passed. */
  pastStatutory: boolean;
  /** Working days from today to the effective date: 0 on the day, negative after it. */
  workingDaysLeft: number;
  ownerName: string;
}

/** How many deadlines stand in each state. */
export type DeadlineTally = Record<DeadlineStateWord, number>;

interface Standing extends Pick<DeadlineRow, 'state' | 'pastStatutory'> {
  deadline: DeadlineGlance;
  localDay: LocalDay;
}

/** Shows deadlines to those who may see them. */
@Injectable()
export class DeadlineBoard {
  constructor(
    private readonly deadlines: DeadlineRepository,
    private readonly calendar: DeadlineCalendar,
    private readonly plans: PlanNaming,
    private readonly users: Users,
  ) {}

  /** One page of rows by the day on which each can be met; an actor bound to posts sees those of their posts. */
  async board(actor: Actor, filter: BoardFilter = {}): Promise<DeadlineRow[]> {
    const standings = await this.standings(actor, filter);
    const first = ((filter.page ?? 1) - 1) * ROWS_A_PAGE;
    return this.rowsOf(standings.slice(first, first + ROWS_A_PAGE));
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
    return this.rowsOf(await this.standings(actor, { planId }));
  }

  /** One deadline. Throws NotFound for another post's as for a missing one. */
  async one(actor: Actor, id: string): Promise<DeadlineRow> {
    actor.must('read-plans');
    const deadline = await this.deadlines.byId(id);
    if (!deadline) throw new NotFound('deadline');
    actor.mustSee('deadline', deadline.postId);
    const [row] = await this.rowsOf([
      standingAt((await this.calendar.localDays())(deadline.postId), deadline),
    ]);
    return row as DeadlineRow;
  }

  /** Whether a deadline is still owed as it stood in a version; for the house itself, inside a unit of work too. */
  async isOwed(id: string, version: number): Promise<boolean> {
    const deadline = await this.deadlines.byId(id);
    return deadline !== null && isOpen(deadline) && deadline.version === version;
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

  /** Whole rows are read for what is shown only, not for all that was looked through. */
  private async rowsOf(standings: Standing[]): Promise<DeadlineRow[]> {
    const deadlines = await this.deadlines.byIds(standings.map(({ deadline }) => deadline.id));
    const whole = new Map(deadlines.map((deadline) => [deadline.id, deadline]));
    const owners = await this.users.namedAll(deadlines.map(({ ownerId }) => ownerId));
    const plans = await this.plans.named(deadlines.map(({ planId }) => planId));
    const partiesOf = await this.partiesAt(deadlines);
    return standings.map(({ deadline: glance, localDay: { city, zone, today }, ...standing }) => {
      const deadline = whole.get(glance.id) as Deadline;
      return {
        ...standing,
        deadline,
        plan: plans.get(deadline.planId) as PlanNames,
        city,
        zone,
        workingDaysLeft: workingDaysBetween(today, deadline.effectiveOn, partiesOf(deadline)),
        ownerName: owners.get(deadline.ownerId)?.name ?? CLOSED_ACCOUNT,
      };
    });
  }

  /** Whose working days count for each of some deadlines; every calendar is read once. */
  private async partiesAt(deadlines: Deadline[]): Promise<(deadline: Deadline) => WorkCalendar[]> {
    const keyOf = ({ postId, statutoryOn }: Deadline) => `${postId} ${yearOf(statutoryOn)}`;
    const parties = new Map<string, WorkCalendar[]>();
    for (const deadline of deadlines) {
      const { postId, statutoryOn } = deadline;
      if (!parties.has(keyOf(deadline)))
        parties.set(keyOf(deadline), (await this.calendar.placeOf(postId, statutoryOn)).parties);
    }
    return (deadline) => parties.get(keyOf(deadline)) ?? [];
  }
}

function standingAt(localDay: LocalDay, deadline: DeadlineGlance): Standing {
  const { statutoryOn: statutory, effectiveOn: effective, metOn, waivedOn } = deadline;
  return {
    deadline,
    localDay,
    ...deadlineState({ statutory, effective, today: localDay.today, metOn, waivedOn }),
  };
}
