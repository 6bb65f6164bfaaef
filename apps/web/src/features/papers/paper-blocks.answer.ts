import { z } from 'zod';

/** A heading: 1 is the title of the paper, 2 and 3 stand below it. */
export const HeadingBlockAnswer = z.object({
  kind: z.literal('heading'),
  level: z.union([z.literal(2), z.literal(3), z.literal(1)]),
  text: z.string(),
});

/** A line of a cable's header, for example TAGS. */
export const FieldBlockAnswer = z.object({
  kind: z.literal('field'),
  name: z.string(),
  text: z.string(),
});

/** A numbered paragraph with its portion mark, as cables have it. */
export const NumberedBlockAnswer = z.object({
  kind: z.literal('numbered'),
  number: z.number(),
  mark: z.string(),
  text: z.string(),
});

/** A paragraph without number and mark. */
export const PlainBlockAnswer = z.object({
  kind: z.literal('plain'),
  text: z.string(),
});

/** One point of a list. */
export const BulletBlockAnswer = z.object({
  kind: z.literal('bullet'),
  text: z.string(),
});

/** One thing asked of a government, under the label by which it is called in every paper of its plan. */
export const RecommendationBlockAnswer = z.object({
  kind: z.literal('ask'),
  label: z.string(),
  text: z.string(),
});

/** A note in brackets: for the post alone, never handed over. */
export const NoteBlockAnswer = z.object({
  kind: z.literal('note'),
  text: z.string(),
});

/** The first or the last line of a part that is lifted out as a whole; `text` names the part. */
export const EdgeBlockAnswer = z.object({
  kind: z.enum(['begin', 'end']),
  text: z.string(),
});

/** A point or a thing asked for, with the notes for the post that belong to it. */
export const SheetEntryAnswer = z.object({
  label: z.string().nullable(),
  text: z.string(),
  notes: z.array(z.string()),
});
