import { z } from 'zod';

/** The words of measure that the opening sentence may use, smallest first; which one holds is a person's judgement. */
export const SCALE_WORDS = ['negligible', 'limited', 'some', 'modest', 'significant'] as const;
/** One of {@link SCALE_WORDS}. */
export type ScaleWord = (typeof SCALE_WORDS)[number];

const LONGEST_ID = 64;

const nullWhenBlank = (given: unknown) => (given === '' || given === undefined ? null : given);
const asNumber = (given: unknown) =>
  typeof given === 'string' && /^\d+$/.test(given.trim()) ? Number(given) : given;
const wholeVersion = 'The version is a whole number.';

/** A person's choice of the measure, or null to open the slot again; version 0 stands for a choice never made before. */
export const ScaleChoiceInput = z.strictObject({
  planId: z
    .string('Say which plan this belongs to.')
    .min(1, 'Say which plan this belongs to.')
    .max(LONGEST_ID),
  version: z.preprocess(asNumber, z.number(wholeVersion).int(wholeVersion).min(0, wholeVersion).optional()),
  scaleWord: z.preprocess(
    nullWhenBlank,
    z.enum(SCALE_WORDS, 'Choose a word from the scale, or leave it open.').nullable(),
  ),
});

/** The parsed choice. */
export type ScaleChoice = z.output<typeof ScaleChoiceInput>;
