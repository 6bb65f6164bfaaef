import { codesOf } from '@demarche/words';
import { z } from 'zod';

const OpeningAnswer = z.object({
  text: z.string(),
  scaleWord: z.enum(codesOf('scale')).nullable(),
  isOpen: z.boolean(),
});

const SentenceAnswer = z.object({
  text: z.string(),
  entries: z.array(z.string()),
  statistics: z.array(z.string()),
});

const PassageAnswer = z.object({
  recommendationId: z.string(),
  number: z.number(),
  text: z.string(),
  sentences: z.array(SentenceAnswer),
  hasNews: z.boolean(),
  waiting: z.array(z.string()),
  marking: z.string().nullable(),
});

const UncreditedEffortAnswer = z.object({
  effortId: z.string(),
  happenedOn: z.string(),
  text: z.string(),
  recommendationIds: z.array(z.string()),
  reason: z.enum(codesOf('apart-reason')),
  reasons: z.array(
    z.object({
      code: z.enum(codesOf('credit-reason')),
      field: z.string(),
    }),
  ),
  missing: z.array(z.enum(codesOf('credit-missing'))),
});

const ElsewhereEffortAnswer = z.object({
  effortId: z.string(),
  happenedOn: z.string(),
  text: z.string(),
  recommendationIds: z.array(z.string()),
});

const FigureApartAnswer = z.object({
  statisticId: z.string(),
  term: z.string(),
  from: z.string(),
  until: z.string(),
  count: z.number(),
  unit: z.enum(codesOf('unit')),
  reasons: z.array(
    z.object({
      code: z.enum(codesOf('acceptance-reason')),
      field: z.string(),
    }),
  ),
  accepted: z.boolean(),
});

const TierWordAnswer = z.object({
  at: z.number(),
  found: z.string(),
  code: z.enum(codesOf('tier-word')),
});

const ObjectionAnswer = z.object({
  place: z.enum(['opening', 'passage', 'statistics']),
  recommendationId: z.string().nullable(),
  sentence: z.string(),
  entries: z.array(z.string()),
  findings: z.array(TierWordAnswer),
});

/** One country's part of the interim assessment as it reads now, with everything a signer must see beside it. */
export const AssembledNarrativeAnswer = z.object({
  planId: z.string(),
  country: z.object({
    id: z.string(),
    name: z.string(),
  }),
  cycle: z.object({
    id: z.string(),
    name: z.string(),
    reportYear: z.number(),
  }),
  window: z.object({
    from: z.string(),
    until: z.string().nullable(),
    source: z.string(),
  }),
  asOf: z.string(),
  opening: OpeningAnswer,
  passages: z.array(PassageAnswer),
  statistics: z.array(SentenceAnswer),
  uncredited: z.array(UncreditedEffortAnswer),
  elsewhere: z.array(ElsewhereEffortAnswer),
  refusedStatistics: z.array(FigureApartAnswer),
  statisticsOutsideWindow: z.array(FigureApartAnswer),
  objections: z.array(ObjectionAnswer),
  wordCount: z.number(),
  version: z.number(),
});

/** The new version. The first choice is made on version 0. */
export const NarrativesChooseAnswer = z.object({
  version: z.number(),
});
