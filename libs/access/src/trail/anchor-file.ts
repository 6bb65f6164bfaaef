import { appendFileSync, existsSync, mkdirSync, readFileSync } from 'node:fs';
import { dirname } from 'node:path';
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

/** What the database remembers of the anchor file: how many lines it has, and the hash of the last one. */
export interface AnchorMemory {
  lines: number;
  last: string;
}

/** The anchor file as it was read: its anchors in order, what is wrong with it, and what it held when it was read. */
export interface AnchorReading extends AnchorMemory {
  anchors: Anchor[];
  faults: string[];
  /** Lines that a crash cut short, and that the lines around them confirm. */
  remarks: string[];
}

const NO_LINE = '0'.repeat(64);

/** Reads a file of anchors and holds every line against the one before it, and the whole against the database's memory. */
export function readAnchors(file: string, memory: AnchorMemory | null): AnchorReading {
  const text = existsSync(file) ? readFileSync(file, 'utf8') : '';
  const lines = text.split('\n').filter((line) => line !== '');
  const reading: AnchorReading = { anchors: [], faults: [], remarks: [], lines: lines.length, last: NO_LINE };
  for (const [index, line] of lines.entries()) {
    readLine(reading, { line, number: index + 1 });
    if (memory?.lines === index + 1 && memory.last !== sha256(line))
      reading.faults.push(`line ${index + 1} of the anchor file is not the one that was written`);
    reading.last = sha256(line);
  }
  if (memory && lines.length < memory.lines)
    reading.faults.push(
      `the anchor file holds ${lines.length} of the ${memory.lines} anchors that were written: the others were deleted`,
    );
  return reading;
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
  const isTorn = existsSync(file) && !/(^|\n)$/.test(readFileSync(file, 'utf8').slice(-1));
  appendFileSync(file, `${isTorn ? '\n' : ''}${line}\n`);
  return { lines: reading.lines + 1, last: sha256(line) };
}
