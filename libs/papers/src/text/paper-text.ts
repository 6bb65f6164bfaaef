import { cleanText, Invalid } from '@demarche/base';
import { MARKING_LADDER } from '@demarche/rules';
import type { PaperBlock, PaperBlockKind } from './paper-block';
import { faultOf, type LineFault, linesOf, type PaperLine, readLine } from './paper-line';

interface Reading {
  blocks: PaperBlock[];
  labels: Set<string>;
  open: string | null;
  numbered: number;
}

type Check = (block: PaperBlock, reading: Reading) => string | null;

const LISTED: readonly PaperBlockKind[] = ['bullet', 'ask'];

const numbersRun: Check = (block, { numbered }) =>
  block.kind === 'numbered' && block.number !== numbered + 1
    ? `has the number ${block.number} where ${numbered + 1} comes next`
    : null;

const marksAreKnown: Check = (block) =>
  block.kind === 'numbered' && !MARKING_LADDER.includes(block.mark)
    ? `bears the mark (${block.mark}), which is none of ${MARKING_LADDER.join(', ')}`
    : null;

const numberedOrPlain: Check = (block, { blocks, numbered }) => {
  if (block.kind === 'plain' && numbered > 0)
    return 'is a paragraph without number and mark in a paper whose paragraphs have them';
  if (block.kind === 'numbered' && blocks.some((one) => one.kind === 'plain'))
    return 'is a numbered paragraph in a paper whose paragraphs have no numbers';
  return null;
};

const fieldsComeFirst: Check = (block, { blocks }) =>
  block.kind === 'field' && blocks.some((one) => one.kind !== 'field' && one.kind !== 'heading')
    ? 'is a header line below the first paragraph'
    : null;

const notesFollowSomething: Check = (block, { blocks }) => {
  const before = blocks.at(-1)?.kind;
  const isHeld = before !== undefined && [...LISTED, 'note', 'numbered'].includes(before);
  return block.kind === 'note' && !isHeld ? 'is a note that follows nothing it could belong to' : null;
};

const labelsAreUnlike: Check = (block, { labels }) =>
  block.kind === 'ask' && labels.has(block.label) ? `uses the label ${block.label} a second time` : null;

const edgesMatch: Check = (block, { open }) => {
  if (block.kind === 'begin' && open !== null) return `begins a part inside the part “${open}”`;
  if (block.kind === 'end' && open === null) return 'ends a part that was not begun';
  if (block.kind === 'end' && block.text !== open) return `ends another part than “${open}”, which is open`;
  return null;
};

const CHECKS: readonly Check[] = [
  numbersRun,
  marksAreKnown,
  numberedOrPlain,
  fieldsComeFirst,
  notesFollowSomething,
  labelsAreUnlike,
  edgesMatch,
];

/**
 * Reads a paper text into its blocks. Throws Invalid with one reason for each malformed line, its place and why; the
 * field of a reason is `line N`.
 */
export function parsePaperText(text: string): PaperBlock[] {
  const reading: Reading = { blocks: [], labels: new Set(), open: null, numbered: 0 };
  const lines = linesOf(cleanText(text));
  const faults = lines.flatMap((line) => readInto(reading, line));
  const last = lines.at(-1);
  if (!last) faults.push({ line: 1, found: '', why: 'says nothing at all' });
  else if (reading.open !== null) faults.push(faultOf(last, `leaves the part “${reading.open}” open`));
  if (faults.length > 0) throw new Invalid(faults.map(reasonOf));
  return reading.blocks;
}

function readInto(reading: Reading, line: PaperLine): LineFault[] {
  const block = readLine(line);
  if ('why' in block) return [block];
  const faults = CHECKS.flatMap((check) => check(block, reading) ?? []).map((why) => faultOf(line, why));
  remember(reading, block);
  return faults;
}

function remember(reading: Reading, block: PaperBlock): void {
  if (block.kind === 'numbered') reading.numbered = block.number;
  if (block.kind === 'ask') reading.labels.add(block.label);
  if (block.kind === 'begin') reading.open = block.text;
  if (block.kind === 'end') reading.open = null;
  reading.blocks.push(block);
}

function reasonOf({ line, found, why }: LineFault) {
  const quoted = found === '' ? '' : ` (“${found}”)`;
  return {
    field: `line ${line}`,
    code: 'paper-line',
    message: `Line ${line} of the paper${quoted} ${why}.`,
  };
}
