import type { Type } from '@nestjs/common';
import { CableImportModel } from './cable-import.model';
import { CableImportPage } from './cable-import.page';
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
import { WORK_MODELS, WORK_PAGES } from './today-pages';

/** Every page of the house. */
export const PAGES: Type[] = [SignInPage, ...WORK_PAGES, PlansPage, CableImportPage, RecommendationPage];

/** What builds the models of pages that ask several rooms. */
export const PAGE_MODELS: Type[] = [
  ...WORK_MODELS,
  PlansModel,
  CableImportModel,
  PlanOverview,
  PlanAsksModel,
  PlanPapersModel,
  PaperFreshness,
  RecommendationForms,
  RecommendationModel,
  RecommendationTimeline,
];
