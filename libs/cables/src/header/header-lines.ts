import { isSignReadAsOne } from '../body/paragraph-numbers';
import { paragraphStart, type ParagraphStart } from '../body/paragraph-start';
import { missionNamed } from '../missions/mission-match';
import { readReferences } from '../references/references';
import { misspeltTagsWord } from '../tags/tag-text';
import type { SourceLine } from '../lines/source-lines';

/** The named fields of a cable's header; `other` lines are those by which a later cable was handled. */
export type HeaderField =
  | 'executiveOrder'
  | 'tags'
  | 'subject'
  | 'references'
  | 'captions'
  | 'pass'
  | 'classified'
  | 'declassification'
  | 'info'
  | 'other';

/** One line of a header field, with its place in the source. */
export interface HeaderLine {
  at: number;
  text: string;
}

/** One header field: its name as printed, and the lines it covers, the first without its name. */
export interface HeaderEntry {
  field: HeaderField;
  at: number;
  label: string;
  lines: HeaderLine[];
}

const FIELDS: readonly [HeaderField, RegExp][] = [
  ['executiveOrder', /^\s*E\.?\s?O\.?\s*(?=\d{5}|:)/i],
  ['tags', /^\s*TAGS?\b\s*(?::|(?=\s[A-Z]))/i],
  ['subject', /^\s*SUBJ(?:ECT)?\b\s*[:.]\s*|^\s*SUBJECT\s+(?=[A-Z])/],
  ['subject', /^\s*Subj(?:ect)?\s*:\s*/i],
  ['references', /^\s*¶?\s*REF(?:ERENCE)?S?(?:\(S\)|TELS?)?\s*:|^\s*REFS?\s+(?=[([]?[A-Z]\b|\d)/i],
  ['captions', /^\s*Captions?\s*:\s*/i],
  ['pass', /^\s*Pass Lines?\s*:/i],
  ['classified', /^\s*Class+i+f?i+ed\s+By\b\s*:?|^\s*(?=(?:Reasons?|Derived From)\s*:)/i],
  ['declassification', /^\s*(?:DECL(?:ASSIFY)?(?: ON)?|Expires)\s*:/i],
  ['info', /^\s*Info\s*:/i],
  [
    'other',
    /^\s*(?:MRN|From|Action|To|Date(?:\/DTG)?|DTG|Precedence|Handling|Drafted By|Cleared By|Approved By|Released By)\s*:/i,
  ],
];
// A cable has one of each of these; more than one line may name who passes, classifies and handles it.
const MANY: readonly HeaderField[] = ['pass', 'classified', 'declassification', 'other'];

/** Finds the header's fields and the line where the body begins, looking from the line after the classification. */
export function headerEntries(
  lines: SourceLine[],
  from: number,
): { entries: HeaderEntry[]; bodyFrom: number } {
  const entries: HeaderEntry[] = [];
  for (const line of lines.slice(from)) {
    if (line.removed) continue;
    const entry = openedBy(line, entries);
    if (entry) entries.push(entry);
    else if (isBodyStart(line, entries)) return { entries, bodyFrom: line.at };
    else entries.at(-1)?.lines.push({ at: line.at, text: line.text });
  }
  return { entries, bodyFrom: unnumberedBody(lines, entries) };
}

function openedBy(line: SourceLine, entries: HeaderEntry[]): HeaderEntry | null {
  for (const [field, pattern] of FIELDS) {
    const match = pattern.exec(line.text);
    if (!match || (!MANY.includes(field) && entries.some((entry) => entry.field === field))) continue;
    return entryOf(line, field, match[0]);
  }
  const slip = entries.some((entry) => entry.field === 'tags') ? null : misspeltTagsWord(line.text);
  return slip === null ? null : entryOf(line, 'tags', slip);
}

function entryOf(line: SourceLine, field: HeaderField, label: string): HeaderEntry {
  return { field, at: line.at, label, lines: [{ at: line.at, text: line.text.slice(label.length) }] };
}

// Paragraph 1 opens the body, unless it is item 1 of a counted REF list; so does any marked one where the first is lost.
function isBodyStart(line: SourceLine, entries: HeaderEntry[]): boolean {
  const start = paragraphStart(line.text);
  if (!start || entries.length === 0) return false;
  if (start.marking !== null) return isFirst(start) || hasSubject(entries);
  return isFirst(start) && !(entries.at(-1)?.field === 'references' && isCitation(start.rest));
}

function isFirst(start: ParagraphStart): boolean {
  return start.number === 1 || isSignReadAsOne(start.number, 1);
}

function isCitation(text: string): boolean {
  if (text.length >= LONGEST_CITATION) return false;
  const [, words = ''] = /^\W*(?:\d{2,4}\s+)?([A-Z][A-Z .'-]*?)\s+\d{1,8}\b/.exec(text) ?? [];
  return missionNamed(words) !== null || readReferences(text, ANY_YEAR).length > 0;
}

const LONGEST_CITATION = 40;
const ANY_YEAR = 2000;

function hasSubject(entries: HeaderEntry[]): boolean {
  return entries.some((entry) => entry.field === 'subject');
}

// A cable of a single paragraph bears no number: its text begins two lines below the last field.
function unnumberedBody(lines: SourceLine[], entries: HeaderEntry[]): number {
  const last = entries.at(-1);
  if (!last) return lines.length;
  const blank = lines.find((line) => line.at > last.at && line.text.trim() === '');
  const text = lines.find((line) => line.at > (blank?.at ?? lines.length) && line.text.trim() !== '');
  if (text) last.lines = last.lines.filter((line) => line.at < text.at);
  return text?.at ?? lines.length;
}
