/** A wording parted in two: what the government reads, and the notes in it that are for the post alone. */
interface PartedNotes {
  text: string;
  notes: string[];
}

interface Stretch {
  from: number;
  until: number;
}

const CLOSING: Record<string, string> = { '[': ']', '(': ')' };
const CALLED = String.raw`(?:begin\s+)?(?:notes?|comment|background|for\s+posts?\b[^:]{0,40})`;
const SQUARE_NOTE = new RegExp(String.raw`^\[\s*${CALLED}\b`, 'i');
// Words in round brackets are mostly the government's to read: a note needs its colon there, or its end said.
const ROUND_NOTE = new RegExp(
  String.raw`^\(\s*${CALLED}\b(?:\s+(?:for|to)\s+posts?\b[^:.()]{0,30})?\s*[:\u2013\u2014]|^\(\s*begin\s+(?:note|comment)\b`,
  'i',
);
const NOTE_LABEL = new RegExp(
  String.raw`^${CALLED}\b(?:\s+(?:for|to)\s+posts?\b)?\s*[:.\u2013\u2014-]?\s*`,
  'i',
);
const NOTE_END = /[.\s]*\bend\s+(?:of\s+)?(?:notes?|comment|background)\b[.\s]*$/i;
const BARE_NOTE =
  /(?:^|(?<=[.;:!?]\s))(?:begin\s+)?(note|comment)(?:\s+(?:for|to)\s+posts?)?\s*:[^[\]]{3,2000}?\bend\s+(?:of\s+)?\1\b[.\s]*/gi;

/**
 * Parts a wording from its notes for the post: every bracket, square or round, that calls itself a note or a comment, any
 * square one at the very end, and a note without brackets from its name to its end. Source: 09STATE88558 paragraph 2.
 */
export function partNotes(wording: string): PartedNotes {
  const brackets = bracketsIn(wording).filter((bracket) => isNote(wording, bracket));
  const bare = [...wording.matchAll(BARE_NOTE)].map(({ index, 0: found }) => ({
    from: index,
    until: index + found.length,
  }));
  const apart = outside(bare, brackets);
  const stretches = [...brackets, ...apart].sort((left, right) => left.from - right.from);
  const notes = stretches.map(({ from, until }) => noteText(wording.slice(from, until)));
  return { text: plain(without(wording, stretches)), notes: notes.filter((note) => note !== '') };
}

/** Those of some stretches that begin within none of others; both stand in the order of the text. */
function outside(stretches: Stretch[], others: Stretch[]): Stretch[] {
  let next = 0;
  return stretches.filter(({ from }) => {
    while ((others[next]?.until ?? Infinity) <= from) next += 1;
    return from < (others[next]?.from ?? Infinity);
  });
}

/** Outermost square brackets, and round ones that open a note; one that is never closed reaches to the end. */
function bracketsIn(wording: string): Stretch[] {
  const brackets: Stretch[] = [];
  let place = 0;
  while (place < wording.length) {
    const isBracket = wording[place] === '[' || (wording[place] === '(' && opensNote(wording, place));
    const until = isBracket ? closingPlace(wording, place) : place + 1;
    if (isBracket) brackets.push({ from: place, until });
    place = until;
  }
  return brackets;
}

// The place behind the bracket that closes this one, its own kind counted alone.
function closingPlace(wording: string, from: number): number {
  const opening = wording[from] ?? '';
  let depth = 0;
  for (let place = from; place < wording.length; place += 1) {
    if (wording[place] === opening) depth += 1;
    if (wording[place] === CLOSING[opening]) depth -= 1;
    if (depth === 0) return place + 1;
  }
  return wording.length;
}

const LONGEST_OPENING = 100;

function opensNote(wording: string, from: number): boolean {
  const opening = wording.slice(from, from + LONGEST_OPENING);
  return SQUARE_NOTE.test(opening) || ROUND_NOTE.test(opening);
}

function isNote(wording: string, bracket: Stretch): boolean {
  if (opensNote(wording, bracket.from)) return true;
  return bracket.from > 0 && /^[\s.;,]*$/.test(wording.slice(bracket.until));
}

function without(wording: string, stretches: Stretch[]): string {
  const kept = stretches.map(({ from }, index) => wording.slice(stretches[index - 1]?.until ?? 0, from));
  return [...kept, wording.slice(stretches.at(-1)?.until ?? 0)].join(' ');
}

/** Closes the gap which a note leaves: single blanks, none before a stop, and no stop twice. */
function plain(text: string): string {
  const single = text.replace(/\s+/g, ' ').replace(/ ([.,;:])/g, '$1');
  return atEnd(single, (end) => end.replace(/([.;])[.;]+$/, '$1')).trim();
}

const LONGEST_END = 200;

// A pattern that must reach the end is tried there alone, not from every place of a long text.
function atEnd(text: string, change: (end: string) => string): string {
  return text.slice(0, -LONGEST_END) + change(text.slice(-LONGEST_END));
}

function noteText(printed: string): string {
  const opened = printed.trim().replace(/^[[(]\s*/, '');
  const inner = atEnd(opened, (end) => end.replace(/\s*[\])][.;,\s]*$/, '')).replace(NOTE_LABEL, '');
  return plain(atEnd(inner, (end) => end.replace(NOTE_END, '.')).replace(/^\.$/, ''));
}
