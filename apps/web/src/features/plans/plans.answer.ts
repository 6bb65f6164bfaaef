import { codesOf } from '@demarche/words';
import { z } from 'zod';
import {
  CountryAnswer,
  CycleAnswer,
  LabelledRecommendationAnswer,
  PlanAnswer,
  PostAnswer,
} from '../../parts/shared.answer';

const PlanRowAnswer = z.object({
  countryName: z.string(),
  cycleName: z.string(),
  postName: z.string().nullable(),
  id: z.string(),
  title: z.string(),
  countryId: z.string(),
  cycleId: z.string(),
  placementReason: z.enum(codesOf('placement')),
  postId: z.string().nullable(),
  marking: z.enum(codesOf('portion-mark')),
  createdAt: z.string(),
  high: z.number(),
  other: z.number(),
});

/** A page of a list of plans; pages count from 1. */
export const PlanPageAnswer = z.object({
  rows: z.array(PlanRowAnswer),
  total: z.number(),
  page: z.number(),
  pages: z.number(),
});

/** A plan with everything its page shows. */
export const PlanViewAnswer = z.object({
  plan: PlanAnswer,
  placementKnown: z.boolean(),
  country: CountryAnswer,
  post: PostAnswer.nullable(),
  cycle: CycleAnswer,
  recommendations: z.array(LabelledRecommendationAnswer),
  standing: z.array(LabelledRecommendationAnswer),
  source: z
    .object({
      cableNumber: z.string(),
      readAt: z.string(),
    })
    .nullable(),
});

/** The cable a plan was made from, byte for byte as it was read. */
export const PlanSourceAnswer = z.object({
  id: z.string(),
  planId: z.string(),
  cableNumber: z.string(),
  text: z.string(),
  readAt: z.string(),
});

const RecommendationSummaryAnswer = z.object({
  recommendationId: z.string(),
  entries: z.number(),
  credited: z.number(),
  lastOn: z.string().nullable(),
  isCompleted: z.boolean(),
});

/** The id of the new plan. */
export const PlansCreateAnswer = z.object({
  id: z.string(),
});

/** For each recommendation its entries, how many earn credit, and the latest day. */
export const PlansSummaryAnswer = z.object({
  rows: z.array(RecommendationSummaryAnswer),
});

/** Its id, its version and its number. */
export const PlansAddAnswer = z.object({
  id: z.string(),
  version: z.number(),
  number: z.number(),
});
