import { startsWithMark } from './block-marks';
import type { Findings } from '../findings';
import { isHeadingLine } from './headings';
import type { SourceLine } from '../lines/source-lines';

/** A stretch of a paragraph that belongs together: running text, or one bullet or counted item without its mark. */
export interface TextUnit {
  kind: 'text' | 'bullet' | 'item';
  at: number;
  label: string;
  text: string;
}

const BULLET = /^\s*(-{2,3}(?!-)|[-*\u2022\u00b7\u2023\u25aa\u2013\u2014]+|o(?=\s))(\s*)(?=\S)/;
const ITEM = /^\s*(\(?(?:[A-E]?\d{1,2}|[a-z]|[ivx]{1,4})[.)])\s+(?=\S)/;
const LONGEST_END = 20;
const SENTENCE_END = /[.:;!?]["')\]]*$/;
const OPEN_END =
  /(?:,|\b(?:a|an|and|as|at|by|for|from|in|into|its|nor|of|on|or|than|that|the|their|to|was|were|which|with))$/i;
const HEADING_LENGTH = 60;

/** Gathers the lines of one paragraph into units: wrapped lines and sentences broken by an empty line are joined again. */
export function textUnits(lines: SourceLine[], findings: Findings): TextUnit[] {
  const units: TextUnit[] = [];
  let gap: Gap = 'none';
  for (const line of lines) {
    if (line.removed) gap = 'header';
    else if (line.text.trim() === '') gap = gap === 'header' ? gap : 'blank';
    else {
      place({ at: line.at, text: line.text.trim(), gap }, units, findings);
      gap = 'none';
    }
  }
  return units;
}

type Gap = 'none' | 'blank' | 'header';

interface NextLine {
  at: number;
  text: string;
  gap: Gap;
}

function place(next: NextLine, units: TextUnit[], findings: Findings): void {
  const last = units.at(-1);
  const unit = asBullet(next, last, findings) ?? asItem(next, last);
  if (unit) units.push(unit);
  else if (last && joins(last, next)) {
    if (next.gap === 'blank')
      findings.add('text-broken', next.at, {
        found: next.text.slice(0, 60),
        note: 'Joined to the line above the empty one.',
      });
    last.text = joined(last.text, next.text);
  } else units.push({ kind: 'text', at: next.at, label: '', text: next.text });
}

function asBullet(next: NextLine, last: TextUnit | undefined, findings: Findings): TextUnit | null {
  const match = BULLET.exec(next.text);
  if (!match || isDash(match, next, last)) return null;
  if (match[2] === '') {
    const found = next.text.slice(0, 30);
    findings.add('bullet-form', next.at, { found, note: 'No blank stands behind the bullet.' });
  }
  return { kind: 'bullet', at: next.at, label: '', text: next.text.slice(match[0].length) };
}

// A wrapped line may begin with the dash or the hyphen of its sentence.
function isDash(match: RegExpExecArray, next: NextLine, last: TextUnit | undefined): boolean {
  if (next.gap !== 'none') return false;
  if (match[1] === '-' && match[2] === '') return true;
  const isOpen = last?.kind === 'text' && !endsSentence(last);
  return isOpen && /^\p{Ll}/u.test(next.text.slice(match[0].length));
}

// A counted item opens a unit only where a line may begin anew; a wrapped line may begin with a figure.
function asItem(next: NextLine, last: TextUnit | undefined): TextUnit | null {
  const match = ITEM.exec(next.text);
  if (!match) return null;
  const mayBegin = next.gap !== 'none' || last?.kind === 'item' || last?.text.endsWith(':') === true;
  return mayBegin
    ? { kind: 'item', at: next.at, label: match[1] ?? '', text: next.text.slice(match[0].length) }
    : null;
}

function joins(last: TextUnit, next: NextLine): boolean {
  if (opensUnit(next.text) || isClosed(last)) return false;
  if (next.gap === 'none') return true;
  if (!endsSentence(last)) return next.gap === 'header' || goesOn(last, next);
  return next.gap === 'header' && last.kind !== 'text' && !next.text.endsWith(':');
}

// A bullet without an end goes on whatever follows; running text may also have been a heading without a colon.
function goesOn(last: TextUnit, next: NextLine): boolean {
  if (/^[a-z(,;&]/.test(next.text)) return true;
  const mayBeHeading =
    last.kind === 'text' && last.text.length <= HEADING_LENGTH && !OPEN_END.test(endOf(last));
  return !mayBeHeading && !next.text.endsWith(':');
}

function endsSentence(unit: TextUnit): boolean {
  return SENTENCE_END.test(endOf(unit));
}

// Only the end is looked at: a unit may grow very long.
function endOf(unit: TextUnit): string {
  return unit.text.slice(-LONGEST_END);
}

function opensUnit(text: string): boolean {
  return startsWithMark(text) || isHeadingLine(text);
}

// A heading or a block mark on a line of its own: nothing is joined to it.
function isClosed(last: TextUnit): boolean {
  const isShort = last.text.length <= HEADING_LENGTH && endsSentence(last);
  return isShort && opensUnit(last.text);
}

// Cables break lines behind a hyphen of the word itself (anti-/trafficking), never inside a syllable.
function joined(left: string, right: string): string {
  const isHyphen = /[a-z]-$/i.test(left.slice(-2)) && /^[a-z]/i.test(right);
  return isHyphen ? left + right : `${left} ${right}`;
}
