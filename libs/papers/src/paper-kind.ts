import { type Code, codesOf } from '@demarche/words';
import { rowId } from '@demarche/base';
import { z } from 'zod';

/** One kind of paper that a plan can be turned into; the words hold the list. */
export type PaperKind = Code<'paper-kind'>;
/** Every kind, in the order in which a plan's page lists them. */
export const PAPER_KINDS = codesOf('paper-kind');

/** A form in which a paper is handed out; `cable` is a cable's own text form, for the other kinds there is none. */
export type PaperFormat = Code<'paper-form'>;

/** What is needed to make a paper. */
export const NewPaperInput = z.strictObject({
  planId: rowId('Choose a plan.'),
  kind: z.enum(PAPER_KINDS, 'Choose which paper to make.'),
});
/** The parsed wish for a paper. */
export type NewPaper = z.infer<typeof NewPaperInput>;

/** In which form a paper is wanted. */
export const PaperFormatInput = z.enum(codesOf('paper-form'), 'Choose txt, docx or cable.');
