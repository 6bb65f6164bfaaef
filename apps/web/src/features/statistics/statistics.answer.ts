import { codesOf } from '@demarche/words';
import { z } from 'zod';
import { listOf } from '../../http/api/listing';
import { ENTRY_ANSWER, REVISION_ANSWER } from '../../parts/entry.answer';

const StatisticAcceptanceAnswer = z.object({
  accepted: z.boolean(),
  category: z.enum(codesOf('category')).nullable(),
  reasons: z.array(
    z.object({
      code: z.enum(codesOf('acceptance-reason')),
      field: z.string(),
    }),
  ),
});

/** A figure as it is shown: the row, and what the acceptance rule says today. */
export const StatisticViewAnswer = z.object({
  acceptance: StatisticAcceptanceAnswer,
  id: z.string(),
  planId: z.string(),
  postId: z.string().nullable(),
  from: z.string(),
  until: z.string(),
  term: z.string(),
  category: z.enum(codesOf('category')).nullable(),
  basis: z.enum(codesOf('basis')),
  evidence: z.string().nullable(),
  count: z.number(),
  unit: z.enum(codesOf('unit')),
  article: z.string().nullable(),
  source: z.string().nullable(),
  recommendationId: z.string().nullable(),
  ...ENTRY_ANSWER,
});

/** What the person who logged a figure is told at once: its id, its version, and whether it may be used and why. */
export const StatisticReceiptAnswer = z.object({
  id: z.string(),
  version: z.number(),
  ...StatisticAcceptanceAnswer.shape,
});

const StatisticRevisionAnswer = z.object({
  id: z.string(),
  statisticId: z.string(),
  ...REVISION_ANSWER,
});

/** Figures that stand, the latest period first; with `withdrawn=true` those that were withdrawn. */
export const StatisticsOfAnswer = listOf(StatisticViewAnswer);

/** Earlier states, the oldest first. */
export const StatisticsWordingsAnswer = z.object({
  rows: z.array(StatisticRevisionAnswer),
});
