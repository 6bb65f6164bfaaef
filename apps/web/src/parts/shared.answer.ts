import { codesOf } from '@demarche/words';
import { z } from 'zod';

/** A country or territory that the annual report ranks, named as papers name it. */
export const CountryAnswer = z.object({
  id: z.string(),
  iso2: z.string(),
  name: z.string(),
  adjective: z.string(),
  geographicTag: z.string(),
  bureau: z.string().nullable(),
  isRanked: z.boolean(),
});

/** An embassy, consulate or office abroad, under the name its cables carry. */
export const PostAnswer = z.object({
  id: z.string(),
  city: z.string(),
  name: z.string(),
  kind: z.enum(codesOf('post-kind')),
  countryId: z.string(),
  zone: z.string(),
  isActive: z.boolean(),
});

/** One round from an annual report to the next, known by the year of its report. */
export const CycleAnswer = z.object({
  id: z.string(),
  reportYear: z.number(),
  name: z.string(),
});

/** What is asked of one government in one cycle; there is one plan for each. */
export const PlanAnswer = z.object({
  id: z.string(),
  countryId: z.string(),
  cycleId: z.string(),
  postId: z.string().nullable(),
  title: z.string(),
  placementReason: z.enum(codesOf('placement')),
  instructedBy: z.string().nullable(),
  marking: z.enum(codesOf('portion-mark')),
  version: z.number(),
  createdAt: z.string(),
  createdBy: z.string(),
  placementConfirmedBy: z.string().nullable(),
});

/** A recommendation with what it is called on every page and in every paper of its plan. */
export const LabelledRecommendationAnswer = z.object({
  id: z.string(),
  planId: z.string(),
  lineageId: z.string(),
  number: z.number(),
  priority: z.enum(codesOf('priority')),
  pillar: z.enum(codesOf('pillar')).nullable(),
  text: z.string(),
  note: z.string().nullable(),
  marking: z.enum(codesOf('portion-mark')),
  version: z.number(),
  droppedOn: z.string().nullable(),
  dropReason: z.string().nullable(),
  label: z.string(),
});

/** What a deadline belongs to, with the page that shows it; a plan is one kind. */
export const SubjectNamesAnswer = z.object({
  kind: z.enum(codesOf('deadline-subject')),
  id: z.string(),
  title: z.string(),
  href: z.string(),
  countryId: z.string(),
  countryName: z.string(),
  cycleId: z.string().nullable(),
  cycleName: z.string().nullable(),
});
