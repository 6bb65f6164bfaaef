import {
  AlignmentType,
  Document,
  Footer,
  Header,
  HeadingLevel,
  type IParagraphOptions,
  type ISectionOptions,
  Packer,
  PageNumber,
  Paragraph,
  TextRun,
} from 'docx';
import { anonymous } from './docx-package';
import { BULLETS, WORD_STYLES, type WordLook, bulletsOf, lookOf, stylesOf } from './docx-styles';
import { hangingNumber, runsOf, runsRightToLeft, wordText } from './docx-text';
import { type PrintedBlock, type PrintedDocument, printedText } from './printed-document';

const HEADINGS = { 1: HeadingLevel.HEADING_1, 2: HeadingLevel.HEADING_2, 3: HeadingLevel.HEADING_3 };
const LETTER = { width: 12_240, height: 15_840 };
const EDGE = 576;
const BEGINS = /^begin\b/i;

function paragraph(text: string, options: IParagraphOptions): Paragraph {
  const direction = runsRightToLeft(text) ? { bidirectional: true } : {};
  return new Paragraph({ children: runsOf(text), ...direction, ...options });
}

function numbered(block: PrintedBlock & { kind: 'paragraph' }, look: WordLook): Paragraph {
  const isHanging = Boolean(block.number) && look.hasHangingNumbers;
  const body = runsOf(printedText(isHanging ? { ...block, number: null } : block));
  return paragraph(block.text, {
    style: isHanging ? WORD_STYLES.numbered : WORD_STYLES.text,
    children: isHanging ? [hangingNumber(block.number ?? ''), ...body] : body,
  });
}

function printedParagraph(block: PrintedBlock, look: WordLook): Paragraph {
  if (block.kind === 'heading') return paragraph(block.text, { heading: HEADINGS[block.level] });
  if (block.kind === 'paragraph') return numbered(block, look);
  if (block.kind === 'blank') return new Paragraph({});
  if (block.kind === 'line')
    return paragraph(block.text, {
      style: WORD_STYLES.line,
      ...(BEGINS.test(block.text) && { keepNext: true }),
    });
  return paragraph(block.text, { style: WORD_STYLES.bullet, numbering: { reference: BULLETS, level: 0 } });
}

function centred(children: TextRun[]): Paragraph {
  return new Paragraph({ alignment: AlignmentType.CENTER, children });
}

function edge({ marking }: PrintedDocument): Paragraph[] {
  return marking === null ? [] : [centred([new TextRun({ text: wordText(marking), bold: true })])];
}

function pageLine(): Paragraph {
  return centred([new TextRun({ children: ['Page ', PageNumber.CURRENT, ' of ', PageNumber.TOTAL_PAGES] })]);
}

function section(printed: PrintedDocument): ISectionOptions {
  const look = lookOf(printed.style);
  const foot = [...(printed.pageNumbers === 'x-of-y' ? [pageLine()] : []), ...edge(printed)];
  const head = edge(printed);
  const margin = {
    top: 1440,
    bottom: 1440,
    left: look.margin,
    right: look.margin,
    header: EDGE,
    footer: EDGE,
  };
  return {
    properties: { page: { size: LETTER, margin } },
    ...(head.length > 0 && { headers: { default: new Header({ children: head }) } }),
    ...(foot.length > 0 && { footers: { default: new Footer({ children: foot }) } }),
    children: printed.blocks.map((block) => printedParagraph(block, look)),
  };
}

/**
 * Writes a printed document as a Word file for US Letter. The file names no author, company or program, holds no comments
 * and no revisions, and is the same bytes for the same document. Throws nothing on odd characters: what no file can hold is left out.
 */
export async function writeDocx(printed: PrintedDocument): Promise<Buffer> {
  const look = lookOf(printed.style);
  const file = await Packer.toBuffer(
    new Document({ styles: stylesOf(look), numbering: bulletsOf(look), sections: [section(printed)] }),
  );
  return anonymous(file, { title: wordText(printed.title).replace(/\n/g, ' '), at: printed.at });
}
