import type { CableReference } from '../cable';
import { each, type Steps } from '../lines/steps';
import { citationsIn, type Citation } from './reference-grammar';
import { plainReferenceText, scannableReferenceText } from './reference-text';
import { ReferenceTokens } from './reference-tokens';

/** A REF text item by item; `others` are lettered items that cite no cable, such as e-mails. */
interface ReferenceList {
  references: CableReference[];
  others: { letter: string; raw: string }[];
}

interface LetteredItem {
  letter: string | null;
  style: string;
  start: number;
  end: number;
}

const OPENING = /^\s*(?:¶\s*)?REF(?:ERENCE)?(?:\(S\)|S)?\b\s*[:.-]*/i;
const LETTER_MARK = new RegExp(
  [
    String.raw`(?<![A-Z'])(?:REF\s+)?[([]?([A-Z])\s?[.):\]]+(?:\s+\1(?=\s))?`,
    String.raw`(?<![A-Z'])REF\s+([A-Z])(?=\s)`,
    String.raw`([A-Z])(?<=(?:^|[\d)\n])\s*[A-Z])(?=\s+[A-Z\d]{2})`,
  ].join('|'),
  'g',
);

// N. Djamena and U.S. hold letters with full stops as well: a list leaves out a few letters at most.
const LONGEST_GAP = 4;
// The year in front of a citation, which the grammar reads but leaves outside the mission's name.
const YEAR_BEFORE = /(?<![\d.])\(?'?(?:\d{4}|\d{2})\)?[\s/-]*(?:[A-Z]*(?:EMBASSY|CONSUL\w*|MISSION)\s+)?$/i;

const LONGEST_YEAR = 60;

/** Reads a REF text into its lettered items; `year` is that of the citing cable, four digits. */
export function* readReferenceList(refText: string, year: number): Steps<ReferenceList> {
  const plain = plainReferenceText(refText.replace(OPENING, (found) => ' '.repeat(found.length)));
  const upper = scannableReferenceText(plain);
  const shown = withBlanksOf(upper, plain);
  yield;
  const tokens = new ReferenceTokens(upper);
  yield;
  const citations = yield* citationsIn(tokens, year);
  const list: ReferenceList = { references: [], others: [] };
  const waiting = new CitationQueue(citations);
  yield* each(letteredItems(upper), (item) => {
    const cited = waiting.takeUpTo(item.end);
    const isAlone = cited.length === 1 && item.letter !== null;
    for (const one of cited) list.references.push(referenceOf(one, { item, shown, isAlone }));
    const raw = tidy(shown.slice(item.start, item.end));
    const isOther = cited.length === 0 && item.letter !== null && /\p{L}{3}/u.test(raw);
    if (isOther) list.others.push({ letter: item.letter ?? '', raw });
  });
  return list;
}

// Items and citations both run in the order of the text, so that each citation is looked at once.
class CitationQueue {
  private next = 0;

  constructor(private readonly citations: Citation[]) {}

  takeUpTo(end: number): Citation[] {
    const from = this.next;
    while (this.next < this.citations.length && (this.citations[this.next]?.start ?? end) < end)
      this.next += 1;
    return this.citations.slice(from, this.next);
  }
}

// Section headers were blanked out for reading: so they are in what is shown.
function withBlanksOf(upper: string, plain: string): string {
  return plain
    .slice(0, upper.length)
    .replace(/\S/g, (letter, at: number) => (upper[at] === ' ' ? ' ' : letter));
}

function letteredItems(upper: string): LetteredItem[] {
  const items: LetteredItem[] = [{ letter: null, style: '', start: 0, end: upper.length }];
  for (const match of upper.matchAll(LETTER_MARK)) {
    const letter = match[1] ?? match[2] ?? match[3] ?? '';
    const style = match[0].replace(/REF|[A-Z\s]/g, '');
    const current = items.at(-1);
    if (!current || !mayFollow({ letter, style }, current)) continue;
    current.end = match.index;
    items.push({ letter, style, start: match.index + match[0].length, end: upper.length });
  }
  return items;
}

// Letters run on without gaps; a letter may be left out only in the very style of the one before: (C) is also a mark.
function mayFollow(next: { letter: string; style: string }, current: LetteredItem): boolean {
  const step = next.letter.charCodeAt(0) - (current.letter === null ? 64 : current.letter.charCodeAt(0));
  return step === 0 || step === 1 || (step > 1 && step <= LONGEST_GAP && next.style === current.style);
}

function referenceOf(
  one: Citation,
  within: { item: LetteredItem; shown: string; isAlone: boolean },
): CableReference {
  const { item, shown, isAlone } = within;
  const year =
    YEAR_BEFORE.exec(shown.slice(Math.max(item.start, one.start - LONGEST_YEAR), one.start))?.[0] ?? '';
  const raw = isAlone ? shown.slice(item.start, item.end) : shown.slice(one.start - year.length, one.end);
  return { letter: item.letter, number: one.number, raw: tidy(raw) };
}

function tidy(text: string): string {
  return text
    .replace(/¶/g, ' ')
    .replace(/\s+/g, ' ')
    .replace(/^[\s,;.:-]+|[\s,;:-]+$/g, '')
    .replace(/[\s,;]+AND$/i, '');
}
