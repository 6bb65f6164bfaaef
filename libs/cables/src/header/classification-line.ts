import { cableNumber } from '../references/cable-number-form';
import { missionNamed, missionNear } from '../missions/mission-match';
import { squeeze } from '../missions/mission-names';
import type { SourceLine } from '../lines/source-lines';

/** What the line above the captions says; `at` is -1 and all else empty where a text has no such line. */
export interface ClassificationLine {
  at: number;
  classification: string | null;
  captions: string[];
  post: string | null;
  serial: string | null;
}

// Old cables print the letters of a classification apart: C O N F I D E N T I A L.
const apart = (words: string): string =>
  words
    .split(' ')
    .map((word) => [...word].join(String.raw`\s?`))
    .join(String.raw`\s+`);
const LEVELS: readonly [string, RegExp][] = [
  ['UNCLAS', new RegExp(String.raw`^${apart('UNCLAS')}(?:${apart('SIFIED')})?\b`)],
  ['TOP SECRET', new RegExp(String.raw`^${apart('TOP SECRET')}\b`)],
  ['SECRET', new RegExp(String.raw`^${apart('SECRET')}\b`)],
  ['CONFIDENTIAL', new RegExp(String.raw`^${apart('CONFIDENTIAL')}\b`)],
  [
    'LIMITED OFFICIAL USE',
    new RegExp(String.raw`^(?:${apart('LIMITED OFFICIAL USE')}|LIMITED OFF USE|LOU(?=\s+[A-Z]+\s+\d))\b`),
  ],
];
const CAPTION =
  /\b(SENSITIVE|SIPDIS|NOFORN|NODIS|EXDIS|LIMDIS|STADIS|TERREP|ROGER CHANNEL|NOCONTRACT|ORCON|E\s?F\s?T\s?O|FOR OFFICIAL USE ONLY|FOUO|SBU|REL TO [A-Z, ]+)(?![A-Z])/g;
// No post's name is longer: without an end, each word of a line would be the beginning of one.
const POST_AND_SERIAL = /(?:^|\s)([A-Z][A-Z .'-]{0,60}?)\s{1,9}(\d{3,8})(?=\s|$)/;
const SECTION = /\b(?:FINAL\s+)?SECTION\s+\d{1,2}\s+OF\s+\d{1,2}\b/;

const FIELD = /^\s*(?:TAGS?|SUBJ(?:ECT)?)\s*:/i;
const SENDER = /^\s*FM\s+\S/;

/**
 * Finds the classification line with post and serial; where none bears both, one that bears a classification alone. Banners of
 * copying systems look the same, so the first line behind the sender counts before any other.
 */
export function findClassificationLine(lines: SourceLine[]): ClassificationLine {
  const field = lines.findIndex((line) => FIELD.test(line.text));
  const sender = lines.findIndex((line) => SENDER.test(line.text));
  const all = lines.map(readClassificationLine).filter((line) => line !== null);
  const above = field < 0 ? all : all.filter((line) => line.at < field);
  const found = [above.filter((line) => line.at > sender), above, all];
  const whole = found
    .map((some) => some.find((line) => line.serial !== null))
    .find((line) => line !== undefined);
  return whole ?? found.flat()[0] ?? NO_LINE;
}

const NO_LINE: ClassificationLine = { at: -1, classification: null, captions: [], post: null, serial: null };

function readClassificationLine(line: SourceLine): ClassificationLine | null {
  const text = line.text.trim();
  const level = levelOf(text);
  if (!level) return null;
  const tail = text.slice(level.length).replace(SECTION, ' ');
  const rest = tail
    .replace(CAPTION, ' ')
    .replace(/[/,;]+/g, ' ')
    .trim();
  const [, post = null, serial = null] = POST_AND_SERIAL.exec(rest) ?? draftPost(rest) ?? [];
  if (rest !== '' && post === null) return null;
  return { at: line.at, classification: level.name, captions: captionsIn(tail), post, serial };
}

// A draft has its post already, and no serial yet.
function draftPost(rest: string): [string, string] | null {
  return missionNamed(rest) === null ? null : [rest, rest];
}

// The classification with which a text begins, and how many letters it takes.
function levelOf(text: string): { name: string; length: number } | null {
  if (!/^[UTSCL]/.test(text)) return null;
  for (const [name, pattern] of LEVELS) {
    const match = pattern.exec(text);
    if (match) return { name, length: match[0].length };
  }
  return null;
}

/** The handling captions (SENSITIVE, SIPDIS, NOFORN and the like) in a piece of text, in order, once each. */
export function captionsIn(text: string): string[] {
  const found = [...text.toUpperCase().matchAll(CAPTION)].map((match) => (match[1] ?? '').trim());
  return [...new Set(found.map((caption) => (/^E\s?F\s?T\s?O$/.test(caption) ? 'EFTO' : caption)))];
}

/** Whether a line holds captions and nothing else. */
export function isCaptionLine(text: string): boolean {
  const upper = text.trim();
  return (
    upper !== '' && upper.replace(CAPTION, '').replace(/[\s,;/]+/g, '') === '' && captionsIn(upper).length > 0
  );
}

/** Whether a line holds a classification and captions and nothing else, as banners of pages do. */
export function isClassificationAlone(text: string): boolean {
  const level = levelOf(text.trim());
  const rest = text.trim().slice(level?.length ?? 0);
  return level !== null && /^[\s,;/]*$/.test(rest.replace(CAPTION, ''));
}

/** The number of a cable from its year, its post as written and its serial; an unknown post keeps its own letters. */
export function ownNumber(year: string, post: string, serial: string): string {
  return cableNumber({ year, post: missionNamed(post) ?? missionNear(post) ?? squeeze(post), serial });
}
