/**
 * What may stand before the mark of a paragraph on its line: a quoting sign, a number, a letter or a bullet, one or
 * several of them, or a short heading with its colon.
 */
export const LEADS: readonly RegExp[] = [
  /^(?:[>|*#•▪·–—-]+ ?)+/,
  /^[>|*#•▪·–—\s-]*(?:¶ ?|para(?:graph)?\.? )?\(?\d{1,3}(?:\.\d{1,2}){0,3} ?[.):-]* ?/i,
  /^[>|*#•▪·–—\s-]*\(?[A-Za-z]{1,2}[.)] +/,
  /^[>|*#•▪·–—\s-]*\(?[ivx]{1,5}[.)] +/i,
  /^[>|*#•▪·–—\s-]*\(?\d{1,3}[.)]? ?[A-Za-z][.)] +/,
  /^(?:\d{1,3}[.)] )?[A-Z][A-Za-z’' /-]{1,40}[:.–—-]+ ?/,
  /^o +/,
];

/** The end of a sentence, after which the next may bring a mark of its own. */
export const SENTENCE_END = '[.!?:;"”)] +';

const COPYRIGHT =
  /^\(C\) ?(?:copyright )?(?:19|20)\d\d(?:[ ,–-]+(?:19|20)\d\d)?(?:[.,]? *$|[,.]? +(?:by |all rights|[A-Z]))/i;
const PRONOUN = /^\(S\) ?(?:he|they)\b/;

/** Whether what looks like a mark is the sign of a copyright, or of a pronoun that leaves the sex open. */
export function isCopyrightLine(start: string): boolean {
  return COPYRIGHT.test(start) || PRONOUN.test(start);
}

const LETTER_BEFORE: Record<string, RegExp> = {
  C: /(?:^|[\s;,.:])\(B\)(?=[\s:]|$)/,
  S: /(?:^|[\s;,.:])\(R\)(?=[\s:]|$)/,
};

/** Whether what looks like a mark goes on a list: a (C) after a (B), which is the mark of nothing. */
export function enumeratedBefore(start: string, before: readonly string[]): boolean {
  const letter = /^\(([CS])\)/.exec(start)?.[1];
  const preceding = letter === undefined ? undefined : LETTER_BEFORE[letter];
  return preceding !== undefined && before.some((line) => preceding.test(line));
}
