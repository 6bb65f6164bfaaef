import type { Actor } from '@demarche/access';
import { accept, NotFound, ROWS_A_PAGE } from '@demarche/base';
import { Register } from '@demarche/register';
import { inPlanOrder, recommendationLabel, withLabels } from '@demarche/rules';
import { Injectable } from '@nestjs/common';
import { namesOf } from './names';
import type { LabelledRecommendation, PlacedPlan, PlanView } from './plan-view';
import type { Plan, PlanSource } from './plan.entity';
import { PlanListRepository } from './plan-list.repository';
import { type PlanHead, PlanRepository, type SourcedPlan } from './plan.repository';
import { type PlanFilter, PlanFilterInput } from './plans.input';
import type { Recommendation, RecommendationRevision } from './recommendation.entity';
import { RecommendationRepository, type Tally } from './recommendation.repository';

/** A recommendation with the plan that asks for it. */
interface RecommendationView {
  view: PlanView;
  recommendation: LabelledRecommendation;
}

/** A plan as one row of a list: names for people, and how many recommendations are asked for now. */
export interface PlanRow extends PlanHead, Tally {
  countryName: string;
  cycleName: string;
  postName: string | null;
}

/** A page of a list of plans; pages count from 1. */
interface PlanPage {
  rows: PlanRow[];
  total: number;
  page: number;
  pages: number;
}

/** Far above one plan for each country and cycle of this century. */
const MOST_PLANS = 20_000;

const NOTHING_ASKED: Tally = { high: 0, other: 0 };

/** Reads plans for the people who may see them. */
@Injectable()
export class PlanReading {
  constructor(
    private readonly plans: PlanRepository,
    private readonly lists: PlanListRepository,
    private readonly recommendations: RecommendationRepository,
    private readonly register: Register,
  ) {}

  /** The plans an actor may see, newest cycle first unless the filter says otherwise, fifty a page. */
  async list(actor: Actor, filter: PlanFilter = {}): Promise<PlanPage> {
    actor.must('read-plans');
    const { page, ...narrowed } = accept(PlanFilterInput, filter);
    const slice = { skip: (page - 1) * ROWS_A_PAGE, take: ROWS_A_PAGE };
    const { heads, total } = await this.lists.page({ ...narrowed, ...slice, limitedTo: actor.limitedTo });
    return {
      rows: await this.rowsOf(heads),
      total,
      page,
      pages: Math.max(1, Math.ceil(total / ROWS_A_PAGE)),
    };
  }

  /** The heads of all plans an actor may see, or the first so many of them, newest cycle first: for choosing one among them. */
  async everyHead(actor: Actor, most = MOST_PLANS): Promise<PlanHead[]> {
    actor.must('read-plans');
    const asked = { skip: 0, take: most, limitedTo: actor.limitedTo };
    return (await this.lists.page(asked)).heads;
  }

  /** One plan with all that belongs to it. Throws NotFound for another post's plan as for a missing one. */
  async open(actor: Actor, planId: string): Promise<PlanView> {
    const placed = await this.placed(actor, planId);
    const recommendations = withLabels(inPlanOrder(await this.recommendations.ofPlan(planId)));
    const standing = recommendations.filter((recommendation) => recommendation.droppedOn === null);
    return { ...placed, recommendations, standing };
  }

  /** A plan with its country, post, cycle and source and without what it asks for. Throws NotFound as `open` does. */
  async placed(actor: Actor, planId: string): Promise<PlacedPlan> {
    const { plan, source } = await this.sourcedFor(actor, planId);
    return { plan, source, ...(await this.register.placeInCycle(plan)) };
  }

  /** A plan's own row, if the actor may see it. */
  async planFor(actor: Actor, planId: string): Promise<Plan> {
    return (await this.sourcedFor(actor, planId)).plan;
  }

  /** One recommendation, if the actor may see its plan. */
  async recommendation(actor: Actor, id: string): Promise<LabelledRecommendation> {
    const recommendation = await this.reachable(actor, id);
    const headings = await this.recommendations.headingsOf(recommendation.planId);
    return { ...recommendation, label: recommendationLabel(recommendation, headings) };
  }

  /** A recommendation and the plan around it, if the actor may see that. */
  async around(actor: Actor, id: string): Promise<RecommendationView> {
    actor.must('read-plans');
    const sourced = await this.plans.sourcedAround(id);
    if (!sourced) throw new NotFound('recommendation');
    actor.mustSee('recommendation', sourced.plan.postId);
    const view = await this.open(actor, sourced.plan.id);
    return {
      view,
      recommendation: view.recommendations.find((one) => one.id === id) as LabelledRecommendation,
    };
  }

  /** What several plans ask for with high priority, by plan id and in order; plans out of the actor's reach are left out. */
  async highPriorityOf(actor: Actor, planIds: string[]): Promise<Map<string, LabelledRecommendation[]>> {
    actor.must('read-plans');
    const heads = actor.limitedTo === null ? null : await this.heads(planIds);
    const seen = heads ? planIds.filter((id) => actor.sees(heads.get(id)?.postId ?? null)) : planIds;
    const standing = await this.recommendations.highIn(seen);
    const byPlan = new Map<string, LabelledRecommendation[]>(seen.map((id) => [id, []]));
    for (const one of withLabels(standing)) byPlan.get(one.planId)?.push(one);
    return byPlan;
  }

  /** Every wording of a recommendation, oldest first. */
  async revisions(actor: Actor, recommendationId: string): Promise<RecommendationRevision[]> {
    return this.revisionsOf(actor, await this.reachable(actor, recommendationId));
  }

  /** The same of one that was read already. */
  async revisionsOf(actor: Actor, { id, planId }: Recommendation): Promise<RecommendationRevision[]> {
    await this.planFor(actor, planId);
    return this.recommendations.revisionsOf(id);
  }

  /** The cable a plan was made from with its whole text. Throws NotFound for a plan from blank. */
  async source(actor: Actor, planId: string): Promise<PlanSource> {
    await this.planFor(actor, planId);
    const source = await this.plans.sourceOf(planId);
    if (!source) throw new NotFound('cable');
    return source;
  }

  /** The heads of plans by id, whoever asks: callers have narrowed their own rows already. */
  async heads(planIds: string[]): Promise<Map<string, PlanHead>> {
    const heads = await this.plans.headsOf([...new Set(planIds)]);
    return new Map(heads.map((head) => [head.id, head]));
  }

  /** Recommendations by id, whoever asks: callers have narrowed their own rows already. */
  async recommendationsNamed(ids: string[]): Promise<Map<string, Recommendation>> {
    const rows = await this.recommendations.byIds([...new Set(ids)]);
    return new Map(rows.map((row) => [row.id, row]));
  }

  /** Labels and plans of recommendations by id, whoever asks: for the names of entries of the trail. */
  async labelled(ids: string[]): Promise<Map<string, { label: string; planId: string }>> {
    const wanted = await this.recommendations.byIds(ids);
    const all = await this.recommendations.ofPlans([...new Set(wanted.map(({ planId }) => planId))]);
    const labelOf = (one: Recommendation) =>
      recommendationLabel(
        one,
        all.filter(({ planId }) => planId === one.planId),
      );
    return new Map(wanted.map((one) => [one.id, { label: labelOf(one), planId: one.planId }]));
  }

  private async reachable(actor: Actor, id: string): Promise<Recommendation> {
    actor.must('read-plans');
    const recommendation = await this.recommendations.byId(id);
    const plan = recommendation && (await this.plans.byId(recommendation.planId));
    if (!plan) throw new NotFound('recommendation');
    actor.mustSee('recommendation', plan.postId);
    return recommendation;
  }

  private async sourcedFor(actor: Actor, planId: string): Promise<SourcedPlan> {
    actor.must('read-plans');
    const sourced = await this.plans.sourced(planId);
    if (!sourced) throw new NotFound('plan');
    actor.mustSee('plan', sourced.plan.postId);
    return sourced;
  }

  private async rowsOf(heads: PlanHead[]): Promise<PlanRow[]> {
    const tallies = await this.recommendations.tallies(heads.map((head) => head.id));
    const countryName = namesOf(await this.register.countries());
    const cycleName = namesOf(await this.register.cycles());
    const postName = namesOf(await this.register.posts());
    return heads.map((head) => ({
      ...head,
      countryName: countryName(head.countryId),
      cycleName: cycleName(head.cycleId),
      postName: head.postId === null ? null : postName(head.postId),
      ...(tallies.get(head.id) ?? NOTHING_ASKED),
    }));
  }
}
