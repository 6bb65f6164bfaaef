/** A "Begin …" or "End …" in the text of a cable: the block it names, in small letters with single blanks. */
export interface BlockMark {
  side: 'begin' | 'end';
  block: string;
  found: string;
}

/** A stretch of text between block marks, or a block mark. */
type MarkedPiece = { mark: null; text: string } | { mark: BlockMark; text: '' };

// Longer names first: "action plan" before "action". Blocks of prose nobody else reads are known so that they pair up.
const BLOCKS =
  `talking points|background points|press points|points|talkers|action plan|action request|action|non-paper|non paper|nonpaper
|aide-memoire|aide memoire|recommendations|summary and action request|summary and comment|summary|background|text|comment|note|notes|quote|objectives
|questions and answers|q and a|q&a|guidance|press guidance|letter|draft|message|demarche|statement|list|table|introduction`.replace(
    /\s*\n/g,
    '',
  );
const MARK = new RegExp(
  String.raw`(?<=^|[.:;!?"'\])]\s*)[([*]*\b(begin|end)(?:ning)?(?: of)?(?: the)?(?: unclassified| sbu| draft| suggested)?\s+(${BLOCKS})\b(?!\s+(?!continued)[a-z])\s*(?:continued\s*)?[.:;]?[)\]*]*`,
  'gi',
);

/** Cuts a text at its block marks; pieces without words are left out. */
export function splitAtMarks(text: string): MarkedPiece[] {
  if (!/begin|end/i.test(text)) return /[\p{L}\p{N}]/u.test(text) ? [{ mark: null, text: text.trim() }] : [];
  const pieces: MarkedPiece[] = [];
  let from = 0;
  for (const match of text.matchAll(MARK)) {
    pushText(pieces, text.slice(from, match.index));
    pieces.push({ mark: markOf(match), text: '' });
    from = match.index + match[0].length;
  }
  pushText(pieces, text.slice(from));
  return pieces;
}

function markOf(match: RegExpMatchArray): BlockMark {
  const side = match[1]?.toLowerCase() === 'end' ? 'end' : 'begin';
  const block = (match[2] ?? '')
    .toLowerCase()
    .replace(/non ?paper/, 'non-paper')
    .replace('aide memoire', 'aide-memoire');
  return { side, block, found: match[0].trim() };
}

function pushText(pieces: MarkedPiece[], text: string): void {
  if (/[\p{L}\p{N}]/u.test(text)) pieces.push({ mark: null, text: text.trim() });
}

const LONGEST_MARK = 90;

/** Whether a line on its own opens or closes a block, so that it never joins the line before it. */
export function startsWithMark(line: string): boolean {
  const first = splitAtMarks(line.trim().slice(0, LONGEST_MARK))[0];
  return first !== undefined && first.mark !== null;
}

const PLAN_BLOCKS = ['action plan', 'non-paper', 'recommendations', 'aide-memoire'];
const POINT_BLOCKS = ['talking points', 'points', 'talkers', 'background points'];

/** Whether a block holds what is handed to the government. */
export function isPlanBlock(block: string): boolean {
  return PLAN_BLOCKS.includes(block);
}

/** Whether a block holds talking points. */
export function isPointsBlock(block: string): boolean {
  return POINT_BLOCKS.includes(block);
}

/** Whether a block is a remark that stands inside others: a note or a comment. */
export function isNoteBlock(block: string): boolean {
  return ['note', 'notes', 'comment'].includes(block);
}
