import { codesOf } from '@demarche/words';
import { z } from 'zod';
import { listOf } from '../../http/api/listing';
import { CountryAnswer, CycleAnswer, PlanAnswer, PostAnswer } from '../../parts/shared.answer';
import {
  RecommendationBlockAnswer,
  BulletBlockAnswer,
  EdgeBlockAnswer,
  FieldBlockAnswer,
  HeadingBlockAnswer,
  NoteBlockAnswer,
  NumberedBlockAnswer,
  PlainBlockAnswer,
  SheetEntryAnswer,
} from './paper-blocks.answer';

const PaperRowAnswer = z.object({
  title: z.string(),
  madeByName: z.string(),
  number: z.number(),
  id: z.string(),
  planId: z.string(),
  kind: z.enum(codesOf('paper-kind')),
  marking: z.enum(codesOf('portion-mark')).nullable(),
  textHash: z.string(),
  madeAt: z.string(),
  madeBy: z.string(),
});

const PaperAnswer = z.object({
  id: z.string(),
  planId: z.string(),
  kind: z.enum(codesOf('paper-kind')),
  number: z.number(),
  text: z.string(),
  textHash: z.string(),
  templateHash: z.string(),
  facts: z.unknown(),
  marking: z.enum(codesOf('portion-mark')).nullable(),
  madeAt: z.string(),
  madeBy: z.string(),
});

const OpenSlotAnswer = z.object({
  slot: z.string(),
  place: z.string(),
  block: z.number(),
});

const PaperNotesAnswer = z.object({
  heading: z.string(),
  lines: z.array(z.string()),
});

const ReleaseAnswer = z.object({
  id: z.string(),
  subjectKind: z.string(),
  subjectId: z.string(),
  textHash: z.string(),
  postId: z.string().nullable(),
  title: z.string(),
  link: z.string().nullable(),
  openSubject: z.string().nullable(),
  proposedBy: z.string(),
  proposedAt: z.string(),
  confirmedBy: z.string().nullable(),
  confirmedAt: z.string().nullable(),
  refusedBy: z.string().nullable(),
  refusedAt: z.string().nullable(),
  refuseReason: z.string().nullable(),
  lapsedAt: z.string().nullable(),
});

const ReleaseStandingAnswer = z.object({
  state: z.enum(codesOf('release')),
  release: ReleaseAnswer.nullable(),
});

/** A paper with everything its page shows. */
export const PaperViewAnswer = z.object({
  paper: PaperAnswer,
  title: z.string(),
  blocks: z.array(
    z.union([
      HeadingBlockAnswer,
      FieldBlockAnswer,
      NumberedBlockAnswer,
      PlainBlockAnswer,
      BulletBlockAnswer,
      RecommendationBlockAnswer,
      NoteBlockAnswer,
      EdgeBlockAnswer,
    ]),
  ),
  sheet: z.array(
    z.union([
      HeadingBlockAnswer,
      NumberedBlockAnswer,
      PlainBlockAnswer,
      EdgeBlockAnswer,
      z.object({
        kind: z.enum(['list', 'asks']),
        entries: z.array(SheetEntryAnswer),
      }),
      z.object({
        kind: z.literal('fields'),
        fields: z.array(
          z.object({
            name: z.string(),
            text: z.string(),
          }),
        ),
      }),
      z.object({
        kind: z.literal('single-note'),
        text: z.string(),
      }),
    ]),
  ),
  form: z.object({
    look: z.enum(['cable', 'paper']),
    formats: z.array(z.enum(codesOf('paper-form'))),
    tellsOfItself: z.boolean(),
    settledOn: z.enum(['plan', 'narrative']),
  }),
  openSlots: z.array(OpenSlotAnswer),
  notes: z.array(PaperNotesAnswer),
  banner: z.string().nullable(),
  madeByName: z.string(),
  standing: ReleaseStandingAnswer,
  post: PostAnswer.nullable(),
  plan: PlanAnswer,
  country: CountryAnswer,
  cycle: CycleAnswer,
});

/** Papers without their text, newest first. */
export const PapersOfAnswer = listOf(PaperRowAnswer);

/** The id of the paper and its number. */
export const PapersGenerateAnswer = z.object({
  id: z.string(),
  number: z.number(),
});

/** Open proposals of other people. */
export const ReleasesAwaitingAnswer = listOf(ReleaseAnswer);

/** The id of the proposal. */
export const ReleasesProposeAnswer = z.object({
  id: z.string(),
});

/** The id of the release that was confirmed. */
export const ReleasesConfirmAnswer = z.object({
  id: z.string(),
});

/** The id of the proposal that was refused. */
export const ReleasesRefuseAnswer = z.object({
  id: z.string(),
});
