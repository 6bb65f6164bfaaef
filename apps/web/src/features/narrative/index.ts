import type { Feature } from '../../http/feature';
import { AssessmentsModel } from './assessments.model';
import { NarrativeModel } from './narrative.model';
import { NarrativePage } from './narrative.page';
import { NarrativesApi } from './narratives.api';

/** The interim assessment: pages, machines’ doors, and what builds them. */
export const NARRATIVE: Feature = {
  controllers: [NarrativePage, NarrativesApi],
  providers: [AssessmentsModel, NarrativeModel],
};
