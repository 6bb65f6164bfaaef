import type { Findings } from '../findings';
import { each, type Steps } from './steps';
import { unquotedLines, withoutMarkup, withSignsSet } from './damaged-copy';

/** One line of the source: as it stands in the file, and as it is read. A removed line held a section header. */
export interface SourceLine {
  at: number;
  raw: string;
  text: string;
  removed: boolean;
}

// Copies that went through a wrong character table show these for a pilcrow, a blank and the curly marks.
const MISREAD: readonly [RegExp, string][] = [
  [/\u00ef\u00bf\u00bd/g, '\ufffd'],
  [/\u00c2(?=[\u00b6\u00a0])/g, ''],
  [/\u00e2\u20ac(?:\u2122|\u02dc)/g, "'"],
  [/\u00e2\u20ac(?:\u0153|\u009d|\ufffd)/g, '"'],
  [/\u00e2\u20ac(?:\u201c|\u201d)/g, '-'],
];
// Columns are of no account: a long gap is cut short, so that no pattern walks through it again and again.
const LONG_GAP = / {9,}/g;
const WIDE_GAP = ' '.repeat(8);
const LINK = /\[([^\][\n]{1,300})\]\((?:#|https?:|www\.|\.{0,2}\/)[^()\s[\]]{0,500}\)/g;

/** Cuts a text into lines: any line end, no byte-order mark, no control characters, no blanks at the end, no links. */
export function* sourceLines(text: string, findings: Findings): Steps<SourceLine[]> {
  const lines = unquotedLines(plainText(text).split('\n'), findings);
  yield;
  return yield* each(lines, (line, at) => {
    const raw = line.trimEnd();
    const plain = withSignsSet({ at, text: withoutMarkup({ at, text: raw }, findings) }, findings);
    return { at, raw, text: unlinked(plain, at, findings).trimEnd(), removed: false };
  });
}

function plainText(text: string): string {
  const known = MISREAD.reduce((sofar, [wrong, right]) => sofar.replace(wrong, right), text);
  return known
    .replace(/\r\n?|\u2028|\f/g, '\n')
    .replace(/(?![\n\t])[\p{Cc}\p{Cf}]/gu, '')
    .replace(/[\u00a0\u2007\u202f\t]/g, ' ')
    .replace(LONG_GAP, WIDE_GAP);
}

// Copies link the pilcrow of a paragraph as a one in brackets, and every tag as itself.
function unlinked(raw: string, at: number, findings: Findings): string {
  return raw.replace(LINK, (found: string, words: string) => {
    const isPilcrow = words === '1' && found !== raw;
    findings.add('linked-text', at, {
      found,
      note: isPilcrow ? 'A linked 1 stands where the paragraph sign was.' : `Read as ${words}.`,
    });
    return isPilcrow ? '¶' : words;
  });
}
