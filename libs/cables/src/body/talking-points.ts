import { isPointsBlock } from './block-marks';
import type { TextBlock } from './blocks';
import type { BodyPiece } from './cable-body';
import { withoutMark } from './portion-mark';

/** The talking points of a cable, one text each, without bullets. Without any begin mark, the bullets under such a heading. */
export function readTalkingPoints(pieces: BodyPiece[], blocks: TextBlock[]): string[] {
  const block = blocks.find((one) => isPointsBlock(one.block) && one.to > one.from);
  return points(block ? pieces.slice(block.from, block.to) : underHeading(pieces));
}

function underHeading(pieces: BodyPiece[]): BodyPiece[] {
  const heading = pieces.findIndex(
    (piece, index) => /talking points[^.]*:?$/i.test(piece.text) && isBullet(pieces[index + 1]),
  );
  const paragraph = pieces[heading]?.paragraph;
  return heading < 0
    ? []
    : pieces.slice(heading + 1).filter((piece) => piece.paragraph === paragraph && isBullet(piece));
}

function isBullet(piece: BodyPiece | undefined): boolean {
  return piece !== undefined && (piece.kind === 'bullet' || piece.kind === 'item');
}

// Text that follows a bullet belongs to it, headings apart; where nothing is bulleted every stretch is a point.
function points(pieces: BodyPiece[]): string[] {
  const texts = pieces.filter((piece) => piece.kind !== 'mark');
  if (!texts.some(isBullet)) return texts.map((piece) => withoutMark(piece.text));
  const found: string[] = [];
  for (const piece of texts) {
    if (isBullet(piece)) found.push(withoutMark(piece.text));
    else if (found.length > 0 && !piece.text.endsWith(':')) found.push(`${found.pop() ?? ''} ${piece.text}`);
  }
  return found;
}
