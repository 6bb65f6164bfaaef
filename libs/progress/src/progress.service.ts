import type { Actor } from '@demarche/access';
import { ROWS_A_PAGE } from '@demarche/base';
import { PlanReading, type Recommendation } from '@demarche/plans';
import { Injectable } from '@nestjs/common';
import { ActGroupRepository } from './efforts/act-group.repository';
import { EffortRepository } from './efforts/effort.repository';
import { type EffortView, viewsOf } from './efforts/effort-view';
import { nothingLogged, type RecommendationSummary, summarize } from './recommendation-summary';

/** What was done about one recommendation: a page of its acts, withdrawn ones included, and what all of them come to. */
export interface RecommendationActs {
  acts: EffortView[];
  /** How many pages of acts there are; at least one. */
  pages: number;
  summary: RecommendationSummary;
}

/** Which plans a summary is asked for, and whether it is about what is asked with high priority alone. */
interface SummaryAsked {
  isHighOnly: boolean;
}

/** How far each recommendation is: the numbers behind the plan page and the home pages. */
@Injectable()
export class Progress {
  constructor(
    private readonly efforts: EffortRepository,
    private readonly groups: ActGroupRepository,
    private readonly plans: PlanReading,
  ) {}

  /** One summary for every recommendation of a plan, in the plan's order, those without entries included. */
  async summaryOf(actor: Actor, planId: string): Promise<RecommendationSummary[]> {
    actor.must('read-plans');
    const { recommendations } = await this.plans.open(actor, planId);
    const known = summarize(await this.groups.of({ planIds: [planId], postIds: null }));
    return recommendations.map(({ id }) => known.get(id) ?? nothingLogged(id));
  }

  /**
   * Summaries of several plans at once for a home page, by recommendation id and as far as the actor may see them; a
   * recommendation that is not in the map has no entries.
   */
  async summariesOf(
    actor: Actor,
    planIds: string[],
    { isHighOnly }: SummaryAsked = { isHighOnly: false },
  ): Promise<Map<string, RecommendationSummary>> {
    actor.must('read-plans');
    return summarize(await this.groups.of({ planIds, postIds: actor.limitedTo, isHighOnly }));
  }

  /** A page of the acts of one recommendation, fifty a page and the latest day first; pages count from 1. */
  async actsOf(
    actor: Actor,
    { id: recommendationId, planId }: Pick<Recommendation, 'id' | 'planId'>,
    page: number,
  ): Promise<RecommendationActs> {
    await this.plans.planFor(actor, planId);
    const groups = await this.groups.of({ planIds: [planId], postIds: null, recommendationId });
    const slice = { skip: (page - 1) * ROWS_A_PAGE, take: ROWS_A_PAGE };
    const efforts = await this.efforts.ofRecommendation({ planId, recommendationId, ...slice });
    const links = await this.efforts.linksOf(efforts.map(({ id }) => id));
    const total = groups.reduce((sum, { entries }) => sum + entries, 0);
    return {
      acts: viewsOf(efforts, links),
      pages: Math.max(1, Math.ceil(total / ROWS_A_PAGE)),
      summary: summarize(groups).get(recommendationId) ?? nothingLogged(recommendationId),
    };
  }
}
