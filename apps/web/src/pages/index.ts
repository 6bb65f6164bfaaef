import type { Type } from '@nestjs/common';
import { EffortsModel } from './efforts.model';
import { EffortsPage } from './efforts.page';
import { LogModel } from './log.model';
import { LogPage } from './log.page';
import { PaperFreshness } from './papers-freshness';
import { PlanAsksModel } from './plans-asks.model';
import { PlanOverview } from './plans-overview.model';
import { PlanPapersModel } from './plans-papers.model';
import { PlansModel } from './plans.model';
import { PlansPage } from './plans.page';
import { RecommendationForms } from './recommendations-form.model';
import { RecommendationTimeline } from './recommendations-timeline';
import { RecommendationModel } from './recommendations.model';
import { RecommendationPage } from './recommendations.page';
import { SignInPage } from './sign-in.page';

/** Every page of the house. */
export const PAGES: Type[] = [SignInPage, EffortsPage, LogPage, PlansPage, RecommendationPage];

/** What builds the models of pages that ask several rooms. */
export const PAGE_MODELS: Type[] = [
  EffortsModel,
  LogModel,
  PlansModel,
  PlanOverview,
  PlanAsksModel,
  PlanPapersModel,
  PaperFreshness,
  RecommendationForms,
  RecommendationModel,
  RecommendationTimeline,
];
