import { strToU8, zipSync } from 'fflate';
import { BODY, type DocxFrame, frameOf, type ParagraphKind } from './docx-frame';
import { coreProperties, packageOf } from './docx-package';
import { lookOf } from './docx-styles';
import { hangingNumber, runsOf, runsRightToLeft, wordText } from './docx-text';
import { type PrintedBlock, type PrintedDocument, printedText } from './printed-document';
import { entriesOf } from './zip-entries';

const BEGINS = /^begin\b/i;
const BLANK = '<w:p/>';

/** A paragraph before it has its properties: its kind, its runs, and the words that decide about its direction. */
interface Piece {
  kind: ParagraphKind;
  runs: string;
  words: string;
}

function numbered(block: PrintedBlock & { kind: 'paragraph' }, isHanging: boolean): Piece {
  const { number, isKept, text: words } = block;
  if (!isHanging || !number)
    return { kind: isKept ? 'text-kept' : 'text', runs: runsOf(printedText(block)), words };
  const runs = hangingNumber(number) + runsOf(printedText({ ...block, number: null }));
  return { kind: isKept ? 'numbered-kept' : 'numbered', runs, words };
}

function pieceOf(block: Exclude<PrintedBlock, { kind: 'blank' }>, isHanging: boolean): Piece {
  if (block.kind === 'paragraph') return numbered(block, isHanging);
  const piece = { runs: runsOf(block.text), words: block.text };
  if (block.kind === 'heading') return { kind: `heading-${block.level}`, ...piece };
  if (block.kind === 'line') return { kind: BEGINS.test(block.text) ? 'begin' : 'line', ...piece };
  return { kind: 'bullet', ...piece };
}

function bodyOf({ blocks, style }: PrintedDocument, { head, foot, opening }: DocxFrame): string {
  const isHanging = lookOf(style).hasHangingNumbers;
  const paragraphs = blocks.map((block) => {
    if (block.kind === 'blank') return BLANK;
    const { kind, runs, words } = pieceOf(block, isHanging);
    return `<w:p>${opening[kind][runsRightToLeft(words) ? 'rightToLeft' : 'leftToRight']}${runs}</w:p>`;
  });
  return `${head}${paragraphs.join('')}${foot}`;
}

/**
 * Writes a printed document as a Word file for US Letter. The file names no author, company or program, holds no comments
 * and no revisions, and is the same bytes for the same document. Throws nothing on odd characters: what no file can hold is left out.
 */
export async function writeDocx(printed: PrintedDocument): Promise<Buffer> {
  const frame = await frameOf(printed);
  const title = wordText(printed.title).replace(/\n/g, ' ');
  const own = { ...coreProperties({ title, at: printed.at }), [BODY]: strToU8(bodyOf(printed, frame)) };
  return packageOf([...frame.entries, ...entriesOf(zipSync(own))]);
}
