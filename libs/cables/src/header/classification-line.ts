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

const LEVELS: readonly [string, RegExp][] = [
  ['UNCLAS', /^(?:UNCLAS(?:SIFIED)?|U\s?N\s?C\s?L\s?A\s?S(?:\s?S\s?I\s?F\s?I\s?E\s?D)?)\b/],
  ['TOP SECRET', /^(?:TOP SECRET|T\s?O\s?P\s+S\s?E\s?C\s?R\s?E\s?T)\b/],
  ['SECRET', /^(?:SECRET|S E C R E T)\b/],
  ['CONFIDENTIAL', /^(?:CONFIDENTIAL|C O N F I D E N T I A L)\b/],
  [
    'LIMITED OFFICIAL USE',
    /^(?:LIMITED OFFICIAL USE|LIMITED OFF USE|L I M I T E D\s+O F F I C I A L\s+U S E)\b/,
  ],
];
const CAPTION =
  /\b(SENSITIVE|SIPDIS|NOFORN|NODIS|EXDIS|LIMDIS|STADIS|TERREP|ROGER CHANNEL|NOCONTRACT|ORCON|E\s?F\s?T\s?O|FOR OFFICIAL USE ONLY|FOUO|SBU|REL TO [A-Z, ]+)(?![A-Z])/g;
const POST_AND_SERIAL = /(?:^|\s)([A-Z][A-Z .'-]*?)\s+(\d{3,8})(?=\s|$)/;
const SECTION = /\b(?:FINAL\s+)?SECTION\s+\d{1,2}\s+OF\s+\d{1,2}\b/;

/** Finds the classification line with post and serial; where none bears both, the first line that bears a classification alone. */
export function findClassificationLine(lines: SourceLine[]): ClassificationLine {
  const found = lines.map(readClassificationLine).filter((line) => line !== null);
  return found.find((line) => line.serial !== null) ?? found[0] ?? NO_LINE;
}

const NO_LINE: ClassificationLine = { at: -1, classification: null, captions: [], post: null, serial: null };

function readClassificationLine(line: SourceLine): ClassificationLine | null {
  const text = line.text.trim();
  for (const [classification, pattern] of LEVELS) {
    const match = pattern.exec(text);
    if (!match) continue;
    const tail = text.slice(match[0].length).replace(SECTION, ' ');
    const rest = tail
      .replace(CAPTION, ' ')
      .replace(/[/,;]+/g, ' ')
      .trim();
    if (rest !== '' && !POST_AND_SERIAL.test(rest)) return null;
    const [, post = null, serial = null] = POST_AND_SERIAL.exec(rest) ?? [];
    return { at: line.at, classification, captions: captionsIn(tail), post, serial };
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

/** The number of a cable from its year, its post as written and its serial; an unknown post keeps its own letters. */
export function ownNumber(year: string, post: string, serial: string): string {
  return cableNumber({ year, post: missionNamed(post) ?? missionNear(post) ?? squeeze(post), serial });
}
