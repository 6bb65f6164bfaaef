import { editDistance } from '../missions/edit-distance';
import { isTagCode, TAG_PHRASES } from './tag-names';
import { gluedTags } from './tag-words';

const OPENING = /^\s*TAGS?\b\s*[:.-]*\s*/i;
const SLIPPED = /^\s*([A-Z](?:[A-Z]|\s(?=[A-Z])){1,6})\s*[:;]\s*/i;
const NEXT_FIELD =
  /^\s*(?:E\.?\s?O\.?\s*\d|SUBJ(?:ECT)?\b|REFS?\b|REFERENCES?\b|CLASSIFIED|DECL\b|PASS\b|CAPTIONS?\b|¶|\d+\s*\.|\([A-Z/]+\)\s)/;
const PAGE_HEADER =
  /(?:(?:TOP SECRET|SECRET|CONFIDENTIAL|UNCLASSIFIED|LIMITED OFFICIAL USE)\s+)?PAGE\s+\d\d\s+[A-Z ]+\d+\s+\d+\s+OF\s+\d+\s+\d{6}Z/gi;
const SECTION_HEADER =
  /(?:^|(?<=\n))[ \t]*[A-Z][A-Z .'-]*[ \t]+\d{5,8}[ \t]+\d{2,3}(?:\.\d)?[ \t]+OF[ \t]+\d{2,3}[ \t]*(?:\n|$)/g;

// A gloss in brackets is no tag; a code in brackets is one.
const BRACKETS = /\(([^()\n]*)\)/g;
const NEXT_FIELD_INSIDE = /\s(?:E\.O\.|SUBJECT:|REF:).*$/;
const CAPITALS_OF_CODES = /^\s*(?:[A-Z]{4}|[A-Z]{2})(?:[\s,;]+(?:[A-Z]{4}|[A-Z]{2}))*[\s,;]*$/;

/** The word in front of a TAGS line in which one letter slipped (`TAS:`, `TABS:`), with its colon; null where there is none. */
export function misspeltTagsWord(line: string): string | null {
  const [whole = '', word = ''] = SLIPPED.exec(line) ?? [];
  return word !== '' && !isTagCode(word.toUpperCase()) && editDistance(word.toUpperCase(), 'TAGS') === 1
    ? whole
    : null;
}

/** The part of a text that is the TAGS line: upper case, on one line, without links, headers, and what follows the tags. */
export function tagLineText(text: string): string {
  const [first = '', ...rest] = withoutTagsWord(plainTagText(text)).split('\n');
  const line = new GrowingLine(first);
  for (const next of rest) {
    if (next.trim() === '' && line.end.endsWith(',')) continue;
    if (!continues(line.end, next)) break;
    line.take(next);
  }
  return line.whole
    .replace(NEXT_FIELD_INSIDE, '')
    .replace(BRACKETS, (_, inner: string) => (inner.split(/[\s,]+/).every(isTagCode) ? ` ${inner} ` : ' '));
}

function withoutTagsWord(text: string): string {
  const slip = misspeltTagsWord(text);
  return slip === null ? text.replace(OPENING, '') : text.slice(slip.length);
}

/** How many of these lines, the first of which stands behind the word TAGS, belong to the TAGS line. */
export function tagLineLength(lines: readonly string[]): number {
  const line = new GrowingLine(lines[0] ?? '');
  let length = 1;
  for (const [at, next] of lines.entries()) {
    const isGap = next.trim() === '' && line.end.endsWith(',');
    if (at === 0 || isGap) continue;
    if (!continues(line.end, plainTagText(next))) break;
    line.take(next);
    length = at + 1;
  }
  return length;
}

const LONGEST_END = 80;

// A TAGS line may run over a great many lines: they are put together once, and until then only its end is looked at.
class GrowingLine {
  private readonly parts: string[] = [];
  end = '';

  constructor(first: string) {
    this.take(first);
  }

  get whole(): string {
    return this.parts.join(' ');
  }

  take(line: string): void {
    const part = line.trim().toUpperCase();
    this.parts.push(part);
    this.end = (this.parts.length === 1 ? part : `${this.end} ${part}`).slice(-LONGEST_END);
  }
}

function plainTagText(text: string): string {
  return text
    .replace(/\r\n?/g, '\n')
    .replace(/\[([^\][\n]{1,300})\]\([^()\s]{0,500}\)/g, '$1')
    .replace(/[\u00a0\t]/g, ' ')
    .replace(/ {9,}/g, '        ')
    .replace(PAGE_HEADER, ' ')
    .replace(SECTION_HEADER, '');
}

function continues(line: string, next: string): boolean {
  const upper = next.toUpperCase();
  if (upper.trim() === '' || NEXT_FIELD.test(upper)) return false;
  if (line === '' || line.endsWith(',') || CAPITALS_OF_CODES.test(next)) return true;
  return isTagLine(upper) || endsSubject(line, upper);
}

// Prose may begin with a word that is also a code, so most of the line must be codes.
function isTagLine(next: string): boolean {
  const words = next.split(/[\s,;/]+/).filter((word) => word !== '');
  const codes = words.filter((word) => gluedTags(word).every(isTagCode));
  return isCode(words[0]) && codes.length * 2 > words.length;
}

function isCode(word: string | undefined): boolean {
  return word !== undefined && gluedTags(word).every(isTagCode);
}

function endsSubject(line: string, next: string): boolean {
  const last = line.split(/[\s,;/]+/).at(-1) ?? '';
  const [first = ''] = next.trim().split(/[\s,;/]+/);
  return TAG_PHRASES.some((words) =>
    words.some((word, index) => word === last && words[index + 1] === first),
  );
}
