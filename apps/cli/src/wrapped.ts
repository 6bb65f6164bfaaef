const WIDTH = 78;

/**
 * A text in lines of at most 78 columns where words allow, the later ones indented. Control characters are blanked,
 * since a terminal obeys those of a hostile file.
 */
export function wrapped(text: string, indent: number): string {
  const lines: string[] = [];
  let line = '';
  for (const word of text.replace(/\p{Cc}/gu, ' ').split(/(?<=\S) (?=\S)/)) {
    const longer = line === '' ? word : `${line} ${word}`;
    const isFull = line !== '' && longer.length > WIDTH - (lines.length === 0 ? 0 : indent);
    if (isFull) lines.push(line);
    line = isFull ? word : longer;
  }
  return [...lines, line].join(`\n${' '.repeat(indent)}`);
}
