import type { Findings } from '../findings';
import { decideNumbers, isSignReadAsOne } from './paragraph-numbers';
import { paragraphStart, type ParagraphStart } from './paragraph-start';
import { MARK_PATTERN, tidyMark } from './portion-mark';
import type { SourceLine } from '../lines/source-lines';
import { each, type Steps } from '../lines/steps';

/** A paragraph as cut from the body: its number by place, its mark, and its lines without number and mark. */
export interface ParagraphLines {
  number: number;
  marking: string | null;
  first: number;
  lines: SourceLine[];
}

interface Opening {
  start: ParagraphStart;
  line: SourceLine;
  index: number;
}

const FORM_NOTES: Record<Exclude<ParagraphStart['form'], 'plain'>, string> = {
  sign: 'A paragraph sign stands before the number.',
  tight: 'No blank stands between number and mark.',
  'mark-first': 'The mark stands before the number.',
  undotted: 'The number is not followed by a full stop.',
};

const WIDEST_GAP = 20;
const SINGLE_MARK = new RegExp(String.raw`^\s*\((${MARK_PATTERN})\)\s*`);

/**
 * Cuts the body of a cable into its numbered paragraphs; a body without any number is one paragraph, number 1. Lines in front
 * of the first are of none.
 */
export function* splitParagraphs(body: SourceLine[], findings: Findings): Steps<ParagraphLines[]> {
  const openings = yield* findOpenings(body);
  yield;
  if (openings.length === 0) return unnumbered(body);
  const numbers = decideNumbers(openings.map((one) => one.start.number));
  const usesMarks = openings.some((one) => one.start.marking !== null);
  return openings.map((opening, index) => {
    const decided = numbers[index];
    if (decided && decided.note !== null) {
      findings.add('paragraph-number-wrong', opening.line.at, {
        found: printedForm(opening),
        note: decided.note,
      });
    }
    reportForm(opening, usesMarks, findings);
    const rest = { ...opening.line, text: opening.start.rest };
    const lines = [rest, ...body.slice(opening.index + 1, openings[index + 1]?.index)];
    return {
      number: decided?.number ?? index + 1,
      marking: opening.start.marking,
      first: opening.line.at,
      lines,
    };
  });
}

function unnumbered(body: SourceLine[]): ParagraphLines[] {
  const [opening, ...others] = body.slice(Math.max(0, body.findIndex(hasText)));
  if (!opening || !hasText(opening)) return [];
  const mark = SINGLE_MARK.exec(opening.text);
  const first = { ...opening, text: opening.text.slice(mark?.[0].length ?? 0) };
  return [{ number: 1, marking: tidyMark(mark?.[1]), first: opening.at, lines: [first, ...others] }];
}

function hasText(line: SourceLine): boolean {
  return !line.removed && line.text.trim() !== '';
}

function printedForm(opening: Opening): string {
  const { raw } = opening.line;
  const { rest } = opening.start;
  return rest !== '' && raw.endsWith(rest) ? raw.slice(0, raw.length - rest.length) : raw.slice(0, 20);
}

function reportForm(opening: Opening, usesMarks: boolean, findings: Findings): void {
  const { form, marking } = opening.start;
  const found = printedForm(opening);
  if (form !== 'plain')
    findings.add('paragraph-number-form', opening.line.at, { found, note: FORM_NOTES[form] });
  if (usesMarks && marking === null) {
    findings.add('paragraph-unmarked', opening.line.at, {
      found,
      note: 'Other paragraphs carry a mark, this one none.',
    });
  }
}

function* findOpenings(body: SourceLine[]): Steps<Opening[]> {
  const openings: Opening[] = [];
  const starts = yield* each(body, (line) => (line.removed ? null : paragraphStart(line.text)));
  const isBareCable = starts.every((start) => start === null || start.marking === null);
  const lastOf = new Map(starts.flatMap((start, index) => (start ? [[start.number, index] as const] : [])));
  let listed = 0;
  yield* each(body, (line, index) => {
    const start = starts[index];
    if (!start) return;
    const expected = (openings.at(-1)?.start.number ?? 0) + 1;
    const hasNext = (lastOf.get(start.number + 1) ?? -1) > index;
    const ending = endingBefore(body, index);
    const isOpening = opens(start, {
      expected,
      byCount: openings.length + 1,
      listed,
      ending,
      isBareCable,
      hasNext,
    });
    if (isOpening) openings.push({ start: correctedForNext(start, expected), line, index });
    listed = isOpening ? 0 : start.number;
  });
  return openings.map((one) => ({ ...one, start: { ...one.start, number: printedNumber(one) } }));
}

// The running count follows the place, so that one misprint does not push the next paragraphs out of step.
function correctedForNext(start: ParagraphStart, expected: number): ParagraphStart {
  return isSignReadAsOne(start.number, expected) ? { ...start, number: expected } : start;
}

function printedNumber(opening: Opening): number {
  return paragraphStart(opening.line.text)?.number ?? opening.start.number;
}

interface OpeningPlace {
  expected: number;
  byCount: number;
  listed: number;
  ending: 'blank' | 'sentence' | 'open';
  /** Whether no paragraph of this cable bears a mark. */
  isBareCable: boolean;
  /** Whether the number after this one opens a line further down. */
  hasNext: boolean;
}

function endingBefore(body: SourceLine[], index: number): OpeningPlace['ending'] {
  const previous = body[index - 1];
  if (!previous || !hasText(previous)) return 'blank';
  return /[.:;!?)"]$/.test(previous.text) ? 'sentence' : 'open';
}

// A marked or signed number opens a paragraph almost anywhere; a bare one only where it is the next in turn.
function opens(start: ParagraphStart, place: OpeningPlace): boolean {
  const isMarked = start.marking !== null || start.form === 'sign';
  if (!isMarked) return opensBare(start, place);
  if (isInTurn(start, place)) return true;
  return place.ending === 'open'
    ? false
    : isBehindGap(start, place) || (place.ending === 'blank' && !isOfList(start, place));
}

// Lists begin at one: a marked number that leaves some out is a paragraph whose neighbours were lost.
function isBehindGap(start: ParagraphStart, place: OpeningPlace): boolean {
  return start.number > place.expected && start.number <= place.expected + WIDEST_GAP && place.listed === 0;
}

// A list inside a paragraph begins anew at one and counts on, with marks of its own or without.
function isOfList(start: ParagraphStart, place: OpeningPlace): boolean {
  return start.number === 1 ? place.expected > 2 : place.listed > 0 && start.number === place.listed + 1;
}

function isInTurn(start: ParagraphStart, place: OpeningPlace): boolean {
  const { number } = start;
  return number === place.expected || number === place.byCount || isSignReadAsOne(number, place.expected);
}

function opensBare(start: ParagraphStart, place: OpeningPlace): boolean {
  const isNext = start.number === place.expected || start.number === place.byCount;
  const isText = place.ending !== 'open' && /^["'(A-Z\u201c]/.test(start.rest);
  return isText && !isOfList(start, place) && (isNext || opensLate(start, place));
}

// A bare number behind a gap is believed only where all stand bare, on a line of its own, and the next one follows.
function opensLate(start: ParagraphStart, place: OpeningPlace): boolean {
  return place.ending === 'blank' && place.isBareCable && place.hasNext && isBehindGap(start, place);
}
