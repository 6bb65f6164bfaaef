import { checkAnnouncedNotes } from './body/announced-notes';
import { readBlocks } from './body/blocks';
import { readBody } from './body/cable-body';
import { type CableFoot, takeFoot } from './body/cable-foot';
import { takeHeadings } from './body/headings-between';
import { splitParagraphs, type ParagraphLines } from './body/paragraphs';
import { readRecommendations } from './body/recommendations';
import { checkStatedDates } from './body/stated-dates';
import { readTalkingPoints } from './body/talking-points';
import type { Cable } from './cable';
import { Findings } from './findings';
import { readHeader } from './header/cable-header';
import { type SourceLine, sourceLines } from './lines/source-lines';
import { atOnce, each, inTurns, type Steps } from './lines/steps';
import { tellLeftWords } from './left-words';

/**
 * Reads the whole text of a cable, however damaged the copy, and reports every oddity with its place; every word of the text
 * lands in a field or in an oddity. A text without number or date-time group that has the header of a cable is read as a draft.
 * Throws NotACable for any other, and when there is neither subject nor text.
 */
export function readCable(text: string): Cable {
  return atOnce(reading(text));
}

/** Reads like {@link readCable}, and keeps no other caller of the process waiting for a long text. */
export function readCableInTurns(text: string): Promise<Cable> {
  return inTurns(reading(text));
}

function* reading(text: string): Steps<Cable> {
  const findings = new Findings();
  const lines = yield* sourceLines(text, findings);
  const { bodyFrom, ...header } = yield* readHeader(lines, findings);
  yield;
  const { paragraphs, foot } = yield* partBody(lines.slice(bodyFrom), findings);
  yield;
  const before = yield* textBefore(lines.slice(bodyFrom, paragraphs[0]?.first ?? bodyFrom), findings);
  const body = withoutHeadings(paragraphs, findings);
  yield;
  const read = yield* bodyOf(body, findings);
  const cable = {
    ...header,
    textBeforeFirst: [header.textBeforeFirst, before].filter((words) => words).join(' ') || null,
    ...read,
    signature: foot.signature,
    handling: [...header.handling, ...foot.handling],
  };
  const ground = { lines, bodyFrom, footFrom: foot.footFrom, starts: paragraphs.map(({ first }) => first) };
  yield;
  yield* tellLeftWords(cable, ground, findings);
  yield;
  const paragraphOf = (line: number) => (line < foot.footFrom ? paragraphAt(paragraphs, line) : null);
  return { ...cable, anomalies: findings.anomalies(paragraphOf) };
}

function* partBody(
  body: SourceLine[],
  findings: Findings,
): Steps<{ paragraphs: ParagraphLines[]; foot: CableFoot }> {
  const paragraphs = yield* splitParagraphs(body, findings);
  const last = paragraphs.at(-1);
  const foot = takeFoot(last?.lines ?? [], findings);
  if (last) last.lines = foot.lines;
  return { paragraphs, foot };
}

function* bodyOf(paragraphs: ParagraphLines[], findings: Findings) {
  const { texts, pieces } = yield* readBody(paragraphs, findings);
  const blocks = readBlocks(pieces, findings);
  const talkingPoints = readTalkingPoints(pieces, blocks);
  const recommendations = readRecommendations(pieces, blocks, findings);
  yield;
  const placed = paragraphs.map(({ first }, index) => ({ at: first, text: texts[index] ?? '' }));
  checkStatedDates(placed, findings);
  checkAnnouncedNotes(placed, recommendations, findings);
  const marked = paragraphs.map(({ number, marking }, index) => ({
    number,
    marking,
    text: texts[index] ?? '',
  }));
  return { paragraphs: marked, talkingPoints, recommendations };
}

// What stands between the header and the first line that opens a paragraph.
function* textBefore(lines: SourceLine[], findings: Findings): Steps<string> {
  const worded = yield* each(lines, (line) => !line.removed && /[\p{L}\p{N}]/u.test(line.text));
  const [first, ...others] = lines.filter((_line, at) => worded[at]);
  if (!first) return '';
  const text = [first, ...others].map((line) => line.text.trim()).join(' ');
  findings.add('text-before-first', first.at, { found: text, note: 'Kept as the text before paragraph 1.' });
  return text.replace(/\s+/g, ' ');
}

// What follows the last paragraph is the signature, never a heading.
function withoutHeadings(paragraphs: ParagraphLines[], findings: Findings): ParagraphLines[] {
  return paragraphs.map((paragraph, index) =>
    index === paragraphs.length - 1
      ? paragraph
      : { ...paragraph, lines: takeHeadings(paragraph.lines, findings) },
  );
}

// The paragraphs stand in the order of their lines, and each may have its oddities: halving finds the last that began by here.
function paragraphAt(paragraphs: ParagraphLines[], line: number): number | null {
  let [from, to] = [0, paragraphs.length];
  while (from < to) {
    const middle = (from + to) >> 1;
    if ((paragraphs[middle]?.first ?? Infinity) <= line) from = middle + 1;
    else to = middle;
  }
  return paragraphs[from - 1]?.number ?? null;
}
