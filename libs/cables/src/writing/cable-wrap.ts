/** The longest line of a cable, in characters (5 FAH-1 H-240). */
export const CABLE_WIDTH = 55;

/** How text is broken: the width of a line, and by how many blanks every line but the first is set in. */
interface WrapOptions {
  width?: number;
  hang?: number;
}

// A number, letter or bullet with its portion mark: they open a line together and are never parted.
const LABEL =
  /^(?:(?:\d{1,3}[A-Za-z]?|[A-Za-z])[.)]|-{1,2}|\*)(?: +\([A-Z/-]+\))?(?= |$)|^\([A-Z/-]+\)(?= |$)/;

/**
 * Breaks a text into lines of at most `width` characters. Words stay whole; only one longer than a line is split hard.
 * A leading number and mark stay on the first line. Line ends in the text are kept. Throws RangeError when the hang leaves no room.
 */
export function wrapCableText(text: string, options: WrapOptions = {}): string[] {
  const { width = CABLE_WIDTH, hang = 0 } = options;
  if (width - hang < 1 || hang < 0)
    throw new RangeError(`A hang of ${hang} leaves no room in ${width} columns.`);
  return text.split('\n').flatMap((line) => wrapLine(line.trim(), { width, hang }));
}

function wrapLine(line: string, room: { width: number; hang: number }): string[] {
  const label = LABEL.exec(line)?.[0] ?? '';
  const words = withDashesKept(line.slice(label.length).split(/\s+/), room);
  const open = new OpenLines(room);
  if (label !== '') open.add(label.replace(/ +/g, ' '));
  for (const word of words) open.add(word);
  return open.lines;
}

// A dash that opened a line would be taken for a bullet: it stays behind its word.
function withDashesKept(words: string[], room: { width: number; hang: number }): string[] {
  const kept: string[] = [];
  for (const word of words.filter((one) => one !== '')) {
    const before = kept.at(-1);
    const isKept = before !== undefined && /^(?:-{1,3}|\*)$/.test(word);
    if (isKept && before.length + word.length < room.width - room.hang)
      kept[kept.length - 1] = `${before} ${word}`;
    else kept.push(word);
  }
  return kept;
}

class OpenLines {
  readonly lines: string[] = [''];

  constructor(private readonly room: { width: number; hang: number }) {}

  add(word: string): void {
    const current = this.lines.at(-1) ?? '';
    const gap = current.trim() === '' ? '' : ' ';
    if (current.length + gap.length + word.length <= this.room.width)
      this.lines[this.lines.length - 1] = current + gap + word;
    else if (current.trim() === '') this.split(word);
    else {
      this.lines.push(' '.repeat(this.room.hang));
      this.add(word);
    }
  }

  private split(word: string): void {
    const current = this.lines.at(-1) ?? '';
    const fits = this.room.width - current.length;
    this.lines[this.lines.length - 1] = current + word.slice(0, fits);
    this.lines.push(' '.repeat(this.room.hang));
    this.add(word.slice(fits));
  }
}
