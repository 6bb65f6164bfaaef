/** How a text is laid into columns: the width, what stands before its first line, and before every further one. */
interface ColumnLayout {
  width: number;
  first?: string;
  next?: string;
}

/**
 * Lays a text into lines of at most `width` characters with its words kept whole; the first line keeps its number and
 * mark. Only a word that is longer than a line is cut.
 */
export function wrapped(text: string, { width, first = '', next = '' }: ColumnLayout): string[] {
  const lines: string[] = [];
  let line = first;
  let isBare = true;
  for (const word of pieces(text, width - Math.max(first.length, next.length))) {
    if (!isBare && line.length + 1 + word.length > width) {
      lines.push(line);
      line = next;
      isBare = true;
    }
    line += isBare ? word : ` ${word}`;
    isBare = false;
  }
  return [...lines, line.trimEnd()];
}

function pieces(text: string, longest: number): string[] {
  const room = Math.max(1, longest);
  return text
    .split(/\s+/u)
    .filter((word) => word !== '')
    .flatMap((word) => word.match(new RegExp(`.{1,${room}}`, 'gu')) ?? []);
}
