/** A wording parted in two: what the government reads, and what is for the post only. */
export interface PartedWording {
  text: string;
  note: string | null;
  /** Whether brackets remain in the text, which a person should look at. */
  hasBrackets: boolean;
}

interface Bracket {
  from: number;
  until: number;
}

const NOTE_OPENING = /^\[\s*(?:begin\s+)?note\b/i;
const NOTE_LABEL = /^(?:begin\s+)?note\b(?:\s+(?:for|to)\s+posts?\b)?\s*[:.–—-]?\s*/i;
const NOTE_END = /[.\s]*\bend\s+(?:of\s+)?note\b[.\s]*$/i;

/**
 * Parts a wording from its bracketed notes: every bracket that calls itself a note, and any bracket at the very end, is
 * for the post only. A note given apart comes first. Source: 09STATE88558 paragraph 2.
 */
export function partWording(wording: string, note: string | null = null): PartedWording {
  const brackets = bracketsIn(wording);
  const notes = brackets.filter((bracket) => isNote(wording, bracket));
  const text = plain(without(wording, notes));
  const found = notes.map((bracket) => noteText(wording.slice(bracket.from, bracket.until)));
  const all = [note, ...found].filter((part): part is string => part !== null && part !== '');
  return { text, note: all.length > 0 ? all.join(' ') : null, hasBrackets: /[[\]]/.test(text) };
}

/** Outermost brackets from left to right; one that is never closed reaches to the end. */
function bracketsIn(wording: string): Bracket[] {
  const brackets: Bracket[] = [];
  let depth = 0;
  for (let place = 0; place < wording.length; place += 1) {
    if (wording[place] === '[') {
      if (depth === 0) brackets.push({ from: place, until: wording.length });
      depth += 1;
    }
    if (wording[place] === ']' && depth > 0) {
      depth -= 1;
      const last = brackets.at(-1);
      if (depth === 0 && last) last.until = place + 1;
    }
  }
  return brackets;
}

function isNote(wording: string, bracket: Bracket): boolean {
  if (NOTE_OPENING.test(wording.slice(bracket.from))) return true;
  return bracket.from > 0 && /^[\s.;,]*$/.test(wording.slice(bracket.until));
}

function without(wording: string, brackets: Bracket[]): string {
  return brackets.reduceRight(
    (rest, bracket) => `${rest.slice(0, bracket.from)} ${rest.slice(bracket.until)}`,
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

function noteText(bracket: string): string {
  const inner = bracket.replace(/^\[\s*/, '').replace(/\s*\]$/, '');
  return plain(inner.replace(NOTE_LABEL, '').replace(NOTE_END, '.').replace(/^\.$/, ''));
}
