import { startsWithMark } from './block-marks';
import type { Findings } from '../findings';
import { isHeadingLine } from './headings';
import type { SourceLine } from '../lines/source-lines';

const RULE = /^\s*(?:-{4,}|={3,}|_{3,}|\*{3,}|(?:- ?){4,})\s*$/;
const LONGEST_HEADING = 70;
const CAPITAL_SHARE = 0.5;

/**
 * Empties the lines of headings that stand between two paragraphs, and the rules under them, so that they join neither.
 * `lines` are those of one paragraph; whatever stands at its end in front of the next number may be a heading.
 */
export function takeHeadings(lines: SourceLine[], findings: Findings): SourceLine[] {
  const ruled = new Set(lines.filter((line) => RULE.test(line.text)).map((line) => line.at));
  const kept = lines.map((line) => (ruled.has(line.at) ? { ...line, text: '' } : line));
  const last = kept.findLastIndex((line) => !line.removed && line.text.trim() !== '');
  const line = kept[last];
  if (!line || last === 0 || !isHeading(kept, last, ruled.has(line.at + 1))) return kept;
  const note = 'A heading between two paragraphs; it belongs to the text of neither.';
  findings.add('heading-between', line.at, { found: line.text, note });
  kept[last] = { ...line, text: '' };
  return kept;
}

function isHeading(lines: SourceLine[], at: number, isRuled: boolean): boolean {
  const [before, text] = [textAt(lines, at - 1), textAt(lines, at)];
  if (!isShort(text) || startsWithMark(text) || isHeadingLine(text)) return false;
  const standsAlone = before === '' && endsSentence(lines, at);
  return isRuled || (standsAlone && isInCapitals(text));
}

function textAt(lines: SourceLine[], at: number): string {
  return lines[at]?.text.trim() ?? '';
}

function isShort(text: string): boolean {
  return text.length <= LONGEST_HEADING && /^["'(A-Z]/.test(text) && !/[.!?;,:)"\]]$/.test(text);
}

function isInCapitals(text: string): boolean {
  const words = text.split(/\s+/).filter((word) => /^\p{L}/u.test(word));
  const capitals = words.filter((word) => /^\p{Lu}/u.test(word)).length;
  return words.length > 0 && capitals / words.length > CAPITAL_SHARE;
}

function endsSentence(lines: SourceLine[], at: number): boolean {
  const before = lines.slice(0, at).findLast((line) => !line.removed && line.text.trim() !== '');
  return before !== undefined && /[.!?:;)"\]]$/.test(before.text.trim());
}
