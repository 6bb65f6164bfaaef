import { codesOf } from '@demarche/words';
import { z } from 'zod';
import { listOf } from '../../http/api/listing';
import { ENTRY_ANSWER, REVISION_ANSWER } from '../../parts/entry.answer';

const GovernmentCreditAnswer = z.object({
  verdict: z.enum(codesOf('credit')),
  reasons: z.array(
    z.object({
      code: z.enum(codesOf('credit-reason')),
      field: z.string(),
    }),
  ),
  missing: z.array(z.enum(codesOf('credit-missing'))),
});

/** An effort as it is shown: the row, the recommendations it serves and completes, and what the credit rule says today. */
export const EffortViewAnswer = z.object({
  recommendationIds: z.array(z.string()),
  completes: z.array(z.string()),
  credit: GovernmentCreditAnswer,
  id: z.string(),
  planId: z.string(),
  postId: z.string().nullable(),
  happenedOn: z.string(),
  ranBy: z.enum(codesOf('party')),
  paidBy: z.enum(codesOf('party')),
  governmentGave: z.array(z.enum(codesOf('contribution'))),
  role: z.string().nullable(),
  actionKind: z.enum(codesOf('action')).nullable(),
  sourceKind: z.enum(codesOf('source')).nullable(),
  source: z.string().nullable(),
  text: z.string(),
  marking: z.enum(codesOf('portion-mark')),
  ...ENTRY_ANSWER,
});

/** What the person who logged an effort is told at once: its id, its version, and whether it counts and why. */
export const EffortReceiptAnswer = z.object({
  id: z.string(),
  version: z.number(),
  ...GovernmentCreditAnswer.shape,
});

const EffortRevisionAnswer = z.object({
  id: z.string(),
  effortId: z.string(),
  ...REVISION_ANSWER,
});

/** Efforts that stand, the latest day first; with `withdrawn=true` those that were withdrawn. */
export const EffortsOfAnswer = listOf(EffortViewAnswer);

/** Earlier wordings, the oldest first. */
export const EffortsWordingsAnswer = z.object({
  rows: z.array(EffortRevisionAnswer),
});
