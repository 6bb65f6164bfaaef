import { CLOSED_ACCOUNT } from '@demarche/words';
import { type Actor, Users } from '@demarche/access';
import { PlanReading } from '@demarche/plans';
import type { MilestoneMove } from '@demarche/register';
import type { CalendarDate } from '@demarche/rules';
import { Injectable } from '@nestjs/common';
import { type PlanNames, PlanNaming } from '../board/plan-naming.service';
import type { Deadline } from '../deadline.entity';
import { DeadlineRepository } from '../deadline.repository';
import { DeadlineTerms } from './deadline-terms.service';

/** The open deadlines that a moved milestone concerns: those that move with it, and those that people have moved. */
export interface MovedDeadlines {
  following: { deadline: Deadline; changes: Partial<Deadline> }[];
  differing: Deadline[];
}

/** One deadline that a milestone would move, or would not because people have moved it; for a preview. */
export interface ForeseenMove {
  plan: PlanNames;
  ownerName: string;
  title: string;
  from: CalendarDate;
  /** The working day on which it could be met then. */
  to: CalendarDate;
  follows: boolean;
}

/** Finds what a moved milestone takes along. */
@Injectable()
export class MilestoneMoves {
  constructor(
    private readonly deadlines: DeadlineRepository,
    private readonly terms: DeadlineTerms,
    private readonly plans: PlanReading,
    private readonly naming: PlanNaming,
    private readonly users: Users,
  ) {}

  /** The open deadlines of a milestone's kind and cycle. Throws Invalid when no working day is near the new date. */
  async of({ cycleId, kind, before, after }: MilestoneMove): Promise<MovedDeadlines> {
    const moved: MovedDeadlines = { following: [], differing: [] };
    for (const deadline of await this.openIn(cycleId, kind)) {
      const { statutoryOn, postId } = deadline;
      if (statutoryOn === before?.on) {
        const dates = await this.terms.datesOf(after.on, postId);
        const nature = after.nature === 'statutory' ? 'statutory' : 'instructed';
        moved.following.push({ deadline, changes: { ...dates, nature } });
      } else if (statutoryOn !== after.on) moved.differing.push(deadline);
    }
    return moved;
  }

  /** What some moves would do, for whoever is about to make them. Throws Forbidden without `manage-register`. */
  async preview(actor: Actor, moves: readonly MilestoneMove[]): Promise<ForeseenMove[]> {
    actor.must('manage-register');
    const foreseen: ForeseenMove[] = [];
    for (const move of moves) {
      const { following, differing } = await this.of(move);
      const to = new Map(following.map(({ deadline, changes }) => [deadline.id, changes.effectiveOn]));
      const all = [...following.map(({ deadline }) => deadline), ...differing];
      const plans = await this.naming.named(all.map(({ planId }) => planId));
      const owners = await this.users.namedAll(all.map(({ ownerId }) => ownerId));
      for (const { id, planId, ownerId, title, effectiveOn } of all)
        foreseen.push({
          plan: plans.get(planId) as PlanNames,
          ownerName: owners.get(ownerId)?.name ?? CLOSED_ACCOUNT,
          title,
          from: effectiveOn,
          to: to.get(id) ?? move.after.on,
          follows: to.has(id),
        });
    }
    return foreseen;
  }

  private async openIn(cycleId: string, kind: MilestoneMove['kind']): Promise<Deadline[]> {
    const open = await this.deadlines.openOfKind(kind);
    const heads = await this.plans.heads(open.map(({ planId }) => planId));
    return open.filter(({ planId }) => heads.get(planId)?.cycleId === cycleId);
  }
}
