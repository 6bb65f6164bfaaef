import { SYSTEM_ACTOR } from '@demarche/access';
import { PlanReading } from '@demarche/plans';
import { Efforts } from '@demarche/progress';
import { Injectable } from '@nestjs/common';
import type { Deadline } from '../deadline.entity';
import { DeadlineMet, DeadlineReopened, DeadlineWaived } from '../deadline-events';
import { OPEN_AGAIN } from '../deadline-standing';
import { planOf } from '../subjects/subject-room';
import { DeadlineTerms } from '../terms/deadline-terms.service';
import type { FollowedChange } from './deadline-follower.service';

const DROPPED = 'The recommendation was dropped.';

/** Says how a deadline stands by what the rooms below say of its recommendation: waived, met, or owed. */
@Injectable()
export class RecommendationCompletion {
  constructor(
    private readonly plans: PlanReading,
    private readonly efforts: Efforts,
    private readonly terms: DeadlineTerms,
  ) {}

  /** What becomes of a deadline whose end came undone; `otherwise` says why where it is owed again. */
  async standing(
    deadline: Deadline,
    otherwise: Pick<FollowedChange, 'change' | 'effortId'>,
  ): Promise<FollowedChange> {
    if (await this.isDropped(deadline)) return this.waived(deadline);
    const act = await this.completionOf(deadline);
    if (act) return met(act);
    return {
      ...otherwise,
      action: 'deadline.reopen',
      changes: OPEN_AGAIN,
      happening: (after) => new DeadlineReopened(after),
    };
  }

  /** What becomes of an open deadline whose recommendation is not asked for any more. */
  async waived({ postId }: Deadline): Promise<FollowedChange> {
    const waivedOn = await this.terms.todayAt(postId);
    return {
      action: 'deadline.close',
      change: 'recommendation-dropped',
      changes: { ...OPEN_AGAIN, waivedOn, waiveReason: DROPPED },
      happening: (after) => new DeadlineWaived(after, 'recommendation-dropped'),
    };
  }

  private async isDropped({ recommendationId }: Deadline): Promise<boolean> {
    if (recommendationId === null) return false;
    const named = await this.plans.recommendationsNamed([recommendationId]);
    return (named.get(recommendationId)?.droppedOn ?? null) !== null;
  }

  /** The first act that completes the recommendation; withdrawn ones are not among a plan's acts. */
  private async completionOf(deadline: Deadline): Promise<Completion | null> {
    const { recommendationId } = deadline;
    const planId = planOf(deadline);
    if (recommendationId === null || planId === null) return null;
    const acts = await this.efforts.of(SYSTEM_ACTOR, planId);
    const completing = acts.filter(({ completes }) => completes.includes(recommendationId));
    return completing.sort((a, b) => a.happenedOn.localeCompare(b.happenedOn))[0] ?? null;
  }
}

/** An act that completes a recommendation, and its day. */
interface Completion {
  id: string;
  happenedOn: string;
}

/** What becomes of a deadline that an act meets on the day of the act. */
export function met({ id, happenedOn }: Completion): FollowedChange {
  return {
    action: 'deadline.close',
    change: 'met',
    effortId: id,
    changes: { ...OPEN_AGAIN, metOn: happenedOn, metBy: id },
    happening: (after) => new DeadlineMet(after),
  };
}
