import { SystemClock } from '@demarche/base';
import { type PrintedBlock, type PrintedDocument, writeDocx } from '@demarche/formats';
import {
  AlignmentType,
  Document,
  Footer,
  Header,
  HeadingLevel,
  LevelFormat,
  Packer,
  PageNumber,
  Paragraph,
  TextRun,
} from 'docx';
import { median } from '../run/bench-row';

const ROUNDS = 12;
const FILES_A_ROUND = 5;
const POINTS = 17;
const SENTENCE =
  'The government should prosecute, convict and sentence traffickers and train those who find victims. ';
const MARKING = 'SENSITIVE BUT UNCLASSIFIED';

/** Writes the same six pages by the product and by the bare library, in turns; prints the ratio and milliseconds a file. */
async function measure(): Promise<void> {
  const printed = sixPages();
  const ratios: number[] = [];
  const taken: number[] = [];
  for (let round = -2; round < ROUNDS; round += 1) {
    const own = await timed(() => writeDocx(printed));
    const bare = await timed(() => bareDocx(printed));
    if (round < 0) continue;
    ratios.push(bare / own);
    taken.push(own);
  }
  console.log(JSON.stringify({ ratio: median(ratios), milliseconds: median(taken) }));
}

async function timed(write: () => Promise<Buffer>): Promise<number> {
  const started = performance.now();
  for (let left = FILES_A_ROUND; left > 0; left -= 1) await write();
  return (performance.now() - started) / FILES_A_ROUND;
}

function sixPages(): PrintedDocument {
  const blocks = Array.from({ length: POINTS }, (_, index): PrintedBlock[] => [
    { kind: 'heading', level: 2, text: `Point ${index + 1}` },
    { kind: 'paragraph', number: String(index + 1), mark: 'SBU', text: SENTENCE.repeat(4) },
    { kind: 'bullet', text: SENTENCE },
    { kind: 'bullet', text: SENTENCE.repeat(2) },
  ]).flat();
  const traits = { title: 'Six pages', style: 'paper', marking: MARKING, pageNumbers: 'x-of-y' } as const;
  return { ...traits, blocks, at: new SystemClock().now() };
}

/** What the library's own manual does for such a document: no look of ours, nothing stripped, packed once. */
function bareDocx({ title, blocks }: PrintedDocument): Promise<Buffer> {
  const centred = (run: TextRun) => new Paragraph({ alignment: AlignmentType.CENTER, children: [run] });
  const pages = new TextRun({ children: ['Page ', PageNumber.CURRENT, ' of ', PageNumber.TOTAL_PAGES] });
  const headers = { default: new Header({ children: [centred(new TextRun(MARKING))] }) };
  const footers = { default: new Footer({ children: [centred(pages), centred(new TextRun(MARKING))] }) };
  const level = { level: 0, format: LevelFormat.BULLET, text: '•' };
  const numbering = { config: [{ reference: 'bullets', levels: [level] }] };
  const children = blocks.map(bareParagraph);
  return Packer.toBuffer(new Document({ title, numbering, sections: [{ headers, footers, children }] }));
}

function bareParagraph(block: PrintedBlock): Paragraph {
  if (block.kind === 'heading') return new Paragraph({ text: block.text, heading: HeadingLevel.HEADING_2 });
  if (block.kind === 'bullet')
    return new Paragraph({ text: block.text, numbering: { reference: 'bullets', level: 0 } });
  if (block.kind !== 'paragraph') return new Paragraph('');
  return new Paragraph(`${block.number}. (${block.mark}) ${block.text}`);
}

void measure();
