import { codesOf } from '@demarche/words';
import { z } from 'zod';
import { CountryAnswer, CycleAnswer, PostAnswer } from '../../parts/shared.answer';

const CableReferenceAnswer = z.object({
  letter: z.string().nullable(),
  number: z.string(),
  raw: z.string(),
});

const CableParagraphAnswer = z.object({
  number: z.number(),
  marking: z.string().nullable(),
  text: z.string(),
});

const CableRecommendationAnswer = z.object({
  priority: z.enum(codesOf('priority')),
  pillar: z.enum(codesOf('pillar')).nullable(),
  text: z.string(),
  notes: z.array(z.string()),
});

const CableAnomalyAnswer = z.object({
  code: z.enum(codesOf('anomaly')),
  paragraph: z.number().nullable(),
  found: z.string(),
  note: z.string(),
});

const CableAnswer = z.object({
  number: z.string().nullable(),
  dateTimeGroup: z.string().nullable(),
  precedence: z.string().nullable(),
  from: z.string().nullable(),
  to: z.array(z.string()),
  info: z.array(z.string()),
  classification: z.string().nullable(),
  captions: z.array(z.string()),
  passLines: z.array(z.string()),
  corrected: z.string().nullable(),
  executiveOrder: z.string().nullable(),
  classifiedBy: z.string().nullable(),
  declassification: z.string().nullable(),
  tags: z.array(z.string()),
  subject: z.string(),
  references: z.array(CableReferenceAnswer),
  textBeforeFirst: z.string().nullable(),
  paragraphs: z.array(CableParagraphAnswer),
  talkingPoints: z.array(z.string()),
  recommendations: z.array(CableRecommendationAnswer),
  signature: z.string().nullable(),
  handling: z.array(z.string()),
  anomalies: z.array(CableAnomalyAnswer),
});

const CycleYearAnswer = z.object({
  year: z.number(),
  by: z.enum(codesOf('cycle-by')),
});

const PlannedRecommendationAnswer = z.object({
  number: z.number(),
  priority: z.enum(codesOf('priority')),
  pillar: z.enum(codesOf('pillar')).nullable(),
  text: z.string(),
  note: z.string().nullable(),
  hasBrackets: z.boolean(),
});

const CableProblemAnswer = z.object({
  code: z.string(),
  field: z.enum(['text', 'countryId', 'cycleId', 'placementReason', 'placementConfirmed', 'postId']),
  weight: z.enum(codesOf('problem-weight')),
  message: z.string(),
});

/** The check page's whole content: what was read, what was odd, what would be made, and what is missing or in the way. */
export const CableCheckAnswer = z.object({
  cable: CableAnswer,
  country: CountryAnswer.nullable(),
  countryBy: z.enum(codesOf('country-by')).nullable(),
  candidates: z.array(CountryAnswer),
  addressees: z.array(PostAnswer),
  post: PostAnswer.nullable(),
  cycle: CycleAnswer.nullable(),
  cycleYear: CycleYearAnswer.nullable(),
  placementReason: z.enum(codesOf('placement')).nullable(),
  placementKnown: z.boolean().nullable(),
  marking: z.enum(codesOf('portion-mark')),
  title: z.string().nullable(),
  recommendations: z.array(PlannedRecommendationAnswer),
  existing: z
    .object({
      id: z.string(),
      title: z.string(),
    })
    .nullable(),
  problems: z.array(CableProblemAnswer),
  canImport: z.boolean(),
});

/** The id of the new plan and the number of its recommendations: all of it or nothing. */
export const CablesImportAnswer = z.object({
  id: z.string(),
  recommendations: z.number(),
});
