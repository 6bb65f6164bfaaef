import type { LeakCode } from './non-paper-leaks';

/** What a non-paper must not carry, in half a sentence for whoever has to reword it. */
export const LEAK_WORDS: Record<LeakCode, string> = {
  'portion-mark': 'a non-paper carries no marking',
  'cable-number': 'a non-paper names no cable',
  reference: 'a non-paper refers to no cable or paragraph',
  tag: 'a non-paper carries no tags',
  office: 'a non-paper names no office of ours',
  post: 'a non-paper does not speak of the post',
  signature: 'a non-paper is not signed',
  'list-talk': 'a non-paper does not speak of tiers, lists or rank',
  note: 'text in brackets is for the post only: move it to the note',
  'cable-words': 'these words belong in a cable',
  name: 'a non-paper names neither its authors nor the post',
};
