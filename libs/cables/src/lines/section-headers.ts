import { paragraphStart } from '../body/paragraph-start';
import type { Findings } from '../findings';
import { missionNamed } from '../missions/mission-match';
import type { SourceLine } from './source-lines';

/** Which sections a cable names and how many it says it has (null where it says nothing). */
export interface SectionCount {
  seen: number[];
  total: number | null;
}

const COUNT = String.raw`(\d{2,3})(?:\.\d)?\s+OF\s+(\d{2,3})`;
const HEADER_LINE = new RegExp(String.raw`^[A-Z][A-Z .'-]*\s+\d{5,8}\s+${COUNT}$`);
const INLINE_HEADER = new RegExp(String.raw`\s*\b((?:[A-Z]+[ .'-]+){1,5})\d{8}\s+${COUNT}(?:\s+|$)`);
const SECTION_LINE = /\bSECTION\s+(\d{1,2})\s+OF\s+(\d{1,2})\b/;
const PAGE_LINE = /^(?:[A-Z ]+\s+)?PAGE\s+\d{1,3}(?:\s+OF\s+\d{1,3}|\s+[A-Z .'-]+\d{3,8}.*)?$/i;
const CLASSIFICATION_ALONE =
  /^(?:TOP SECRET|SECRET|CONFIDENTIAL|UNCLASSIFIED|LIMITED OFFICIAL USE)(?:\/\/?[A-Z]+)*$/;
const REPEATED_FIELD =
  /^(?:SENSITIVE|SIPDIS|NOFORN|NODIS|EXDIS|STADIS|LIMDIS|E\.?O\.?\s*\d|TAGS?\b|SUBJ(?:ECT)?\s*:|REFS?\s*:)/i;

// What archives and releasing offices stamped over the pages.
const STAMP =
  /^.{0,60}\bDeclassified\/Released\b.*\bUS Department of State\b.*$|^Released? in (?:Full|Part)\b.*$|^UNCLASSIFIED\s+U\.?S\.? Department of State\s+Case No\b.*$|^(?:Review Authority|Release Authority)\s*:.*$/i;
const TOP_REPEATED =
  /^(?:UNCLAS(?:SIFIED)?|CONFIDENTIAL|SECRET|LIMITED OFFICIAL USE)\s+[A-Z][A-Z .'-]{2,30}\s+\d{5,8}$/;

// What every header and stamp has: a number, or the name of the office that releases.
const MAY_BE_HEADER = /\d|\brelease|\bsection/i;

/** Takes the headers of later sections and pages out of a cable; `from` is the line after the cable's own classification line. */
export function removeSectionHeaders(lines: SourceLine[], from: number, findings: Findings): SectionCount {
  const sections: SectionCount = { seen: [], total: null };
  const own = SECTION_LINE.exec(lines[from - 1]?.text ?? '');
  if (own) count(sections, own[1], own[2]);
  for (let at = from; at < lines.length; at += 1) {
    const line = lines[at];
    if (line && !line.removed && MAY_BE_HEADER.test(line.text))
      removeFrom(line, { lines, sections, findings });
  }
  return sections;
}

interface Surroundings {
  lines: SourceLine[];
  sections: SectionCount;
  findings: Findings;
}

function removeFrom(line: SourceLine, around: Surroundings): void {
  const text = line.text.trim();
  const whole = HEADER_LINE.exec(text) ?? (isSectionLine(text) ? SECTION_LINE.exec(text) : null);
  if (whole) {
    count(around.sections, whole[1], whole[2]);
    const repeated = SECTION_LINE.test(text) ? repeatedFields(line.at + 1, around.lines) : [];
    remove(line, [line, ...repeated], around.findings);
  } else if (PAGE_LINE.test(text)) remove(line, pageHeader(line, around.lines), around.findings);
  else if (STAMP.test(text) || TOP_REPEATED.test(text)) stamp(line, around.findings);
  else removeInline(line, around);
}

// The classification stands alone above and below the line that counts the pages.
function pageHeader(line: SourceLine, lines: SourceLine[]): SourceLine[] {
  const [above, below] = [textLineBeside(line, lines, -1), textLineBeside(line, lines, 1)];
  const isBanner = (one: SourceLine | undefined): one is SourceLine =>
    one !== undefined && !one.removed && CLASSIFICATION_ALONE.test(one.text.trim());
  return [above, line, below].filter((one): one is SourceLine => one === line || isBanner(one));
}

function textLineBeside(line: SourceLine, lines: SourceLine[], step: number): SourceLine | undefined {
  const places = [1, 2, 3].map((distance) => lines[line.at + distance * step]);
  return places.find((one) => one !== undefined && one.text.trim() !== '');
}

function stamp(line: SourceLine, findings: Findings): void {
  findings.add('handling-line', line.at, {
    found: line.text,
    note: 'Taken out; the text is joined across it.',
  });
  line.removed = true;
}

function isSectionLine(text: string): boolean {
  return SECTION_LINE.test(text) && text === text.toUpperCase() && text.length < 80;
}

function count(sections: SectionCount, section: string | undefined, total: string | undefined): void {
  sections.seen.push(Number(section));
  sections.total = Math.max(sections.total ?? 0, Number(total));
}

function remove(header: SourceLine, removed: SourceLine[], findings: Findings): void {
  const found = removed.map((line) => line.text).join(' ');
  findings.add('section-header-inside', header.at, {
    found,
    note: 'Taken out; the text is joined across it.',
  });
  for (const line of removed) line.removed = true;
}

const FARTHEST_REPEATED = 20;

// A later section repeats captions, tags and subject of the first; a paragraph is never among them.
function repeatedFields(from: number, lines: SourceLine[]): SourceLine[] {
  const near = lines.slice(from, from + FARTHEST_REPEATED);
  let inField = false;
  const end = near.findIndex(({ text }) => {
    const starts = REPEATED_FIELD.test(text.trim());
    const isEmpty = text.trim() === '';
    const goesOn = inField && paragraphStart(text) === null;
    inField = !isEmpty && (starts || inField);
    return !(isEmpty || starts || goesOn);
  });
  return near.slice(0, end < 0 ? near.length : end).filter(({ text }) => text.trim() !== '');
}

function removeInline(line: SourceLine, around: Surroundings): void {
  const found = INLINE_HEADER.exec(line.text);
  if (!found) return;
  const before = beforeMission(found[1] ?? '');
  const start = found.index + (found[0].length - found[0].trimStart().length) + before.length;
  const header = line.text.slice(start, found.index + found[0].length);
  count(around.sections, found[2], found[3]);
  around.findings.add('section-header-inside', line.at, {
    found: header,
    note: 'Taken out of the middle of the line.',
  });
  line.text =
    `${line.text.slice(0, start).trimEnd()} ${line.text.slice(found.index + found[0].length)}`.trim();
}

// Capitals in front of the header may be the end of the sentence: only the mission's own name belongs to it.
function beforeMission(words: string): string {
  const starts = [...words.matchAll(/[A-Z]+/g)].map((match) => match.index);
  const first = starts.find((start) => missionNamed(words.slice(start)) !== null) ?? starts.at(-1) ?? 0;
  return words.slice(0, first);
}
