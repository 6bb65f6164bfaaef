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
import { strFromU8, unzipSync } from 'fflate';
import { anonymousParts } from './docx-package';
import { BULLETS, WORD_STYLES, type WordLook, bulletsOf, lookOf, stylesOf } from './docx-styles';
import { wordText } from './docx-text';
import type { PrintedDocument } from './printed-document';
import type { ZipEntry } from './zip-entries';

/** Where the text of a Word file lies in its package. */
export const BODY = 'word/document.xml';

const LETTER = { width: 12_240, height: 15_840 };
const EDGE = 576;
const FRAMES_KEPT = 24;

const PARAGRAPHS = {
  'heading-1': { heading: HeadingLevel.HEADING_1 },
  'heading-2': { heading: HeadingLevel.HEADING_2 },
  'heading-3': { heading: HeadingLevel.HEADING_3 },
  text: { style: WORD_STYLES.text },
  'text-kept': { style: WORD_STYLES.text, keepNext: true },
  numbered: { style: WORD_STYLES.numbered },
  'numbered-kept': { style: WORD_STYLES.numbered, keepNext: true },
  bullet: { style: WORD_STYLES.bullet, numbering: { reference: BULLETS, level: 0 } },
  line: { style: WORD_STYLES.line },
  begin: { style: WORD_STYLES.line, keepNext: true },
} satisfies Record<string, IParagraphOptions>;

/** A kind of paragraph as the style sheet tells them apart; what is kept stays with what follows it, and `begin` with what it opens. */
export type ParagraphKind = keyof typeof PARAGRAPHS;

const KINDS = Object.keys(PARAGRAPHS) as ParagraphKind[];

/** What decides about a frame; documents that agree in it have the same one. */
export type FrameTraits = Pick<PrintedDocument, 'style' | 'marking' | 'pageNumbers'>;

/**
 * A Word file without its text: every other part as it is packed, what stands before and after the paragraphs, and the
 * properties that open a paragraph of each kind, left to right and right to left.
 */
export interface DocxFrame {
  entries: ZipEntry[];
  head: string;
  foot: string;
  opening: Record<ParagraphKind, { leftToRight: string; rightToLeft: string }>;
}

/** Frames by their traits. Nothing makes one stale, for they hold no words of any paper; the oldest goes when there are many. */
const frames = new Map<string, Promise<DocxFrame>>();

/** The frame of a document, written by the library once for all documents that share it. */
export function frameOf({ style, marking, pageNumbers }: FrameTraits): Promise<DocxFrame> {
  const traits = { style, marking, pageNumbers };
  const key = JSON.stringify(traits);
  const frame = frames.get(key) ?? writtenFrame(traits);
  frames.set(key, frame);
  const [oldest] = frames.keys();
  if (frames.size > FRAMES_KEPT && oldest !== undefined) frames.delete(oldest);
  return frame;
}

async function writtenFrame(traits: FrameTraits): Promise<DocxFrame> {
  const look = lookOf(traits.style);
  const file = await Packer.toBuffer(
    new Document({ styles: stylesOf(look), numbering: bulletsOf(look), sections: [section(traits, look)] }),
  );
  const body = strFromU8(unzipSync(file, { filter: ({ name }) => name === BODY })[BODY] ?? new Uint8Array());
  const [head = '', samples = '', foot = ''] = body.split(/(?<=<w:body>)|(?=<w:sectPr>)/);
  return { entries: anonymousParts(file, { except: BODY }), head, foot, opening: openingsIn(samples) };
}

/** One empty paragraph of each kind and direction, in the order in which `openingsIn` reads them. */
function samples(): Paragraph[] {
  const directions = [{}, { bidirectional: true }];
  return KINDS.flatMap((kind) =>
    directions.map((direction) => new Paragraph({ ...PARAGRAPHS[kind], ...direction })),
  );
}

function openingsIn(xml: string): DocxFrame['opening'] {
  const found = [...xml.matchAll(/<w:pPr>.*?<\/w:pPr>/gs)].map(([properties]) => properties);
  const pairs = KINDS.map((kind, index) => {
    const [leftToRight = '', rightToLeft = ''] = found.slice(index * 2);
    return [kind, { leftToRight, rightToLeft }];
  });
  return Object.fromEntries(pairs) as DocxFrame['opening'];
}

function centred(children: TextRun[]): Paragraph {
  return new Paragraph({ alignment: AlignmentType.CENTER, children });
}

function edge({ marking }: FrameTraits): Paragraph[] {
  return marking === null ? [] : [centred([new TextRun({ text: wordText(marking), bold: true })])];
}

function pageLine(): Paragraph {
  return centred([new TextRun({ children: ['Page ', PageNumber.CURRENT, ' of ', PageNumber.TOTAL_PAGES] })]);
}

function section(traits: FrameTraits, look: WordLook): ISectionOptions {
  const foot = [...(traits.pageNumbers === 'x-of-y' ? [pageLine()] : []), ...edge(traits)];
  const head = edge(traits);
  const sides = { left: look.margin, right: look.margin };
  const margin = { top: 1440, bottom: 1440, ...sides, header: EDGE, footer: EDGE };
  return {
    properties: { page: { size: LETTER, margin } },
    ...(head.length > 0 && { headers: { default: new Header({ children: head }) } }),
    ...(foot.length > 0 && { footers: { default: new Footer({ children: foot }) } }),
    children: samples(),
  };
}
