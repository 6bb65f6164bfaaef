import type { Actor } from '@demarche/access';
import { PlanReading } from '@demarche/plans';
import { Injectable } from '@nestjs/common';
import { EffortRepository } from './efforts/effort.repository';
import { type RecommendationSummary, summarize } from './recommendation-summary';

/** How far each recommendation is: the numbers behind the plan page and the home pages. */
@Injectable()
export class Progress {
  constructor(
    private readonly efforts: EffortRepository,
    private readonly plans: PlanReading,
  ) {}

  /** One summary for every recommendation of a plan, in the plan's order, those without entries included. */
  async summaryOf(actor: Actor, planId: string): Promise<RecommendationSummary[]> {
    actor.must('read-plans');
    const { recommendations } = await this.plans.open(actor, planId);
    const linked = await this.efforts.linkedIn([planId]);
    return recommendations.map(({ id }) => summarize(id, linked));
  }

  /**
   * Summaries of several plans at once for a home page, by recommendation id and as far as the actor may see them; a
   * recommendation that is not in the map has no entries.
   */
  async summariesOf(actor: Actor, planIds: string[]): Promise<Map<string, RecommendationSummary>> {
    actor.must('read-plans');
    const linked = (await this.efforts.linkedIn(planIds)).filter((effort) => actor.sees(effort.postId));
    const ids = new Set(linked.map((effort) => effort.recommendationId));
    return new Map([...ids].map((id) => [id, summarize(id, linked)]));
  }
}
