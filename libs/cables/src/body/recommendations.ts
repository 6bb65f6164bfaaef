import { isPlanBlock } from './block-marks';
import type { TextBlock } from './blocks';
import type { CablePillar, CableRecommendation } from '../cable';
import type { BodyPiece } from './cable-body';
import type { Findings } from '../findings';
import { withoutMark } from './portion-mark';
import { groupHeading, pillarHeading } from './headings';

/** The recommendations of a cable's action plan in order, sorted by the headings above them. */
export function readRecommendations(
  pieces: BodyPiece[],
  blocks: TextBlock[],
  findings: Findings,
): CableRecommendation[] {
  const sorter = new RecommendationSorter(findings);
  for (const piece of planPieces(pieces, blocks)) {
    if (piece.kind === 'bullet' || piece.kind === 'item') sorter.take(piece);
    else if (piece.kind === 'text') sorter.head(piece.text);
  }
  return sorter.found;
}

// The longest block of the plan kind that has items; else every paragraph that has a pillar as heading.
function planPieces(pieces: BodyPiece[], blocks: TextBlock[]): BodyPiece[] {
  const plans = blocks.filter((block) => isPlanBlock(block.block)).map((block) => block.pieces);
  const [longest] = plans
    .filter((plan) => plan.some(isItem))
    .sort((left, right) => right.length - left.length);
  if (longest) return longest;
  const paragraphs = new Set(pieces.filter(isPillar).map((piece) => piece.paragraph));
  return pieces.filter((piece) => paragraphs.has(piece.paragraph));
}

function isItem(piece: BodyPiece): boolean {
  return piece.kind === 'bullet' || piece.kind === 'item';
}

function isPillar(piece: BodyPiece): boolean {
  return piece.kind !== 'mark' && pillarHeading(piece.text) !== null;
}

class RecommendationSorter {
  readonly found: CableRecommendation[] = [];
  private group: 'high' | 'other' | null = null;
  private pillar: CablePillar | null = null;

  constructor(private readonly findings: Findings) {}

  head(text: string): void {
    const pillar = pillarHeading(text);
    const group = pillar === null ? groupHeading(text) : null;
    if (pillar !== null) this.pillar = pillar;
    else if (group !== null) {
      this.group = group;
      this.pillar = null;
    } else this.continueLast(text);
  }

  take(piece: BodyPiece): void {
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
    });
  }

  // A bracketed note for post belongs to the item above it.
  private continueLast(text: string): void {
    const last = this.found.at(-1);
    if (last && /^\[|^\(\s*(?:note|background)/i.test(text)) last.text = `${last.text} ${text}`;
  }
}
