import { readBlocks } from './body/blocks';
import type { Cable } from './cable';
import { readBody } from './body/cable-body';
import { findFoot } from './body/cable-foot';
import { readHeader } from './header/cable-header';
import { Findings } from './findings';
import { takeHeadings } from './body/headings-between';
import { splitParagraphs, type ParagraphLines } from './body/paragraphs';
import { readRecommendations } from './body/recommendations';
import { sourceLines } from './lines/source-lines';
import { checkStatedDates } from './body/stated-dates';
import { checkAnnouncedNotes } from './body/announced-notes';
import { readTalkingPoints } from './body/talking-points';

/**
 * Reads the whole text of a cable, however damaged the copy, and reports every oddity with its place.
 * Throws NotACable when there is no line with post and serial, no date-time group, or neither subject nor text.
 */
export function readCable(text: string): Cable {
  const findings = new Findings();
  const lines = sourceLines(text, findings);
  const { bodyFrom, ...header } = readHeader(lines, findings);
  const { bodyTo, signature } = findFoot(lines, bodyFrom);
  const paragraphs = withoutHeadings(splitParagraphs(lines.slice(bodyFrom, bodyTo), findings), findings);
  const { texts, pieces } = readBody(paragraphs, findings);
  const blocks = readBlocks(pieces, findings);
  const talkingPoints = readTalkingPoints(pieces, blocks);
  const recommendations = readRecommendations(pieces, blocks, findings);
  const placed = paragraphs.map(({ number, marking, first }, index) => ({
    number,
    marking,
    at: first,
    text: texts[index] ?? '',
  }));
  checkStatedDates(placed, findings);
  checkAnnouncedNotes(placed, recommendations, findings);
  return {
    ...header,
    paragraphs: placed.map(({ number, marking, text: words }) => ({ number, marking, text: words })),
    talkingPoints,
    recommendations,
    signature,
    anomalies: findings.anomalies((line) => (line < bodyTo ? paragraphAt(paragraphs, line) : null)),
  };
}

// What follows the last paragraph is the signature, never a heading.
function withoutHeadings(paragraphs: ParagraphLines[], findings: Findings): ParagraphLines[] {
  return paragraphs.map((paragraph, index) =>
    index === paragraphs.length - 1
      ? paragraph
      : { ...paragraph, lines: takeHeadings(paragraph.lines, findings) },
  );
}

function paragraphAt(paragraphs: ParagraphLines[], line: number): number | null {
  return paragraphs.findLast((paragraph) => paragraph.first <= line)?.number ?? null;
}
