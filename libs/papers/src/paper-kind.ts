import { z } from 'zod';

/** The papers a plan can be turned into. */
export const PAPER_KINDS = ['cable', 'talking-points', 'non-paper', 'interim-assessment'] as const;
/** One of {@link PAPER_KINDS}. */
export type PaperKind = (typeof PAPER_KINDS)[number];

/** How each kind is called on a page and in a file name. */
export const PAPER_NAMES: Record<PaperKind, string> = {
  cable: 'Cable',
  'talking-points': 'Talking points',
  'non-paper': 'Non-paper',
  'interim-assessment': 'Interim assessment',
};

/** The forms in which a paper is handed out; `cable` is a cable's own text form, for the other kinds there is none. */
export const PAPER_FORMATS = ['txt', 'docx', 'cable'] as const;
/** One of {@link PAPER_FORMATS}. */
export type PaperFormat = (typeof PAPER_FORMATS)[number];

/** What is needed to make a paper. */
export const NewPaperInput = z.strictObject({
  planId: z.string('Choose a plan.').trim().min(1, 'Choose a plan.').max(64, 'Choose a plan.'),
  kind: z.enum(PAPER_KINDS, 'Choose which paper to make.'),
});
/** The parsed wish for a paper. */
export type NewPaper = z.infer<typeof NewPaperInput>;

/** In which form a paper is wanted. */
export const PaperFormatInput = z.enum(PAPER_FORMATS, 'Choose txt, docx or cable.');
