import { gluedTags, withoutSlip } from './tag-words';
import { isListedCode, isPlainTag, isTagCode, TAG_PHRASES } from './tag-names';
import { tagLineText } from './tag-text';

// Small words that hold a subject together (TRADE IN ORE); some of them are also codes of countries.
const JOINERS = new Set(['IN', 'OF', 'ON', 'AND', 'FOR', 'THE', 'TO', 'WITH', 'BY']);

/**
 * The tags of a TAGS line (with or without the word TAGS in front), in order, once each, in upper case.
 * Commas, semicolons and blanks part them; codes run together are parted, subjects of several words kept together.
 */
export function readTags(tagsText: string): string[] {
  const line = tagLineText(tagsText);
  if (/^(?:N\/A|NONE)?$/.test(line.trim())) return [];
  // Committees keep their stroke: UNGA/C-6.
  const items = withoutCaptions(line).split(/[,;|]+|\/(?![A-Z]{1,2}-?\d)/);
  return [...new Set(items.flatMap(tagsOfItem))];
}

// Captions of handling stray into the line; they are no subjects.
const CAPTION = /(?<![A-Z])(?:SIPDIS|NOFORN|NODIS|EXDIS|LIMDIS|STADIS|SENSITIVE)(?![A-Z])/g;

function withoutCaptions(line: string): string {
  return line.replace(CAPTION, ' ');
}

function tagsOfItem(item: string): string[] {
  const words = item
    .replace(/[^A-Z0-9'&/ -]+/g, ' ')
    .split(/\s+/)
    .filter((word) => /[A-Z]/.test(word))
    .flatMap(gluedTags)
    .filter((word, at, all) => !isLooseJoiner(word, all[at - 1]));
  if (words.every(looksLikeCode) && !words.some(startsPhrase)) return words.map(withoutSlip);
  const tags: string[] = [];
  for (let at = 0; at < words.length;) {
    const length = tagLength(words, at);
    tags.push(tagOf(words.slice(at, at + length)));
    at += length;
  }
  return tags;
}

// A stretch of nothing but two and four letters is codes, known or not.
function looksLikeCode(word: string): boolean {
  return isTagCode(word) || /^[A-Z]{4}$/.test(word);
}

function startsPhrase(word: string): boolean {
  return TAG_PHRASES.some((words) => words[0] === word && words.every(looksLikeCode));
}

// PREL AND PGOV: a small word between codes is no tag.
function isLooseJoiner(word: string, before: string | undefined): boolean {
  return JOINERS.has(word) && !isTagCode(word) && (before === undefined || isTagCode(before));
}

function tagOf(words: string[]): string {
  const [only = ''] = words;
  if (words.length === 1) return withoutSlip(only);
  const joined = words.join('');
  return isPlainTag(joined) || isListedCode(joined) ? joined : words.join(' ');
}

// How many words from here on make one tag.
function tagLength(words: string[], at: number): number {
  const phrase = TAG_PHRASES.find((one) => one.every((word, index) => words[at + index] === word));
  if (phrase) return phrase.length;
  if (isPlainTag(`${words[at]}${words[at + 1]}`) || isBrokenCode(words, at)) return 2;
  return isTagCode(words[at] ?? '') || isCodeLike(words[at]) ? 1 : freeLength(words, at);
}

// K TIP: a code with a blank in it, neither part of which is a code.
function isBrokenCode(words: string[], at: number): boolean {
  const [left = '', right = ''] = words.slice(at, at + 2);
  return isListedCode(left + right) && !isTagCode(left) && !isTagCode(right);
}

// Four capitals that no list knows are still more likely a code than a word of a subject.
function isCodeLike(word: string | undefined): boolean {
  return word !== undefined && withoutSlip(word) !== word;
}

function freeLength(words: string[], at: number): number {
  let length = 1;
  while (at + length < words.length && isPartOfSubject(words, at + length)) length += 1;
  return length;
}

function isPartOfSubject(words: string[], at: number): boolean {
  const word = words[at] ?? '';
  const next = words[at + 1];
  if (JOINERS.has(word)) return next !== undefined && !isTagCode(next);
  return !isTagCode(word) && !isCodeLike(word);
}
