import type { PlaceInCycle } from '@demarche/register';
import type { SourcedPlan } from './plan.repository';
import type { Recommendation } from './recommendation.entity';

/** A recommendation with what it is called on every page and in every paper of its plan. */
export type LabelledRecommendation = Recommendation & { label: string };

/** A plan and what stands around it: its country, its post, its cycle, that report's placement, and where it came from. */
export interface PlacedPlan extends PlaceInCycle, SourcedPlan {}

/** A plan with everything its page shows. */
export interface PlanView extends PlacedPlan {
  /** Every recommendation in plan order, dropped ones included: what logs and deadlines may refer to. */
  recommendations: LabelledRecommendation[];
  /** Those still asked for, in plan order: what papers are made of. */
  standing: LabelledRecommendation[];
}
