import type { Feature } from '../../http/feature';
import { PlanOverview } from './plan-overview.model';
import { PlanPapersModel } from './plan-papers.model';
import { PlanRecommendationsModel } from './plan-recommendations.model';
import { PlanSummaryModel } from './plan-summary.model';
import { PlansApi } from './plans.api';
import { PlansModel } from './plans.model';
import { PlansPage } from './plans.page';

/** Plans: pages, machines’ doors, and what builds them. */
export const PLANS: Feature = {
  controllers: [PlansApi, PlansPage],
  providers: [PlanOverview, PlanPapersModel, PlanRecommendationsModel, PlanSummaryModel, PlansModel],
};
