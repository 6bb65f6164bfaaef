import { ACCESS_WORDS } from './access-words';
import { ADMIN_WORDS } from './admin-words';
import { CABLES_WORDS } from './cables-words';
import { DEADLINES_WORDS } from './deadlines-words';
import { NARRATIVE_WORDS } from './narrative-words';
import { PAPERS_WORDS } from './papers-words';
import { PLANS_WORDS } from './plans-words';
import { PROGRESS_WORDS } from './progress-words';

/** Words by kind, then by code. */
type WordList = Readonly<Record<string, Readonly<Record<string, string>>>>;

/** The officer's words for the house's codes, by kind: each page family adds its own list here. */
const WORD_LISTS: WordList[] = [
  ACCESS_WORDS,
  ADMIN_WORDS,
  PROGRESS_WORDS,
  PLANS_WORDS,
  CABLES_WORDS,
  PAPERS_WORDS,
  DEADLINES_WORDS,
  NARRATIVE_WORDS,
];

const WORDS = merged(WORD_LISTS);

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

/** Two families may word codes of one kind, as all do for `done`: neither list hides the other. */
function merged(lists: WordList[]): Record<string, Record<string, string>> {
  const words: Record<string, Record<string, string>> = {};
  for (const list of lists)
    for (const [kind, codes] of Object.entries(list)) words[kind] = { ...words[kind], ...codes };
  return words;
}
