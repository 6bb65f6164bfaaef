import { choiceOrNull, rowId, seenVersion } from '@demarche/base';
import { type Code, codesOf } from '@demarche/words';
import { z } from 'zod';

/** The words of measure that the opening sentence may use, smallest first; which one holds is a person's judgement. */
export const SCALE_WORDS = codesOf('scale');
/** One of {@link SCALE_WORDS}. */
export type ScaleWord = Code<'scale'>;

/** A person's choice of the measure, or null to open the slot again; version 0 stands for a choice never made before. */
export const ScaleChoiceInput = z.strictObject({
  planId: rowId('Say which plan this belongs to.'),
  version: seenVersion(0),
  scaleWord: choiceOrNull(SCALE_WORDS, 'Choose a word from the scale, or leave it open.'),
});

/** The parsed choice. */
export type ScaleChoice = z.output<typeof ScaleChoiceInput>;
