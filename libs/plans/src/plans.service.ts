import type { Actor } from '@demarche/access';
import { Injectable } from '@nestjs/common';
import type { CableCheck } from './cable-check';
import { CableChecking } from './cable-checking.service';
import { CableImporting } from './cable-import.service';
import type { PlanSource } from './plan.entity';
import { PlanDrafting } from './plan-drafting.service';
import { type PlanPage, PlanReading, type PlanView } from './plan-reading.service';
import type { PlanHead } from './plan.repository';
import type { CableImport, Drop, NewPlan, NewRecommendation, PlanFilter, Rewording } from './plans.input';
import type { Recommendation, RecommendationRevision } from './recommendation.entity';
import { type RecommendationReceipt, Recommendations } from './recommendations.service';

/** What is asked of governments: the one service that pages, API and higher rooms call. */
@Injectable()
export class Plans {
  constructor(
    private readonly reading: PlanReading,
    private readonly drafting: PlanDrafting,
    private readonly recommendations: Recommendations,
    private readonly checking: CableChecking,
    private readonly importing: CableImporting,
  ) {}

  /** Makes a plan from blank. Throws Conflict `duplicate` when the country has one in the cycle. */
  create(actor: Actor, given: NewPlan): Promise<{ id: string }> {
    return this.drafting.create(actor, given);
  }

  /** A page of the plans an actor may see. */
  list(actor: Actor, filter: PlanFilter = {}): Promise<PlanPage> {
    return this.reading.list(actor, filter);
  }

  /** A plan with country, post, cycle and recommendations. Throws NotFound for another post's plan. */
  open(actor: Actor, planId: string): Promise<PlanView> {
    return this.reading.open(actor, planId);
  }

  /** The heads of plans by id, for rooms that list rows of their own; it asks nobody's leave. */
  heads(planIds: string[]): Promise<Map<string, PlanHead>> {
    return this.reading.heads(planIds);
  }

  /** One recommendation. Throws NotFound for one of another post's plan. */
  recommendation(actor: Actor, id: string): Promise<Recommendation> {
    return this.reading.recommendation(actor, id);
  }

  /** Recommendations by id, for rooms that list rows of their own; it asks nobody's leave. */
  recommendationsNamed(ids: string[]): Promise<Map<string, Recommendation>> {
    return this.reading.recommendationsNamed(ids);
  }

  /** What several plans ask for with high priority, by plan id, as far as the actor may see them. */
  highPriorityOf(actor: Actor, planIds: string[]): Promise<Map<string, Recommendation[]>> {
    return this.reading.highPriorityOf(actor, planIds);
  }

  /** Every wording a recommendation has had, oldest first. */
  revisions(actor: Actor, recommendationId: string): Promise<RecommendationRevision[]> {
    return this.reading.revisions(actor, recommendationId);
  }

  /** The cable a plan was made from. Throws NotFound for a plan from blank. */
  source(actor: Actor, planId: string): Promise<PlanSource> {
    return this.reading.source(actor, planId);
  }

  /** Adds a recommendation; numbers already given stay unless a position is asked for. */
  addRecommendation(
    actor: Actor,
    given: NewRecommendation,
  ): Promise<RecommendationReceipt & { number: number }> {
    return this.recommendations.add(actor, given);
  }

  /** Changes a recommendation's wording and note, and keeps the old ones. */
  reword(actor: Actor, given: Rewording): Promise<RecommendationReceipt> {
    return this.recommendations.reword(actor, given);
  }

  /** Takes a recommendation out of the plan with a reason. */
  drop(actor: Actor, given: Drop): Promise<RecommendationReceipt> {
    return this.recommendations.drop(actor, given);
  }

  /** Says what would come of a cable; makes nothing. */
  previewCable(actor: Actor, text: string): Promise<CableCheck> {
    return this.checking.check(actor, text);
  }

  /** Makes a plan from a cable, all of it or nothing. */
  importCable(actor: Actor, given: CableImport): Promise<{ id: string; recommendations: number }> {
    return this.importing.import(actor, given);
  }
}
