import { ACCESS_WORDS } from './access-words';

/** The officer's words for the house's codes, by kind: each page family adds its own list here. */
const WORDS: Record<string, Record<string, string>> = {
  ...ACCESS_WORDS,
};

/** The word for a code; a code without a word is a fault of the program and throws. */
export function wordFor(kind: string, code: string): string {
  const word = WORDS[kind]?.[code];
  if (word === undefined) throw new Error(`There is no word for ${kind} “${code}”.`);
  return word;
}

/** Every code of a kind with its word, in order: for lists to choose from. */
export function choicesOf(kind: string, codes: readonly string[]): { value: string; label: string }[] {
  return codes.map((value) => ({ value, label: wordFor(kind, value) }));
}
