import { isNoteBlock, isPlanBlock } from './block-marks';
import type { TextBlock } from './blocks';
import type { CablePillar, CableRecommendation } from '../cable';
import type { BodyPiece } from './cable-body';
import type { Findings } from '../findings';
import { withoutMark } from './portion-mark';
import { groupHeading, pillarHeading } from './headings';
import { partNotes } from './notes';

/** The recommendations of a cable's action plan in order, sorted by the headings above them, each with its notes. */
export function readRecommendations(
  pieces: BodyPiece[],
  blocks: TextBlock[],
  findings: Findings,
): CableRecommendation[] {
  const sorter = new RecommendationSorter(findings);
  for (const piece of planPieces(pieces, blocks)) {
    if (piece.kind === 'bullet' || piece.kind === 'item') sorter.take(piece);
    else if (piece.kind === 'text') sorter.text(piece);
    else sorter.mark(piece);
  }
  return sorter.found.map(({ at, ...one }) => {
    if (leavesNoteOpen(one.text)) {
      const note = 'The note is read to the end of the recommendation.';
      findings.add('note-not-closed', at, {
        found: one.text.slice(one.text.indexOf('[')).slice(0, MOST_SHOWN),
        note,
      });
    }
    return { ...one, notes: partNotes(one.text).notes };
  });
}

const MOST_SHOWN = 60;

function leavesNoteOpen(text: string): boolean {
  return text.split('[').length > text.split(']').length;
}

// The longest block of the plan kind that has items; else every paragraph that has a pillar as heading.
function planPieces(pieces: BodyPiece[], blocks: TextBlock[]): BodyPiece[] {
  const plans = blocks.filter((block) => isPlanBlock(block.block));
  const itemsUpTo = runningItems(pieces);
  const [longest] = plans
    .filter(({ from, to }) => (itemsUpTo[to] ?? 0) > (itemsUpTo[from] ?? 0))
    .sort((left, right) => right.to - right.from - (left.to - left.from));
  if (longest) return pieces.slice(longest.from, longest.to);
  const paragraphs = new Set(pieces.filter(isPillar).map((piece) => piece.paragraph));
  return pieces.filter((piece) => paragraphs.has(piece.paragraph));
}

// How many items stand before each place, so that no block is walked through to ask whether it has any.
function runningItems(pieces: BodyPiece[]): number[] {
  const counts = [0];
  for (const piece of pieces) counts.push((counts.at(-1) ?? 0) + (isItem(piece) ? 1 : 0));
  return counts;
}

function isItem(piece: BodyPiece): boolean {
  return piece.kind === 'bullet' || piece.kind === 'item';
}

function isPillar(piece: BodyPiece): boolean {
  return piece.kind !== 'mark' && pillarHeading(piece.text) !== null;
}

class RecommendationSorter {
  readonly found: (Omit<CableRecommendation, 'notes'> & { at: number })[] = [];
  private isInNote = false;
  private group: 'high' | 'other' | null = null;
  private pillar: CablePillar | null = null;

  constructor(private readonly findings: Findings) {}

  text({ text, at }: BodyPiece): void {
    // What follows a note on the same line, or stands inside one, goes on with the item.
    if (this.isInNote || this.found.at(-1)?.at === at) this.append(text);
    else this.head(text);
  }

  private head(text: string): void {
    const pillar = pillarHeading(text);
    const group = pillar === null ? groupHeading(text) : null;
    if (pillar !== null) this.pillar = pillar;
    else if (group !== null) {
      this.group = group;
      this.pillar = null;
    } else this.continueLast(text);
  }

  take(piece: BodyPiece): void {
    this.isInNote = false;
    if (isPillar(piece)) return this.head(piece.text);
    const isUnclear = this.group === null && this.pillar === null;
    if (isUnclear) {
      const found = piece.text.slice(0, 60);
      this.findings.add('priority-unclear', piece.at, {
        found,
        note: 'No heading says whether this has priority.',
      });
    }
    const priority = this.group === 'high' ? 'high' : 'other';
    this.found.push({
      priority,
      pillar: priority === 'high' ? null : this.pillar,
      text: withoutMark(piece.text),
      at: piece.at,
    });
  }

  // A note may open and close with marks of its own; it belongs to the item above it, marks and all.
  mark({ mark }: BodyPiece): void {
    if (!mark || !isNoteBlock(mark.block)) return;
    this.isInNote = mark.side === 'begin';
    this.append(mark.found);
  }

  // A bracketed note for post belongs to the item above it.
  private continueLast(text: string): void {
    if (NOTE_START.test(text)) this.append(text);
  }

  private append(text: string): void {
    const last = this.found.at(-1);
    if (last) last.text = `${last.text} ${text}`;
  }
}

const NOTE_START =
  /^\[|^\(?\s*(?:note|background|comment)(?:\s+(?:for|to)\s+posts?)?\s*[:\u2013\u2014]|^\(\s*(?:note|background)\b/i;
