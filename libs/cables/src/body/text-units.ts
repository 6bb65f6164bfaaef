import { startsWithMark } from './block-marks';
import type { Findings } from '../findings';
import { isHeadingLine, pillarHeading } from './headings';
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
  const units: GrowingUnit[] = [];
  let gap: Gap = 'none';
  for (const line of lines) {
    if (line.removed) gap = 'header';
    else if (line.text.trim() === '') gap = gap === 'header' ? gap : 'blank';
    else {
      place({ at: line.at, text: line.text.trim(), indent: indentOf(line.text), gap }, units, findings);
      gap = 'none';
    }
  }
  return units.map((unit) => unit.whole);
}

/** How a unit opens, and how far its words are set in behind bullet or label. */
type Opening = Omit<TextUnit, 'text'> & { hang: number };

// A unit may take in a great many lines: they are put together once, and until then only its end is looked at.
class GrowingUnit {
  private readonly parts: string[] = [];
  private length = 0;
  private tail = '';

  constructor(
    private readonly opening: Opening,
    text: string,
  ) {
    this.take(text);
  }

  get hang(): number {
    return this.opening.hang;
  }

  get kind(): TextUnit['kind'] {
    return this.opening.kind;
  }

  get whole(): TextUnit {
    const { kind, at, label } = this.opening;
    return { kind, at, label, text: this.text };
  }

  get text(): string {
    return this.parts.join('');
  }

  get isShort(): boolean {
    return this.length <= HEADING_LENGTH;
  }

  get end(): string {
    return this.tail;
  }

  // Cables break lines behind a hyphen of the word itself (anti-/trafficking), never inside a syllable.
  join(text: string): void {
    const isHyphen = /[a-z]-$/i.test(this.tail) && /^[a-z]/i.test(text);
    this.take(isHyphen ? text : ` ${text}`);
  }

  private take(text: string): void {
    this.parts.push(text);
    this.length += text.length;
    this.tail = (this.tail + text.slice(-LONGEST_END)).slice(-LONGEST_END);
  }
}

type Gap = 'none' | 'blank' | 'header';

interface NextLine {
  at: number;
  text: string;
  indent: number;
  gap: Gap;
}

function indentOf(text: string): number {
  return text.length - text.trimStart().length;
}

function place(next: NextLine, units: GrowingUnit[], findings: Findings): void {
  const last = units.at(-1);
  const unit = hangs(next, last) ? null : (asBullet(next, last, findings) ?? asItem(next, last));
  if (unit) units.push(unit);
  else if (last && joins(last, next)) {
    if (next.gap === 'blank')
      findings.add('text-broken', next.at, {
        found: next.text.slice(0, 60),
        note: 'Joined to the line above the empty one.',
      });
    last.join(next.text);
  } else units.push(new GrowingUnit({ kind: 'text', at: next.at, label: '', hang: 0 }, next.text));
}

// A line set in as far as the words behind a bullet or a label goes on with them, whatever it begins with.
function hangs(next: NextLine, last: GrowingUnit | undefined): boolean {
  if (!last || next.gap !== 'none' || next.indent === 0 || next.indent !== last.hang) return false;
  return !(/^[-*\u2022\u00b7\u2013\u2014]/.test(next.text) && endsSentence(last));
}

function asBullet(next: NextLine, last: GrowingUnit | undefined, findings: Findings): GrowingUnit | null {
  const match = BULLET.exec(next.text);
  if (!match || isDash(match, next, last)) return null;
  if (match[2] === '') {
    const found = next.text.slice(0, 30);
    findings.add('bullet-form', next.at, { found, note: 'No blank stands behind the bullet.' });
  }
  const hang = next.indent + match[0].length;
  return new GrowingUnit({ kind: 'bullet', at: next.at, label: '', hang }, next.text.slice(match[0].length));
}

// A wrapped line may begin with the dash or the hyphen of its sentence.
function isDash(match: RegExpExecArray, next: NextLine, last: GrowingUnit | undefined): boolean {
  if (next.gap !== 'none') return false;
  if (match[1] === '-' && match[2] === '') return true;
  const isOpen = last?.kind === 'text' && !endsSentence(last);
  return isOpen && /^\p{Ll}/u.test(next.text.slice(match[0].length));
}

// A counted item opens a unit only where a line may begin anew; a wrapped line may begin with a figure.
function asItem(next: NextLine, last: GrowingUnit | undefined): GrowingUnit | null {
  const match = ITEM.exec(next.text);
  if (!match) return null;
  const mayBegin = next.gap !== 'none' || last?.kind === 'item' || last?.end.endsWith(':') === true;
  const text = next.text.slice(match[0].length);
  return mayBegin
    ? new GrowingUnit(
        { kind: 'item', at: next.at, label: match[1] ?? '', hang: next.indent + match[0].length },
        text,
      )
    : null;
}

function joins(last: GrowingUnit, next: NextLine): boolean {
  if (hangs(next, last) || isOpenAbove(last, next)) return true;
  if (opensUnit(next.text) || isClosed(last)) return false;
  return next.gap === 'none' || joinsAcrossGap(last, next);
}

function joinsAcrossGap(last: GrowingUnit, next: NextLine): boolean {
  if (!endsSentence(last)) return next.gap === 'header' || goesOn(last, next);
  return next.gap === 'header' && last.kind !== 'text' && !next.text.endsWith(':');
}

// A sentence may break before the letter of a reference (see ref / B. above): no heading stands in mid sentence.
function isOpenAbove(last: GrowingUnit, next: NextLine): boolean {
  const isLettered = isHeadingLine(next.text) && pillarHeading(next.text) === null;
  return next.gap === 'none' && isLettered && last.kind !== 'text' && !endsSentence(last);
}

// A bullet without an end goes on whatever follows; running text may also have been a heading without a colon.
function goesOn(last: GrowingUnit, next: NextLine): boolean {
  if (/^[a-z(,;&]/.test(next.text)) return true;
  const mayBeHeading = last.kind === 'text' && last.isShort && !OPEN_END.test(last.end);
  return !mayBeHeading && !next.text.endsWith(':');
}

function endsSentence(unit: GrowingUnit): boolean {
  return SENTENCE_END.test(unit.end);
}

function opensUnit(text: string): boolean {
  return startsWithMark(text) || isHeadingLine(text);
}

// A heading or a block mark on a line of its own: nothing is joined to it.
function isClosed(last: GrowingUnit): boolean {
  return last.isShort && endsSentence(last) && opensUnit(last.text);
}
