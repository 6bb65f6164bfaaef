import { ACCESS_WORDS } from './access-words';
import { ADMIN_WORDS } from './admin-words';
import { CABLES_WORDS } from './cables-words';
import { DEADLINES_WORDS } from './deadlines-words';
import { DONE_WORDS } from './done-words';
import { NARRATIVE_WORDS } from './narrative-words';
import { PAPERS_WORDS } from './papers-words';
import { PLANS_WORDS } from './plans-words';
import { PROGRESS_WORDS } from './progress-words';

const WORDS = {
  ...ACCESS_WORDS,
  ...ADMIN_WORDS,
  ...CABLES_WORDS,
  ...DEADLINES_WORDS,
  ...DONE_WORDS,
  ...NARRATIVE_WORDS,
  ...PAPERS_WORDS,
  ...PLANS_WORDS,
  ...PROGRESS_WORDS,
};

/** The kinds of code that a person may see, one list each. */
export type WordKind = keyof typeof WORDS;

/** Every code of a kind. Codes that no rule owns are born here: their room takes its type from this. */
export type Code<K extends WordKind> = `${keyof (typeof WORDS)[K] & (string | number)}`;

/** The officer's word for a code. A code without a word does not compile. */
export function wordFor<K extends WordKind>(kind: K, code: Code<K>): string {
  const words: Readonly<Record<string, string>> = WORDS[kind];
  const word = words[code];
  if (word === undefined) throw new Error(`There is no word for ${kind} “${code}”.`);
  return word;
}

/** Whether a text from outside (an address, an old row) is a code of a kind. */
export function isCode<K extends WordKind>(kind: K, text: string): text is Code<K> {
  return Object.hasOwn(WORDS[kind], text);
}

/** Every code of a kind, in the order of its list. */
export function codesOf<K extends WordKind>(kind: K): Code<K>[] {
  return Object.keys(WORDS[kind]) as Code<K>[];
}

/** One thing to choose from a list: what is sent, and what is read. */
export interface Choice {
  value: string;
  label: string;
}

/** Codes of a kind with their words, in the order given: for lists to choose from. */
export function choicesOf<K extends WordKind>(kind: K, codes: readonly Code<K>[]): Choice[] {
  return codes.map((value) => ({ value, label: wordFor(kind, value) }));
}
