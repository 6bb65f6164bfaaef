import type { PaperBlock } from './paper-block';

/** One line of a paper text that says something, with its place counted from 1. */
export interface PaperLine {
  number: number;
  text: string;
}

/** What is wrong with a line, in words for whoever edits the template. */
export interface LineFault {
  line: number;
  found: string;
  why: string;
}

type Reader = (parts: string[]) => PaperBlock;

// Every line begins with a sign, and facts never do: what a person typed cannot turn into a heading or a paragraph.
const SIGNS: readonly { form: RegExp; read: Reader }[] = [
  {
    form: /^(#{1,3}) +(.+)$/,
    read: ([signs = '', text = '']) => ({ kind: 'heading', level: signs.length as 1 | 2 | 3, text }),
  },
  {
    form: /^= +([A-Z][A-Za-z. 0-9]*): *(.+)$/,
    read: ([name = '', text = '']) => ({ kind: 'field', name, text }),
  },
  {
    form: /^([1-9]\d{0,2})\. +\(([A-Z/]+)\) +(.+)$/,
    read: ([number, mark = '', text = '']) => ({ kind: 'numbered', number: Number(number), mark, text }),
  },
  { form: /^\. +(.+)$/, read: ([text = '']) => ({ kind: 'plain', text }) },
  { form: /^- +(.+)$/, read: ([text = '']) => ({ kind: 'bullet', text }) },
  {
    form: /^\* +([A-Z]?[1-9]\d{0,2})\. +(.+)$/,
    read: ([label = '', text = '']) => ({ kind: 'ask', label, text }),
  },
  { form: /^! +(.+)$/, read: ([text = '']) => ({ kind: 'note', text }) },
  { form: /^\[ +(.+)$/, read: ([text = '']) => ({ kind: 'begin', text }) },
  { form: /^\] +(.+)$/, read: ([text = '']) => ({ kind: 'end', text }) },
];

// Controls, and the marks that turn the direction of writing: neither belongs in a paper.
const FORBIDDEN = /[\p{Cc}\u202A-\u202E\u2066-\u2069]/u;
const LONGEST_QUOTE = 60;

/** The lines of a paper text; empty ones only part the others and are left out. */
export function linesOf(text: string): PaperLine[] {
  return text
    .replace(/\r\n?/g, '\n')
    .split('\n')
    .map((line, index) => ({ number: index + 1, text: line.trim() }))
    .filter((line) => line.text !== '');
}

/** What one line says, or what is wrong with it. */
export function readLine(line: PaperLine): PaperBlock | LineFault {
  if (FORBIDDEN.test(line.text)) return faultOf(line, 'holds a control character');
  for (const { form, read } of SIGNS) {
    const found = form.exec(line.text);
    if (found) return read(found.slice(1).map((part) => singleSpaced(part)));
  }
  return faultOf(line, whyUnread(line.text));
}

/** A fault of a line, quoting how it begins. */
export function faultOf(line: PaperLine, why: string): LineFault {
  const { number, text } = line;
  const found = text.length > LONGEST_QUOTE ? `${text.slice(0, LONGEST_QUOTE)}…` : text;
  return { line: number, found, why };
}

/** Single blanks between words, none at the ends: the form in which every text of a paper is kept. */
export function singleSpaced(text: string): string {
  return text.replace(/\s+/gu, ' ').trim();
}

function whyUnread(text: string): string {
  if (/^[1-9]\d*\. /.test(text)) return 'is a numbered paragraph without its mark, such as “1. (U) Text”';
  if (/^\* /.test(text)) return 'has no label after its star, such as “* A1. Text”';
  if (/^= /.test(text)) return 'is a header line without a name, such as “= SUBJECT: Text”';
  if (/^(#{1,3}|[.!*[\]=-]|\d+\.)$/.test(text)) return 'has a sign and nothing after it';
  return 'begins with no sign of a paper: #, =, 1. (U), ., -, *, !, [ or ]';
}
