import { NotACable } from './not-a-cable';
import { readCable } from './read-cable';
import { readReferences } from './references/references';
import { readTags } from './tags/tags';

const HEADER = `P 251732Z AUG 09
FM SECSTATE WASHDC
TO AMEMBASSY DUSHANBE PRIORITY

UNCLAS STATE 088558

E.O. 12958: N/A
TAGS: KTIP, TI
SUBJECT: A PLAN
REF: LOME 5

1. (U) First.

`;
const KB = 1024;
const filled = (piece: string, size: number): string =>
  piece.repeat(Math.ceil(size / piece.length)).slice(0, size);
const cable = (body: string) => `${HEADER}${body}\n\n2. (U) Last.\nDOE\n`;
const prose =
  "The government's ministry convicted 12 officials in May 2009, post reports; see DUSHANBE 948. It said so.\n";

/** Texts that make a reader think long: one line without end, the same sign over and over, citations in heaps. */
const HOSTILE: Record<string, (size: number) => string> = {
  'plain prose': (size) => cable(filled(prose, size)),
  'prose on one line': (size) => cable(filled(prose.replace(/\n/g, ' '), size)),
  'one word without end': (size) => cable(filled('a', size)),
  'capitals without end': (size) => cable(filled('A', size)),
  'capitals and blanks': (size) => cable(filled('AB CD EF ', size)),
  blanks: (size) => cable(filled(' ', size)),
  'empty lines': (size) => cable(filled('\n', size)),
  'square brackets': (size) => cable(filled('[', size)),
  'round brackets': (size) => cable(filled('(', size)),
  'bracketed notes': (size) => cable(`Begin action plan:\n\n-- One. ${filled('(Note: [', size)}`),
  'notes that never close': (size) => cable(`Begin action plan:\n\n-- One. ${filled('Comment: x ', size)}`),
  links: (size) => cable(filled('[1](#)', size)),
  'half links': (size) => cable(filled('[a](', size)),
  ampersands: (size) => cable(filled('&a ', size)),
  entities: (size) => cable(filled('&quot;&amp;', size)),
  'half tags': (size) => cable(filled('<a ', size)),
  'lost signs': (size) => cable(filled('\ufffd1. ', size)),
  numbers: (size) => cable(filled('123456 ', size)),
  'numbers down the page': (size) => cable(filled('12. \n', size)),
  'paragraphs in turn': (size) => {
    const all: string[] = [];
    for (let at = 2, length = 0; length < size; at += 1)
      length += all[all.push(`${at % 999}. (U) Words.\n\n`) - 1]!.length;
    return cable(all.join(''));
  },
  'headings again and again': (size) => cable(filled('A Heading\n---------\n\n', size)),
  'section headers': (size) => cable(filled('STATE 00088558 002 OF 004\n', size)),
  'half section headers': (size) => cable(filled('AB STATE 00088558 002 ', size)),
  'section lines': (size) => cable(filled('UNCLAS SECTION 02 OF 04 STATE 088558\nSENSITIVE\n', size)),
  'page headers': (size) => cable(filled('SECRET\nPAGE 02 STATE 088558\n', size)),
  marks: (size) => cable(filled('Begin action plan: End comment. ', size)),
  'begins that never end': (size) => cable(filled('Begin talking points:\n\n', size)),
  bullets: (size) => cable(`Begin action plan:\n\n${filled('-- do this\n', size)}`),
  'dates without end': (size) => cable(filled('interim assessment by February 2010 ', size)),
  'dates that disagree': (size) =>
    cable(filled('interim assessment by May 2010. The interim assessment in June 2011. ', size)),
  'names at the foot': (size) => cable(filled('DOE\n\n', size)),
  quotes: (size) => cable(filled("governments, efforts, 's 8s ", size)),
  'quoted mail': (size) => filled('> ', size) + cable(prose).replace(/^/gm, '> '),
  'a REF line without end': (size) => HEADER.replace('LOME 5', filled('LOME 5; ', size)) + prose,
  'a REF line of near misses': (size) => HEADER.replace('LOME 5', filled('DUSHANVE 5 AB ', size)) + prose,
  'a REF line of words': (size) => HEADER.replace('LOME 5', filled('WORD ', size)) + prose,
  'a REF line of one word': (size) => HEADER.replace('LOME 5', `${filled('W', size)} 5`) + prose,
  'REF lines down the page': (size) => HEADER.replace('LOME 5', filled('A. STATE 5\n', size)) + prose,
  'counted REF lines': (size) => HEADER.replace('LOME 5', filled('1. LOME 5\n', size)) + prose,
  'serials in a list': (size) => HEADER.replace('LOME 5', `LOME ${filled('5, ', size)}`) + prose,
  'a TAGS line without end': (size) => HEADER.replace('KTIP, TI', filled('KTIP, ', size)) + prose,
  'a TAGS line of one word': (size) => HEADER.replace('KTIP, TI', filled('KTIP', size)) + prose,
  'a TAGS line of words': (size) => HEADER.replace('KTIP, TI', filled('TRADE IN ORE ', size)) + prose,
  'a subject without end': (size) => HEADER.replace('A PLAN', filled('A PLAN ', size)) + prose,
  'addresses down the page': (size) =>
    HEADER.replace('DUSHANBE PRIORITY', filled('DUSHANBE PRIORITY 12\nRUEHC/A ', size)) + prose,
  'lines above': (size) => filled('UNCLASSIFIED STATE 1\n', size) + cable(prose),
  'fields again and again': (size) =>
    HEADER.replace('REF:', `${filled('TAGS: KTIP\nPass Line: X\n', size)}REF:`) + prose,
  'no cable at all': (size) => filled('STATE 88558 UNCLAS ', size),
};

const FULL = 200;
// A machine that runs other suites beside this one is slower than an idle one.
const BUSY = 3;

// Milliseconds of the processor, so that others who work on the machine count less.
const spent = (work: () => unknown): number => {
  const from = process.cpuUsage();
  try {
    work();
  } catch (error) {
    if (!(error instanceof NotACable)) throw error;
  }
  const { user, system } = process.cpuUsage(from);
  return (user + system) / 1000;
};

describe('the time that reading takes', () => {
  const perHundred: [string, number][] = [];
  // What is compiled on the first run is no part of it.
  beforeAll(() => readCable(cable(filled(prose, 20 * KB))));

  it.each(Object.keys(HOSTILE))(
    'grows with the text alone: %s',
    (name) => {
      const size = Number(process.env.CABLE_SPEED_KB ?? 200) * KB;
      const text = HOSTILE[name]?.(size) ?? '';
      const time = spent(() => readCable(text));
      perHundred.push([name, (time / text.length) * 100 * KB]);
      expect((time / text.length) * 100 * KB).toBeLessThan(FULL * BUSY);
    },
    120_000,
  );

  it('prints the slowest', () => {
    const slowest = perHundred
      .sort((left, right) => right[1] - left[1])
      .slice(0, Number(process.env.CABLE_SPEED_SHOW ?? 3));
    process.stdout.write(
      slowest.map(([name, time]) => `cable read: ${time.toFixed(0)} ms per 100 KB: ${name}\n`).join(''),
    );
    expect(spent(() => readReferences(filled('DUSHANVE 5 AB ', 100 * KB), 2009))).toBeLessThan(FULL * BUSY);
    expect(spent(() => readTags(filled('KTIPPHUMX ', 100 * KB)))).toBeLessThan(FULL * BUSY);
  });
});
