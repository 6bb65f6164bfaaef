import type { CableReference } from '../cable';
import type { Findings } from '../findings';
import type { Steps } from '../lines/steps';
import { readReferenceList } from '../references/reference-list';
import { isOddSerial } from '../references/reference-serial';
import { readReferences } from '../references/references';
import { tagLineLength } from '../tags/tag-text';
import { readTags } from '../tags/tags';
import { captionsIn, isCaptionLine } from './classification-line';
import type { HeaderEntry, HeaderField, HeaderLine } from './header-lines';

/** The lines of a header field that are its own, the first without its name; what follows an empty line is mostly not. */
export function ownLines(entry: HeaderEntry): HeaderLine[] {
  const texts = entry.lines.map((line) => line.text);
  if (entry.field === 'tags') return entry.lines.slice(0, tagLineLength(texts));
  if (entry.field === 'references') return entry.lines.slice(0, referenceLength(texts));
  return entry.lines.slice(0, lengthToBlank(texts));
}

/** The words of every entry of one field, each on one line; empty ones are left out. */
export function wordsOf(entries: HeaderEntry[], field: HeaderField): string[] {
  const found = entries.filter((entry) => entry.field === field);
  return found
    .map((entry) => onOneLine(ownLines(entry).map((line) => line.text)))
    .filter((words) => words !== '');
}

/** Lines as one, with single blanks. */
export function onOneLine(lines: string[]): string {
  return lines.join(' ').replace(/\s+/g, ' ').trim();
}

/** The subject on one line; reports one that was broken over several. */
export function subjectOf(entries: HeaderEntry[], findings: Findings): string {
  const entry = entries.find((one) => one.field === 'subject');
  const lines = (entry ? ownLines(entry) : []).filter((line) => line.text.trim() !== '');
  const [, second, ...others] = lines;
  if (entry && second) {
    const note = 'The subject goes on over the next line; joined.';
    const found = [second, ...others].map((line) => line.text).join(' ');
    findings.add('subject-wrapped', second.at, { found, note });
  }
  return onOneLine(lines.map((line) => line.text));
}

/** The executive order and what it says (`12958: N/A`); null where the line is missing. */
export function executiveOrderOf(entries: HeaderEntry[]): string | null {
  const [words = ''] = wordsOf(entries, 'executiveOrder');
  return words.replace(/^[\s:]+/, '') || null;
}

/**
 * When the cable ceases to be classified: what stands behind DECL, in the line of the order or on one of its own, or the
 * schedule which cables before 1982 name there (GDS, XGDS-1); null where it says nothing.
 */
export function declassificationOf(entries: HeaderEntry[]): string | null {
  const [own] = wordsOf(entries, 'declassification');
  if (own !== undefined) return own;
  const order = executiveOrderOf(entries) ?? '';
  const said =
    /\bDECL(?:ASSIFY)?(?:\s+ON)?\b\s*:?\s*(\S.*)$/i.exec(order) ?? /^\d{5}:?\s*(X?GDS\b.*)$/i.exec(order);
  return said?.[1]?.trim() ?? null;
}

/** Who classified the cable and for which reasons, from however many lines; null where no line says it. */
export function classifiedByOf(entries: HeaderEntry[]): string | null {
  return onOneLine(wordsOf(entries, 'classified')) || null;
}

/** The tags of the cable, in order. */
export function tagsOf(entries: HeaderEntry[]): string[] {
  const entry = entries.find((one) => one.field === 'tags');
  return readTags(`TAGS: ${(entry ? ownLines(entry) : []).map((line) => line.text).join('\n')}`);
}

/** The captions in the classification line, on lines of their own, and in a later cable's caption field. */
export function captionsOf(inLine: string[], above: string[], entries: HeaderEntry[]): string[] {
  const own = above.filter(isCaptionLine).flatMap(captionsIn);
  const labelled = captionsIn(wordsOf(entries, 'captions').join(' '));
  const amongTags = captionsIn(wordsOf(entries, 'tags').join(' '));
  return [...new Set([...inLine, ...own, ...labelled, ...amongTags])];
}

/** The cables cited in the REF field; reports lettered items that are no cables. */
export function* referencesOf(
  entries: HeaderEntry[],
  year: number,
  findings: Findings,
): Steps<CableReference[]> {
  const entry = entries.find((one) => one.field === 'references');
  if (!entry) return [];
  const text = ownLines(entry)
    .map((line) => line.text)
    .join('\n');
  const { references, others } = yield* readReferenceList(text, year);
  for (const { letter, raw } of others) {
    const note = `Reference ${letter} names no cable by its number.`;
    findings.add('reference-not-a-cable', entry.at, { found: raw, note });
  }
  for (const { number, raw } of references.filter((one) => isOddSerial(one.number))) {
    const note = `Read as ${number}: no serial has so many digits.`;
    findings.add('reference-odd', entry.at, { found: raw, note });
  }
  return references;
}

const LETTERED = /^\s*¶?\s*[([]?[A-Z]\s?[.):\]]/i;

// Behind an empty line only what still cites something belongs to the references; headings, warnings and summaries do not.
function referenceLength(lines: string[]): number {
  const start = lines.findIndex((line) => line.trim() !== '');
  const end = lines.findIndex(
    (line, at) =>
      at > start && start >= 0 && lines[at - 1]?.trim() === '' && line.trim() !== '' && !isCited(line),
  );
  return end < 0 ? lines.length : end;
}

function isCited(line: string): boolean {
  const isShouted = line === line.toUpperCase() && line.length < LONGEST_CITATION;
  return LETTERED.test(line) || (isShouted && readReferences(line, ANY_YEAR).length > 0);
}

const LONGEST_CITATION = 80;
const ANY_YEAR = 2000;

function lengthToBlank(lines: string[]): number {
  const start = lines.findIndex((line) => line.trim() !== '');
  if (start < 0) return lines.length;
  const end = lines.findIndex((line, index) => index > start && line.trim() === '');
  return end < 0 ? lines.length : end;
}
