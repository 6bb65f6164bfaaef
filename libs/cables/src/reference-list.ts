import type { CableReference } from './cable';
import { citationsIn, type Citation } from './reference-grammar';
import { plainReferenceText, scannableReferenceText } from './reference-text';
import { ReferenceTokens } from './reference-tokens';

/** A REF text item by item; `others` are lettered items that cite no cable, such as e-mails. */
export interface ReferenceList {
  references: CableReference[];
  others: { letter: string; raw: string }[];
}

interface LetteredItem {
  letter: string | null;
  start: number;
  end: number;
}

const OPENING = /^\s*¶?\s*REF(?:ERENCE)?(?:\(S\)|S)?\b\s*[:.-]*/i;
const LETTER_MARK = new RegExp(
  [
    String.raw`(?<![A-Z'])(?:REF\s+)?[([]?([A-Z])\s?[.):\]]+(?:\s+\1(?=\s))?`,
    String.raw`(?<![A-Z'])REF\s+([A-Z])(?=\s)`,
    String.raw`(?<=(?:^|[\d)\n])\s*)([A-Z])(?=\s+[A-Z\d]{2})`,
  ].join('|'),
  'g',
);

/** Reads a REF text into its lettered items; `year` is that of the citing cable, four digits. */
export function readReferenceList(refText: string, year: number): ReferenceList {
  const plain = plainReferenceText(refText.replace(OPENING, (found) => ' '.repeat(found.length)));
  const upper = scannableReferenceText(plain);
  const citations = citationsIn(new ReferenceTokens(upper), year);
  const list: ReferenceList = { references: [], others: [] };
  for (const item of letteredItems(upper)) {
    const cited = citations.filter((one) => one.start >= item.start && one.start < item.end);
    list.references.push(
      ...cited.map((one) => referenceOf(one, { item, plain, isAlone: cited.length === 1 })),
    );
    const raw = tidy(plain.slice(item.start, item.end));
    if (cited.length === 0 && item.letter !== null && /[A-Za-z]{3}/.test(raw))
      list.others.push({ letter: item.letter, raw });
  }
  return list;
}

function letteredItems(upper: string): LetteredItem[] {
  const items: LetteredItem[] = [{ letter: null, start: 0, end: upper.length }];
  for (const match of upper.matchAll(LETTER_MARK)) {
    const letter = match[1] ?? match[2] ?? match[3] ?? '';
    const current = items.at(-1);
    if (!current || !mayFollow(letter, current.letter)) continue;
    current.end = match.index;
    items.push({ letter, start: match.index + match[0].length, end: upper.length });
  }
  return items;
}

function mayFollow(letter: string, current: string | null): boolean {
  const step = letter.charCodeAt(0) - (current === null ? 64 : current.charCodeAt(0));
  return step >= 0 && step <= 2;
}

function referenceOf(
  one: Citation,
  within: { item: LetteredItem; plain: string; isAlone: boolean },
): CableReference {
  const { item, plain, isAlone } = within;
  const isWhole = isAlone && item.letter !== null;
  const before = plain.slice(item.start, one.start);
  const year = /\(?'?\d{2,4}\)?[\s/-]*(?:[A-Z]*(?:EMBASSY|CONSUL\w*|MISSION)\s+)?$/i.exec(before)?.[0] ?? '';
  const raw = isWhole ? plain.slice(item.start, item.end) : plain.slice(one.start - year.length, one.end);
  return { letter: item.letter, number: one.number, raw: tidy(raw) };
}

function tidy(text: string): string {
  return text
    .replace(/¶/g, ' ')
    .replace(/\s+/g, ' ')
    .replace(/^[\s,;.:-]+|[\s,;:-]+$/g, '');
}
