import type { Type } from '@nestjs/common';
import { CableImportModel } from './cable-import.model';
import { CableImportPage } from './cable-import.page';
import { CountryModel } from './countries-one.model';
import { CountriesModel } from './countries.model';
import { CountriesPage } from './countries.page';
import { PaperFreshness } from './papers-freshness';
import { PaperModel } from './papers.model';
import { PapersPage } from './papers.page';
import { PlanAsksModel } from './plans-asks.model';
import { PlanOverview } from './plans-overview.model';
import { PlanPapersModel } from './plans-papers.model';
import { PlansModel } from './plans.model';
import { PlansPage } from './plans.page';
import { RecommendationForms } from './recommendations-form.model';
import { RecommendationTimeline } from './recommendations-timeline';
import { RecommendationModel } from './recommendations.model';
import { RecommendationPage } from './recommendations.page';

/** The pages of what is asked for and written: plans, recommendations, cables read in, papers, countries. */
export const PLAN_PAGES: Type[] = [CableImportPage, CountriesPage, PapersPage, PlansPage, RecommendationPage];

/** What builds their models. */
export const PLAN_MODELS: Type[] = [
  CableImportModel,
  CountriesModel,
  CountryModel,
  PaperFreshness,
  PaperModel,
  PlanAsksModel,
  PlanOverview,
  PlanPapersModel,
  PlansModel,
  RecommendationForms,
  RecommendationModel,
  RecommendationTimeline,
];
