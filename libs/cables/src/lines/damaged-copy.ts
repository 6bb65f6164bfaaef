import type { Findings } from '../findings';

/** One line of a text, told apart from its place. */
interface CopiedLine {
  at: number;
  text: string;
}

const QUOTED = /^\s*(?:>\s?)+/;
const QUOTED_HEADER = /^\s*(?:>\s?)+(?:FM|TO|TAGS?|SUBJ(?:ECT)?|E\.?O\.?|UNCLAS|CONFIDENTIAL|SECRET|MRN)\b/i;

/** Takes the marks of quotation out of lines which a mail quoted; lines of a text that quotes no cable come back as they are. */
export function unquotedLines(lines: string[], findings: Findings): string[] {
  const first = lines.findIndex((line) => QUOTED_HEADER.test(line));
  if (first < 0) return lines;
  findings.add('copy-quoted', first, {
    found: QUOTED.exec(lines[first] ?? '')?.[0] ?? '',
    note: 'The marks of quotation were taken out of every line.',
  });
  return lines.map((line) => line.replace(QUOTED, ''));
}

const NAMED: Record<string, string> = {
  amp: '&',
  apos: "'",
  bull: '\u2022',
  cent: '\u00a2',
  copy: '\u00a9',
  deg: '\u00b0',
  euro: '\u20ac',
  gt: '>',
  hellip: '\u2026',
  laquo: '\u00ab',
  ldquo: '\u201c',
  lsquo: '\u2018',
  lt: '<',
  mdash: '\u2014',
  middot: '\u00b7',
  nbsp: ' ',
  ndash: '\u2013',
  para: '\u00b6',
  pound: '\u00a3',
  quot: '"',
  raquo: '\u00bb',
  rdquo: '\u201d',
  rsquo: '\u2019',
  sect: '\u00a7',
  shy: '',
};
// eacute, Ntilde, ccedil: a letter and the name of its mark.
const MARKS: Record<string, string> = {
  acute: '\u0301',
  cedil: '\u0327',
  circ: '\u0302',
  grave: '\u0300',
  ring: '\u030a',
  tilde: '\u0303',
  uml: '\u0308',
};
const MARKUP =
  /&(?:#x[\da-f]{1,6}|#\d{1,7}|[a-z]{2,8});|<\/?(?:a|b|blockquote|body|br|code|div|em|font|head|html|i|li|p|pre|span|strong|table|tbody|td|title|tr|tt|u|ul)(?:\s[^<>]{0,400})?\/?>/gi;
const MOST_SHOWN = 5;

/** A line with the signs of a web page turned into what they stand for; each line that had some is told of. */
export function withoutMarkup(line: CopiedLine, findings: Findings): string {
  if (!/[&<]/.test(line.text)) return line.text;
  const seen: string[] = [];
  const text = line.text.replace(MARKUP, (found) => {
    const meant = found.startsWith('<') ? ' ' : letterOf(found.slice(1, -1));
    if (meant !== null) seen.push(found);
    return meant ?? found;
  });
  if (seen.length === 0) return line.text;
  const hasMore = seen.length > MOST_SHOWN && new Set(seen).size <= MOST_SHOWN;
  const found = (hasMore ? [...new Set(seen)] : seen).join(' ');
  findings.add('markup-left', line.at, { found, note: 'Read as the letters and signs they stand for.' });
  return text;
}

function letterOf(name: string): string | null {
  const digits = /^#(?:x([\da-f]+)|(\d+))$/i.exec(name);
  if (digits) return letterAt(digits[1] === undefined ? Number(digits[2]) : parseInt(digits[1], 16));
  const [, letter = '', mark = ''] = /^([A-Za-z])([a-z]+)$/.exec(name) ?? [];
  const combining = MARKS[mark];
  return (
    NAMED[name.toLowerCase()] ?? (combining === undefined ? null : (letter + combining).normalize('NFC'))
  );
}

// Numbers of the old Windows table stand for its marks.
const WINDOWS: Record<number, string> = {
  0x85: '\u2026',
  0x91: "'",
  0x92: "'",
  0x93: '"',
  0x94: '"',
  0x95: '\u2022',
  0x96: '-',
  0x97: '-',
};

function letterAt(code: number): string | null {
  const isLetter = code >= 0x20 && code <= 0x10ffff && !(code >= 0xd800 && code <= 0xdfff);
  return WINDOWS[code] ?? (isLetter ? String.fromCodePoint(code) : null);
}

// What no table knew became this sign, or a question mark.
const LOST_PILCROW = /^(\s*)(?:\ufffd+|\?)\s?(?=[1-9]\d{0,2}\s?[.)]\s*\S|[A-Z]\.\s*\S)/;
const LOST_APOSTROPHE = /(?<=\p{L})\ufffd+(?=(?:s|t|re|ve|ll|d|m)\b)/gu;

/** A line in which signs that a copy lost are set again where their place says which they were; each such line is told of. */
export function withSignsSet(line: CopiedLine, findings: Findings): string {
  const text = line.text.replace(LOST_PILCROW, '$1\u00b6').replace(LOST_APOSTROPHE, "'");
  if (text !== line.text || text.includes('\ufffd')) {
    const found = /\S*[\ufffd?]+\s?\S*/.exec(line.text)?.[0] ?? line.text.slice(0, 30);
    const note = text.includes('\ufffd')
      ? 'A sign that no table knew; left as it stands.'
      : 'Read as the sign that its place asks for.';
    findings.add('sign-lost', line.at, { found, note });
  }
  return text;
}
