import type { Feature } from '../../http/feature';
import { RecommendationForms } from './recommendation-forms.model';
import { RecommendationModel } from './recommendation.model';
import { RecommendationsApi } from './recommendations.api';
import { RecommendationPage } from './recommendations.page';
import { RecommendationTimeline } from './timeline';

/** Recommendations: pages, machines’ doors, and what builds them. */
export const RECOMMENDATIONS: Feature = {
  controllers: [RecommendationsApi, RecommendationPage],
  providers: [RecommendationForms, RecommendationModel, RecommendationTimeline],
};
