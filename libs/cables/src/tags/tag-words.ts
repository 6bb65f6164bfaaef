import { isListedCode, isListedTag, isPlainTag, isTagCode, TAG_PHRASES } from './tag-names';

const PHRASE_ENDS = new Set(TAG_PHRASES.map((words) => words.at(-1) ?? '').filter((end) => end.length > 4));
const TAG_LENGTHS = [4, 5, 3, 2, 6, 8];
const LONGEST_GLUE = 80;

/** Parts tags that were run together (PHUMBA, KCRMKWMNPHUM); any other word comes back alone. */
export function gluedTags(word: string): string[] {
  if (word.length < 5 || word.length > LONGEST_GLUE || isListedTag(word) || !/^[A-Z]+$/.test(word))
    return [word];
  return withPhraseEnd(word) ?? partition(word) ?? [word];
}

// Chance alone parts many a word (KOREAN is KORE and AN): listed codes must be there, and not fewer than places.
function partition(word: string): string[] | null {
  const parts = parted(word);
  if (!parts) return null;
  const codes = parts.filter(isListedCode).length;
  const places = parts.filter((part) => part.length === 2).length;
  return parts.every(isPlainTag) || (codes > 0 && codes >= places) ? parts : null;
}

function parted(rest: string): string[] | null {
  if (rest === '') return [];
  for (const length of TAG_LENGTHS) {
    const head = rest.slice(0, length);
    const tail = head.length === length && isTagCode(head) ? parted(rest.slice(length)) : null;
    if (tail) return [head, ...tail];
  }
  return null;
}

// RIGHTSPOLMIL: the last word of a subject with codes glued to it.
function withPhraseEnd(word: string): string[] | null {
  for (const end of PHRASE_ENDS) {
    const rest = word.startsWith(end) && word !== end ? partition(word.slice(end.length)) : null;
    if (rest) return [end, ...rest];
  }
  return null;
}

/** The code meant by a word in which one letter was struck twice (MOPPS); any other word unchanged. */
export function withoutSlip(word: string): string {
  if (word.length !== 5 || isListedTag(word) || isPlainTag(word)) return word;
  const single = word.replace(/(.)\1/, '$1');
  return isListedCode(single) ? single : word;
}
