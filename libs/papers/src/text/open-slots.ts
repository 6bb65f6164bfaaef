import type { PaperBlock } from './paper-block';
import { placesOf } from './block-places';
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

/** Every slot of a paper that is still open, in reading order: a paper with one must not leave the house. */
export function openSlotsIn(blocks: readonly PaperBlock[]): OpenSlot[] {
  const places = placesOf(blocks);
  return blocks.flatMap((block, index) => {
    const words = block.kind === 'note' ? block.text : wordsOfBlock(block);
    const place = places[index] ?? '';
    return [...words.matchAll(SLOTS)].map(([slot]) => ({ slot, place, block: index }));
  });
}
