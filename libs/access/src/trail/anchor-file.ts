import {
  appendFileSync,
  closeSync,
  existsSync,
  mkdirSync,
  openSync,
  readFileSync,
  readSync,
  statSync,
} from 'node:fs';
import { dirname } from 'node:path';
import { setImmediate as letOthersGo } from 'node:timers/promises';
import { sha256 } from '@demarche/base';

/** Where the chain ended at some moment, as a line of the anchor file: its number there, and the hash of the line before. */
export interface Anchor {
  seq: number;
  hash: string;
  at: string;
  /** Missing on lines that an older version wrote. */
  number?: number | undefined;
  before?: string | undefined;
}

/**
 * What the database remembers of the anchor file: how many lines it has, the hash of the last one, and how long it is
 * (missing where an older version wrote).
 */
export interface AnchorMemory {
  lines: number;
  last: string;
  bytes?: number;
}

/** The anchor file as it was read: its anchors in order, what is wrong with it, and what it held when it was read. */
export interface AnchorReading extends AnchorMemory {
  anchors: Anchor[];
  faults: string[];
  /** Lines that a crash cut short, and that the lines around them confirm. */
  remarks: string[];
}

const NO_LINE = '0'.repeat(64);
/** No line is longer; the last one stands within so many bytes of the end. */
const LONGEST_LINE = 1_024;
/** So many lines take a few milliseconds. */
const LINES_AT_ONCE = 1_000;

/** Reads a file of anchors and holds every line against the one before it, and the whole against the database's memory. */
export async function readAnchors(file: string, memory: AnchorMemory | null): Promise<AnchorReading> {
  const lines = linesIn(file);
  const reading: AnchorReading = { anchors: [], faults: [], remarks: [], lines: lines.length, last: NO_LINE };
  for (const [index, line] of lines.entries()) {
    if (index % LINES_AT_ONCE === LINES_AT_ONCE - 1) await letOthersGo();
    readLine(reading, { line, number: index + 1 });
    reading.last = sha256(line);
    if (memory !== null) remember(reading, memory, index + 1);
  }
  if (memory !== null && lines.length < memory.lines)
    reading.faults.push(
      `the anchor file holds ${lines.length} of the ${memory.lines} anchors that were written: the others were deleted`,
    );
  return reading;
}

const linesIn = (file: string): string[] =>
  existsSync(file)
    ? readFileSync(file, 'utf8')
        .split('\n')
        .filter((line) => line !== '')
    : [];

function remember(reading: AnchorReading, memory: AnchorMemory, number: number): void {
  if (memory.lines === number && memory.last !== reading.last)
    reading.faults.push(`line ${number} of the anchor file is not the one that was written`);
}

/**
 * Reads the last anchor alone, where the file is as long and ends as the database remembers; null where it does not,
 * and the whole file has to be read. After years it has hundreds of thousands of lines.
 */
export function readLastAnchor(file: string, memory: AnchorMemory | null): AnchorReading | null {
  const bytes = existsSync(file) ? statSync(file).size : 0;
  if (memory === null || bytes === 0 || memory.bytes !== bytes) return null;
  const line = endOf(file, bytes).split('\n').at(-2) ?? '';
  const anchor = parsed(line);
  if (anchor === null || sha256(line) !== memory.last) return null;
  return { anchors: [anchor], faults: [], remarks: [], lines: memory.lines, last: memory.last };
}

function endOf(file: string, bytes: number): string {
  const from = Math.max(0, bytes - LONGEST_LINE);
  const end = Buffer.alloc(bytes - from);
  const handle = openSync(file, 'r');
  try {
    readSync(handle, end, 0, end.length, from);
  } finally {
    closeSync(handle);
  }
  return end.toString('utf8');
}

function readLine(reading: AnchorReading, { line, number }: { line: string; number: number }): void {
  const anchor = parsed(line);
  if (!anchor) return void reading.remarks.push(`line ${number} of the anchor file is torn and was skipped`);
  reading.anchors.push(anchor);
  if (anchor.number === undefined) return;
  if (anchor.number !== number || anchor.before !== reading.last)
    reading.faults.push(`line ${number} of the anchor file does not follow the line before it`);
}

function parsed(line: string): Anchor | null {
  try {
    const { seq, hash, at, number, before } = JSON.parse(line) as Partial<Anchor>;
    if (!Number.isInteger(seq) || typeof hash !== 'string' || typeof at !== 'string') return null;
    return { seq: Number(seq), hash, at, number, before };
  } catch {
    return null;
  }
}

/** Appends an anchor behind what was read, on a line of its own even where the last one is torn; returns the new memory. */
export function appendAnchor(
  file: string,
  reading: AnchorMemory,
  anchor: Pick<Anchor, 'seq' | 'hash' | 'at'>,
): AnchorMemory {
  const line = JSON.stringify({ number: reading.lines + 1, ...anchor, before: reading.last });
  mkdirSync(dirname(file), { recursive: true });
  const size = existsSync(file) ? statSync(file).size : 0;
  const isTorn = size > 0 && !endOf(file, size).endsWith('\n');
  appendFileSync(file, `${isTorn ? '\n' : ''}${line}\n`);
  return { lines: reading.lines + 1, last: sha256(line), bytes: statSync(file).size };
}
