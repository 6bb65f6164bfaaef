import { Plan, PlanSource } from './plan.entity';
import { Recommendation, RecommendationRevision } from './recommendation.entity';

export { Plan, PlanSource, Recommendation, RecommendationRevision };
export type { CableCheck, CableProblem } from './cable-check';
export type { CablePlace } from './cable-places.service';
export type { CycleYear, PlannedRecommendation } from './cable-reading';
export { PLACEMENT_REASONS, type PlacementReason } from './placement-reason';
export * from './plan-events';
export { type PlanPage, type PlanRow, PLANS_A_PAGE, type PlanView } from './plan-reading.service';
export type { PlanHead } from './plan.repository';
export * from './plans.input';
export { PlansModule } from './plans.module';
export { Plans } from './plans.service';
export type { RecommendationReceipt } from './recommendations.service';

/** The tables of this room. */
export const plansEntities = [Plan, PlanSource, Recommendation, RecommendationRevision];
