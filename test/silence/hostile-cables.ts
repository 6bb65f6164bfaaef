import { readFileSync } from 'node:fs';
import { join } from 'node:path';

/** What a cable may hold at most, in characters. */
const LONGEST = 400_000;
const LESOTHO = readFileSync(join(__dirname, '../../libs/cables/fixtures/09STATE70412-lesotho.txt'), 'utf8');

/** The first paragraph's number begins the body. */
const BODY = LESOTHO.search(/^1\. /m);
const [HEADER, TEXT] = [LESOTHO.slice(0, BODY), LESOTHO.slice(BODY)];
const REFERENCE = /^REF/m.exec(HEADER)?.index ?? BODY;

/** Text over and over, up to the length that is left. */
const often = (piece: string, left = LONGEST - LESOTHO.length - 1_000) =>
  piece.repeat(Math.floor(left / piece.length));
const inBody = (piece: string) => `${HEADER}${often(piece)}\n${TEXT}`;
const inReferences = (piece: string) =>
  `${HEADER.slice(0, REFERENCE)}REF: ${often(piece)}\n${HEADER.slice(REFERENCE)}${TEXT}`;
const inSubject = (piece: string) => HEADER.replace(/^(SUBJECT: )/m, (found) => found + often(piece)) + TEXT;

/** Cables of the greatest length that try the reader where it looks far ahead or back, by what is in them. */
export const HOSTILE_CABLES: Record<string, string> = {
  'paragraph numbers alone': inBody('1.\n'),
  'numbered paragraphs': inBody('2. (SBU) The government opened a shelter.\n\n'),
  'marks in a row': inBody('(SBU) '),
  'opening brackets': inBody('('),
  'one line without an end': inBody('word '),
  'one word without an end': inBody('x'),
  'blank lines': inBody('\n'),
  'lines of blanks': inBody(`${' '.repeat(79)}\n`),
  'begins of blocks': inBody('BEGIN TEXT\n'),
  'begins and ends of blocks': inBody('BEGIN TALKING POINTS:\n\nEND TALKING POINTS.\n\n'),
  'lines of dashes': inBody('--------\n'),
  'dashes in a row': inBody('-- '),
  'headings in capitals': inBody('PROSECUTION\n\n'),
  'lists by letter': inBody('A. B. '),
  'citations in the text': inBody('(REF A) 09 STATE 1, '),
  'citations in the reference line': inReferences('09 STATE 1, '),
  'lettered references': inReferences('A. 09 STATE 12345 B. '),
  'references, a line each': inReferences('A. 09 STATE 12345\n'),
  'years without numbers': inReferences('2009 '),
  'commas in the reference line': inReferences(', '),
  'brackets in the reference line': inReferences('(NOTAL) '),
  'a subject without an end': inSubject('TIER 2 WATCH LIST '),
  'tags without an end': HEADER.replace(/^(TAGS:? )/m, (found) => found + often('KTIP, ')) + TEXT,
  'page marks': inBody('UNCLAS SECTION 01 OF 99 STATE 070412\n'),
  'notes in brackets': inBody('[For post: '),
  'quotes of mails': inBody('> 1. (U) Word\n'),
};
