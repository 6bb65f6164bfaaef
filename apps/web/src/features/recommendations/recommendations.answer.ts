import { z } from 'zod';

const RecommendationRevisionAnswer = z.object({
  id: z.string(),
  recommendationId: z.string(),
  version: z.number(),
  text: z.string(),
  note: z.string().nullable(),
  at: z.string(),
  by: z.string(),
  reason: z.string().nullable(),
  change: z.enum(['dropped', 'restored']).nullable(),
});

/** A recommendation after an act: its id and the version to make the next change on. */
export const RecommendationReceiptAnswer = z.object({
  id: z.string(),
  version: z.number(),
});

/** All wordings, the oldest first, with who changed them and why. */
export const RecommendationsWordingsAnswer = z.object({
  rows: z.array(RecommendationRevisionAnswer),
});
