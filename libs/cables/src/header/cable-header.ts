import { readAddresses } from './addresses';
import type { Cable } from '../cable';
import { type ClassificationLine, findClassificationLine, ownNumber } from './classification-line';
import { fullYear, readDateTimeGroup } from './date-time-group';
import type { Findings } from '../findings';
import { checkPresent, checkSections, checkSent } from './header-checks';
import { headerEntries, type HeaderEntry } from './header-lines';
import { readHeaderRest } from './header-rest';
import {
  captionsOf,
  classifiedByOf,
  declassificationOf,
  executiveOrderOf,
  referencesOf,
  subjectOf,
  tagsOf,
} from './header-values';
import { NotACable } from '../not-a-cable';
import { removeSectionHeaders } from '../lines/section-headers';
import type { SourceLine } from '../lines/source-lines';
import type { Steps } from '../lines/steps';

/** Everything a cable says above its first paragraph, and the line where that stands. */
type CableHeader = Omit<
  Cable,
  'paragraphs' | 'talkingPoints' | 'recommendations' | 'signature' | 'anomalies'
> & { bodyFrom: number };

const RECORD_NUMBER = /^\s*MRN\s*:\s*(\d{2,4})\s+([A-Z][A-Z .'-]*?)\s+(\d{1,8})\s*$/i;

/** Reads the header of a cable. Throws NotACable naming what is missing. */
export function* readHeader(lines: SourceLine[], findings: Findings): Steps<CableHeader> {
  const { bodyFrom, ...parts } = yield* partsOf(lines, findings);
  yield;
  const { dateTimeGroupLine, ...addresses } = readAddresses(parts.above.map((line) => line.text));
  const dateTimeGroup = readDateTimeGroup(dateTimeGroupLine);
  yield;
  const number = numberOf(parts, dateTimeGroup);
  const subject = subjectOf(parts.entries, findings);
  const identity = { number, dateTimeGroup };
  if (!isDraft(parts, dateTimeGroupLine)) refuseWhatIsNoCable(identity, parts.top);
  if (subject === '' && bodyFrom >= lines.length) throw new NotACable(['subject or text']);
  if (number === null || dateTimeGroup === null) tellDraft(identity, parts, findings);
  else checkSent(parts.above, { number, dateTimeGroup }, findings);
  yield;
  const said = yield* saidIn(
    parts,
    Number(dateTimeGroup?.slice(0, 4) ?? yearNamed(number, subject)),
    findings,
  );
  const { from: FM, to: TO } = addresses;
  const expected = { FM, TO, TAGS: said.tags, SUBJECT: subject, 'E.O.': said.executiveOrder };
  checkPresent(expected, parts.at, findings);
  yield;
  const rest = readHeaderRest(parts, findings);
  const captions = [...said.captions, ...rest.captions];
  return { number, dateTimeGroup, ...addresses, ...said, ...rest, captions, subject, bodyFrom };
}

function* partsOf(lines: SourceLine[], findings: Findings): Steps<HeaderParts & { bodyFrom: number }> {
  const top = findClassificationLine(lines);
  yield;
  const record = lines.find((line) => RECORD_NUMBER.test(line.text)) ?? null;
  const sections = removeSectionHeaders(lines, top.at + 1, findings);
  yield;
  const { entries, bodyFrom } = headerEntries(lines, record ? 0 : top.at + 1);
  yield;
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

function* saidIn(parts: HeaderParts, year: number, findings: Findings) {
  const { top, entries, above } = parts;
  const lines = above.map((line) => line.text);
  const references = yield* referencesOf(entries, year, findings);
  return {
    classification: top.classification,
    captions: captionsOf(top.captions, lines, entries),
    executiveOrder: executiveOrderOf(entries),
    classifiedBy: classifiedByOf(entries),
    declassification: declassificationOf(entries),
    tags: tagsOf(entries),
    references,
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
  number: string | null;
  dateTimeGroup: string | null;
}

// A draft has the header of a cable: who writes, how it is classified, and an order or tags. A time that cannot be is no draft's.
function isDraft(parts: HeaderParts, dateTimeGroupLine: string | null): boolean {
  const has = (field: HeaderEntry['field']) => parts.entries.some((entry) => entry.field === field);
  const isAddressed = parts.above.some((line) => /^\s*(?:FM\s|TO\s|From:|Action:)\s*\S/.test(line.text));
  const isMarked = parts.top.classification !== null || parts.record !== null;
  const isUnreal = dateTimeGroupLine !== null && readDateTimeGroup(dateTimeGroupLine) === null;
  return isAddressed && isMarked && !isUnreal && has('subject') && (has('tags') || has('executiveOrder'));
}

const WANTED = {
  number: 'line with post and serial (such as UNCLAS STATE 012345)',
  dateTimeGroup: 'date-time group (such as 251732Z AUG 09)',
};

// A number wants a year as well: where post and serial stand, only the time is missing.
function missingOf({ number, dateTimeGroup }: Identity, top: ClassificationLine): string[] {
  const isSerialShown = number !== null || top.serial !== null;
  return [
    ...(isSerialShown ? [] : [WANTED.number]),
    ...(dateTimeGroup === null ? [WANTED.dateTimeGroup] : []),
  ];
}

function refuseWhatIsNoCable(found: Identity, top: ClassificationLine): void {
  const missing = missingOf(found, top);
  if (missing.length > 0) throw new NotACable(missing);
}

function tellDraft(found: Identity, { top, at }: HeaderParts, findings: Findings): void {
  const words = [top.classification, top.post, top.serial].filter((word) => word !== null).join(' ');
  findings.add('draft', at, {
    found: words,
    note: `Read as a draft: it has no ${missingOf(found, top).join(' and no ')}.`,
  });
}

// References without a year are of the cable's own: a draft has the one that its number or its subject names.
function yearNamed(number: string | null, subject: string): string {
  const short = number?.slice(0, 2);
  const named = /\b(20\d\d|19\d\d)\b/.exec(subject)?.[1];
  return short === undefined ? (named ?? '0') : fullYear(short);
}
