/** One section of a long cable: its heading (`SECTION 02 OF 04`, empty for a cable of one section) and its lines. */
interface CableSection {
  heading: string;
  lines: string[];
}

/** How long a section may grow; a little longer where there is no place to break. */
export interface SectionOptions {
  linesPerSection?: number;
}

const LINES_PER_SECTION = 100;
const MOST_SECTIONS = 99;
// A line that holds nothing but a number, a bullet or a portion mark: what follows belongs to it.
const LABEL_ALONE = /^\s*(?:(?:\d{1,3}[A-Za-z]?|[A-Za-z])[.)]|-{1,2}|\*)?\s*(?:\([A-Z/-]+\))?\s*$/;
// Looking for an empty line, at most this share of a section is given away.
const SEARCHED_SHARE = 3;

/**
 * Parts the lines of a cable into sections. A break falls on an empty line where one is near, never behind a heading and
 * never between a paragraph's number, its mark and its text. The lines themselves stay as they are.
 */
export function cableSections(lines: string[], options: SectionOptions = {}): CableSection[] {
  const { linesPerSection = LINES_PER_SECTION } = options;
  if (linesPerSection < 1) throw new RangeError('A section holds at least one line.');
  const parts = partsOf(lines, linesPerSection);
  if (parts.length > MOST_SECTIONS) throw new RangeError(`A cable has at most ${MOST_SECTIONS} sections.`);
  const total = twoDigits(parts.length);
  return parts.map((part, index) => {
    const heading = parts.length === 1 ? '' : `SECTION ${twoDigits(index + 1)} OF ${total}`;
    return { heading, lines: part };
  });
}

function partsOf(lines: string[], most: number): string[][] {
  const parts: string[][] = [];
  let from = 0;
  while (lines.length - from > most) {
    const to = breakBefore(lines, from, from + most);
    if (to >= lines.length) break;
    parts.push(lines.slice(from, to));
    from = to;
  }
  return [...parts, lines.slice(from)];
}

// The nearest empty line wins, else the last line that may end a section, else the first such line beyond the limit.
function breakBefore(lines: string[], from: number, limit: number): number {
  const fitting = Array.from({ length: limit - from }, (_, step) => limit - step).filter((at) =>
    mayBreak(lines, at),
  );
  const near = limit - Math.ceil((limit - from) / SEARCHED_SHARE);
  const blank = fitting.find((at) => at >= near && lines[at - 1]?.trim() === '');
  return blank ?? fitting[0] ?? firstBreakFrom(lines, limit + 1);
}

function firstBreakFrom(lines: string[], start: number): number {
  let at = start;
  while (at < lines.length && !mayBreak(lines, at)) at += 1;
  return at;
}

// Empty lines in front do not part a number from its text.
function mayBreak(lines: string[], at: number): boolean {
  let before = at - 1;
  while (before >= 0 && lines[before]?.trim() === '') before -= 1;
  const line = lines[before] ?? '';
  return !(LABEL_ALONE.test(line) && line.trim() !== '') && !line.trimEnd().endsWith(':');
}

function twoDigits(count: number): string {
  return String(count).padStart(2, '0');
}
