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
  const apart = bare.filter(({ from }) => brackets.every((one) => from < one.from || from >= one.until));
  const stretches = [...brackets, ...apart].sort((left, right) => left.from - right.from);
  const notes = stretches.map(({ from, until }) => noteText(wording.slice(from, until)));
  return { text: plain(without(wording, stretches)), notes: notes.filter((note) => note !== '') };
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
  return stretches.reduceRight(
    (rest, { from, until }) => `${rest.slice(0, from)} ${rest.slice(until)}`,
    wording,
  );
}

/** Closes the gap which a note leaves: single blanks, none before a stop, and no stop twice. */
function plain(text: string): string {
  return text
    .replace(/\s+/g, ' ')
    .replace(/ ([.,;:])/g, '$1')
    .replace(/([.;])[.;]+$/, '$1')
    .trim();
}

function noteText(printed: string): string {
  const inner = printed
    .trim()
    .replace(/^[[(]\s*/, '')
    .replace(/\s*[\])][.;,\s]*$/, '');
  return plain(inner.replace(NOTE_LABEL, '').replace(NOTE_END, '.').replace(/^\.$/, ''));
}
