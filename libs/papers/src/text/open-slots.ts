import type { PaperBlock } from './paper-block';
import { wordsOfBlock } from './block-words';

/** A place of a paper that somebody still has to fill. */
export interface OpenSlot {
  /** The words of the slot as they stand, for example `[word of measure to be chosen]`. */
  slot: string;
  /** Where it stands, for people: `paragraph 2`, `recommendation A1`, `the line SUBJECT`. */
  place: string;
  /** The block that holds it, counted from 0. */
  block: number;
}

// What our own words leave open says what is to be done; the rest is how people mark what they still owe.
const SLOTS = new RegExp(
  [
    String.raw`[[{<][^[\]{}<>]*\b(?:to be|to follow|tb[acds]|insert|fill in|xx+)\b[^[\]{}<>]*[\]}>]`,
    String.raw`\[[\s._…?-]*\]`,
    String.raw`(?<![\p{L}\p{N}])(?:TBA|TBC|TBD|TBS|X{3,})(?![\p{L}\p{N}])`,
    String.raw`_{3,}`,
    String.raw`\?{2,}`,
  ].join('|'),
  'giu',
);

const placed: { [K in PaperBlock['kind']]?: (block: Extract<PaperBlock, { kind: K }>) => string } = {
  ask: ({ label }) => `recommendation ${label}`,
  field: ({ name }) => `the line ${name}`,
  heading: ({ text }) => `the heading “${text}”`,
};

function placeOf(block: PaperBlock, paragraph: number): string {
  const place = placed[block.kind] as ((block: PaperBlock) => string) | undefined;
  if (place) return place(block);
  return paragraph === 0 ? 'the beginning' : `paragraph ${paragraph}`;
}

/** Every slot of a paper that is still open, in reading order: a paper with one must not leave the house. */
export function openSlotsIn(blocks: readonly PaperBlock[]): OpenSlot[] {
  let paragraph = 0;
  return blocks.flatMap((block, index) => {
    if (block.kind === 'numbered') paragraph = block.number;
    if (block.kind === 'plain') paragraph += 1;
    const place = placeOf(block, paragraph);
    const words = block.kind === 'note' ? block.text : wordsOfBlock(block);
    return [...words.matchAll(SLOTS)].map(([slot]) => ({ slot, place, block: index }));
  });
}
