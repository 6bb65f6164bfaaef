/** A paragraph; one that is kept ends on the page on which the next block begins. */
interface PrintedParagraph {
  kind: 'paragraph';
  number?: string | null;
  mark?: string | null;
  isKept?: boolean;
  text: string;
}

/**
 * One block of a printed document. `number` comes without its dot (`1`, `1A`), `mark` without its brackets (`SBU`); both are
 * printed as text, since numbers of a paper are fixed and a mark belongs to its words. A newline in a text is a line break.
 */
export type PrintedBlock =
  | { kind: 'heading'; level: 1 | 2 | 3; text: string }
  | PrintedParagraph
  | { kind: 'bullet'; text: string }
  | { kind: 'line'; text: string }
  | { kind: 'blank' };

/**
 * A document before it becomes a file. Paragraphs keep their distance by style, so a `blank` is an extra empty line; `line`
 * blocks (a cable's head, “Begin talking points:”) stand close together. `marking` goes on head and foot of every page.
 * `title` is kept in the file's properties and not printed; `at` is the instant the file says it was made.
 */
export interface PrintedDocument {
  title: string;
  style: 'cable' | 'paper';
  marking: string | null;
  pageNumbers: 'x-of-y' | 'none';
  blocks: readonly PrintedBlock[];
  at: string;
}

/** The text of a block as it is printed and as it reads back from a file, bullets without their sign. */
export function printedText(block: PrintedBlock): string {
  if (block.kind === 'blank') return '';
  if (block.kind !== 'paragraph') return block.text;
  const number = block.number ? `${block.number}. ` : '';
  const mark = block.mark ? `(${block.mark}) ` : '';
  return `${number}${mark}${block.text}`;
}
