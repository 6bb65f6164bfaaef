import { Plan, PlanSource } from './plan.entity';
import { Recommendation, RecommendationRevision } from './recommendation.entity';

export { Plan, PlanSource, Recommendation, RecommendationRevision };
export { CableChecking } from './cable/cable-checking.service';
export { CableImporting } from './cable/cable-import.service';
export type { CableCheck, CableProblem } from './cable/cable-check';
export type { PlannedRecommendation } from './cable/cable-reading';
export { PLACEMENT_REASONS } from './placement-reason';
export * from './plan-events';
export { Placement } from './placement.service';
export { PlanDrafting } from './plan-drafting.service';
export { PlanReading, type PlanRow } from './plan-reading.service';
export type { LabelledRecommendation, PlacedPlan, PlanView } from './plan-view';
export type { PlanHead } from './plan.repository';
export * from './plans.input';
export { type NamedPlan, PlansInForce } from './plans-in-force.service';
export { PlansModule } from './plans.module';
export { Recommendations } from './recommendations.service';

/** The tables of this room. */
export const plansEntities = [Plan, PlanSource, Recommendation, RecommendationRevision];
