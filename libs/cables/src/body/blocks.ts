import { isNoteBlock, isPlanBlock, isPointsBlock } from './block-marks';
import type { BodyPiece } from './cable-body';
import type { Findings } from '../findings';

/** A block of the body: what it is called, and the places of the pieces between its marks, the last one not counted. */
export interface TextBlock {
  block: string;
  from: number;
  to: number;
}

interface OpenBlock {
  block: string;
  from: number;
  piece: BodyPiece;
}

/** Pairs the block marks of a body, reports those without partner, and returns the blocks in the order of their ends. */
export function readBlocks(pieces: BodyPiece[], findings: Findings): TextBlock[] {
  const scan = new BlockScan(pieces, findings);
  pieces.forEach((piece, index) => {
    if (piece.mark?.side === 'begin') scan.open(piece, index);
    if (piece.mark?.side === 'end') scan.close(piece, index);
  });
  return scan.finish();
}

// What opened before so many others that are open still is closed by nothing.
const DEEPEST_NEST = 24;

class BlockScan {
  private readonly stack: OpenBlock[] = [];
  private readonly blocks: TextBlock[] = [];

  constructor(
    private readonly pieces: BodyPiece[],
    private readonly findings: Findings,
  ) {}

  open(piece: BodyPiece, index: number): void {
    this.stack.push({ block: piece.mark?.block ?? '', from: index, piece });
  }

  close(piece: BodyPiece, index: number): void {
    const block = piece.mark?.block ?? '';
    const place = this.placeOf(block, piece);
    const opened = this.stack[place];
    if (!opened) return isCustomary(block) ? undefined : this.reportLone(piece);
    if (opened.block !== block) this.reportOther(piece, opened);
    this.stack.splice(place, 1);
    this.blocks.push({ block: opened.block, from: opened.from + 1, to: index });
  }

  // The block of this name that opened last, else one of its kin; -1 where none is near.
  private placeOf(block: string, piece: BodyPiece): number {
    const from = Math.max(0, this.stack.length - DEEPEST_NEST);
    const near = this.stack.slice(from);
    const same = near.findLastIndex((one) => one.block === block);
    const found = same >= 0 ? same : near.findLastIndex((one) => areKin(one, block, piece));
    return found < 0 ? -1 : from + found;
  }

  finish(): TextBlock[] {
    const ends = new Map(this.pieces.map((piece, index) => [piece.paragraph, index + 1]));
    for (const opened of this.stack) {
      this.findings.add('block-not-closed', opened.piece.at, {
        found: opened.piece.mark?.found ?? '',
        note: `No "End ${opened.block}" follows.`,
      });
      this.blocks.push({ block: opened.block, from: opened.from + 1, to: this.paragraphEnd(opened, ends) });
    }
    return this.blocks;
  }

  private paragraphEnd(opened: OpenBlock, ends: Map<number, number>): number {
    return ends.get(opened.piece.paragraph) ?? this.pieces.length;
  }

  private reportLone(piece: BodyPiece): void {
    const { found = '', block = '' } = piece.mark ?? {};
    this.findings.add('block-not-opened', piece.at, { found, note: `No "Begin ${block}" stands before it.` });
  }

  private reportOther(piece: BodyPiece, opened: OpenBlock): void {
    const note = `Closes the block opened as "${opened.piece.mark?.found ?? opened.block}".`;
    this.findings.add('block-closed-by-other', piece.at, { found: piece.mark?.found ?? '', note });
  }
}

// These open with their bare name and a colon, by custom without "Begin".
function isCustomary(block: string): boolean {
  return ['summary', 'comment', 'note', 'background', 'introduction'].includes(block);
}

// A block may be closed under another name of its kind, or by whatever closes inside its own paragraph, notes apart.
function areKin(opened: OpenBlock, block: string, piece: BodyPiece): boolean {
  if (isNoteBlock(block)) return isNoteBlock(opened.block);
  const sameKind = [isPlanBlock, isPointsBlock].some((isKind) => isKind(opened.block) && isKind(block));
  return sameKind || opened.piece.paragraph === piece.paragraph;
}
