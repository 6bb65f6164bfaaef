import { line, rowId, seenVersion } from '@demarche/base';
import { normaliseCableNumber, readTags } from '@demarche/cables';
import { type Code, codesOf } from '@demarche/words';
import { z } from 'zod';

/** How fast a cable is handled, as its header says it. */
export type Precedence = Code<'precedence'>;

// REF letters run from A to Z.
const MOST_REFERENCES = 26;
const MOST_CAPTIONS = 8;
const MOST_TAGS = 20;
const LONGEST = 40;

const listed = (given: unknown) =>
  typeof given === 'string'
    ? given
        .split(/[\n\r,;]+/)
        .map((part) => part.trim())
        .filter((part) => part !== '')
    : given;

function listOf(item: z.ZodType<string>, most: { count: number; words: string }) {
  return z.preprocess(listed, z.array(item).max(most.count, most.words)).prefault([]);
}

const caption = line('Write the caption.', LONGEST)
  .overwrite((given) => given.toUpperCase())
  .regex(/^[A-Z][A-Z0-9 /-]*$/, 'A caption is a word in capitals, for example SENSITIVE or SIPDIS.');

const citedCable = line('Write the number of the cable.', LONGEST).refine(
  (given) => normaliseCableNumber(given) !== null,
  {
    error: ({ input }) =>
      `“${String(input)}” is no cable number: write year, mission and serial, for example 08 STATE 132759.`,
  },
);

const tag = line('Write the tag.', LONGEST)
  .overwrite((given) => given.toUpperCase())
  .refine((given) => readTags(`TAGS: ${given}`).join() === given, {
    error: ({ input }) => `“${String(input)}” is no tag: write a code such as KTIP, with commas between.`,
  });

/** What a person says about the header of a plan's cables; lists may come as one text with commas or line breaks. */
export const CableHeaderInput = z.strictObject({
  planId: rowId('Say which plan this belongs to.'),
  version: seenVersion(0),
  precedence: z.enum(codesOf('precedence'), 'Choose how fast the cable is handled.'),
  captions: listOf(caption, { count: MOST_CAPTIONS, words: 'A header has no more than 8 captions.' }),
  /** None stands for those of the source, or the usual ones. */
  tags: listOf(tag, { count: MOST_TAGS, words: 'A header has no more than 20 tags.' }),
  references: listOf(citedCable, {
    count: MOST_REFERENCES,
    words: 'A cable cites no more than 26 others: their letters end with Z.',
  }),
});

/** The parsed choice. */
export type CableHeaderChoice = z.output<typeof CableHeaderInput>;
