import { readAddresses } from './addresses';
import type { Cable } from '../cable';
import { type ClassificationLine, findClassificationLine, ownNumber } from './classification-line';
import { readDateTimeGroup } from './date-time-group';
import type { Findings } from '../findings';
import { checkPresent, checkSections, checkSent } from './header-checks';
import { headerEntries, type HeaderEntry } from './header-lines';
import { captionsOf, executiveOrderOf, referencesOf, subjectOf, tagsOf } from './header-values';
import { NotACable } from '../not-a-cable';
import { removeSectionHeaders } from '../lines/section-headers';
import type { SourceLine } from '../lines/source-lines';

/** Everything a cable says above its first paragraph, and the line where that stands. */
export type CableHeader = Omit<
  Cable,
  'paragraphs' | 'talkingPoints' | 'recommendations' | 'signature' | 'anomalies'
> & { bodyFrom: number };

const RECORD_NUMBER = /^\s*MRN\s*:\s*(\d{2,4})\s+([A-Z][A-Z .'-]*?)\s+(\d{1,8})\s*$/i;

/** Reads the header of a cable. Throws NotACable naming what is missing. */
export function readHeader(lines: SourceLine[], findings: Findings): CableHeader {
  const { bodyFrom, ...parts } = partsOf(lines, findings);
  const { from, to, precedence, dateTimeGroupLine } = readAddresses(parts.above.map((line) => line.text));
  const dateTimeGroup = readDateTimeGroup(dateTimeGroupLine);
  const subject = subjectOf(parts.entries, findings);
  const hasText = subject !== '' || bodyFrom < lines.length;
  const identity = identityOf({ number: numberOf(parts, dateTimeGroup), dateTimeGroup, hasText });
  checkSent(parts.above, identity, findings);
  const said = saidIn(parts, Number(identity.dateTimeGroup.slice(0, 4)), findings);
  const expected = { FM: from, TO: to, TAGS: said.tags, SUBJECT: subject, 'E.O.': said.executiveOrder };
  checkPresent(expected, parts.at, findings);
  return { ...identity, precedence, from, to, ...said, subject, bodyFrom };
}

function partsOf(lines: SourceLine[], findings: Findings): HeaderParts & { bodyFrom: number } {
  const top = findClassificationLine(lines);
  const record = lines.find((line) => RECORD_NUMBER.test(line.text)) ?? null;
  const sections = removeSectionHeaders(lines, top.at + 1, findings);
  const { entries, bodyFrom } = headerEntries(lines, record ? 0 : top.at + 1);
  const above = lines.slice(0, bodyFrom).filter((line) => !line.removed);
  const at = Math.max(top.at, record?.at ?? 0);
  checkSections(sections, at, findings);
  return { at, top, record, entries, above, bodyFrom };
}

interface HeaderParts {
  at: number;
  top: ClassificationLine;
  record: SourceLine | null;
  entries: HeaderEntry[];
  above: SourceLine[];
}

function saidIn(parts: HeaderParts, year: number, findings: Findings) {
  const { top, entries, above } = parts;
  const lines = above.map((line) => line.text);
  return {
    classification: top.classification,
    captions: captionsOf(top.captions, lines, entries),
    executiveOrder: executiveOrderOf(entries),
    tags: tagsOf(entries),
    references: referencesOf(entries, year, findings),
  };
}

function numberOf(parts: HeaderParts, dateTimeGroup: string | null): string | null {
  const { top, record } = parts;
  const labelled = record === null ? null : RECORD_NUMBER.exec(record.text);
  if (labelled) return ownNumber(String(labelled[1]), String(labelled[2]).toUpperCase(), String(labelled[3]));
  if (top.post === null || top.serial === null || dateTimeGroup === null) return null;
  return ownNumber(dateTimeGroup.slice(2, 4), top.post, top.serial);
}

interface Identity {
  number: string;
  dateTimeGroup: string;
}

function identityOf(found: {
  number: string | null;
  dateTimeGroup: string | null;
  hasText: boolean;
}): Identity {
  const { number, dateTimeGroup, hasText } = found;
  const missing: string[] = [];
  if (number === null) missing.push('line with post and serial (such as UNCLAS STATE 012345)');
  if (dateTimeGroup === null) missing.push('date-time group (such as 251732Z AUG 09)');
  if (!hasText && missing.length === 0) missing.push('subject or text');
  if (number === null || dateTimeGroup === null || !hasText) throw new NotACable(missing);
  return { number, dateTimeGroup };
}
