/** A character that is not taken, by its name and where it stands; places count from 1. */
export interface OddCharacter {
  place: number;
  name: string;
}

const NAMES: Record<number, string> = {
  0x00: 'null',
  0x07: 'bell',
  0x08: 'backspace',
  0x1b: 'escape',
  0x1e: 'Word’s non-breaking hyphen',
  0x1f: 'Word’s optional hyphen',
  0x7f: 'delete',
  0x202a: 'left-to-right embedding',
  0x202b: 'right-to-left embedding',
  0x202c: 'pop directional formatting',
  0x202d: 'left-to-right override',
  0x202e: 'right-to-left override',
  0x2066: 'left-to-right isolate',
  0x2067: 'right-to-left isolate',
  0x2068: 'first strong isolate',
  0x2069: 'pop directional isolate',
  0xfffc: 'object replacement character, where a picture stood',
  0xfffd: 'replacement character, where a letter was lost',
};

// What may steer a screen, turn the reading direction, or be drawn as a box; line breaks and tabs are no part of it.
const REFUSED =
  /(?![\t\n\v\f\r\u0085])[\p{Cc}\p{Cs}\p{Co}\u202A-\u202E\u2066-\u2069\uFFF9-\uFFFD\p{Noncharacter_Code_Point}]/u;
const TURNING = /[\u202A-\u202E\u2066-\u2069]/u;
const HALF = /\p{Cs}/u;
const NULL = '\u0000';
const ESCAPE = '\u001B';

// Invisible in every text and needed in none: break marks, joiners of words, direction marks, tags. The joiners of letters
// (U+200C and U+200D) stay, since Persian, Arabic and Indic scripts are written with them.
const DROPPED = /[\u00AD\u061C\u180E\u200B\u200E\u200F\u2060-\u2065\u206A-\u206F\uFEFF\u{E0000}-\u{E007F}]/gu;
const LINE_ENDS = /\r\n?|[\v\f\u0085\u2028\u2029]/g;
// Where Word and PowerPoint keep the bullets of their symbol fonts.
const BULLETS =
  /[\uF02D\uF06C\uF06E\uF06F\uF071\uF075-\uF077\uF09E\uF09F\uF0A1\uF0A7\uF0A8\uF0B2\uF0B7\uF0D8\uF0DE\uF0E0\uF0E8\uF0FC]/g;

/**
 * A text as it is kept: line ends of every system (Word's and PowerPoint's too) as one kind, invisible marks dropped, the
 * bullets of symbol fonts as real ones.
 */
export function cleanText(given: string): string {
  return given.replace(LINE_ENDS, '\n').replace(DROPPED, '').replace(BULLETS, '•');
}

/** What is refused in a text that people write: control and reversing marks, and characters that print as a box. */
export function refusedIn(given: string): OddCharacter[] {
  return oddIn(given.replace(BULLETS, '•'), (character) => REFUSED.test(character));
}

/** What is refused even in a text kept byte for byte: odd bytes are the reader's to mend, but these fool a reader. */
export function foolingIn(given: string): OddCharacter[] {
  return oddIn(given, (one) => one === ESCAPE || TURNING.test(one) || isUnstorable(one));
}

/** What no database takes as text, whatever the field: the NUL character, and halves of a character. */
export function unstorableIn(given: string): OddCharacter[] {
  if (!given.includes(NULL) && !HALF.test(given)) return [];
  return oddIn(given, isUnstorable);
}

const isUnstorable = (character: string) => character === NULL || HALF.test(character);

const SHOWN = 3;

/** Says which characters to take out and where they stand, three of them at most. */
export function removalOf(odd: readonly OddCharacter[]): string {
  const told = odd.slice(0, SHOWN).map(({ place, name }) => `character ${place}, ${name}`);
  const more = odd.length > SHOWN ? `; and ${odd.length - SHOWN} more` : '';
  return `Remove what cannot be kept: ${told.join('; ')}${more}.`;
}

function oddIn(given: string, isOdd: (character: string) => boolean): OddCharacter[] {
  return [...given].flatMap((character, before) =>
    isOdd(character) ? [{ place: before + 1, name: nameOf(character.codePointAt(0) ?? 0) }] : [],
  );
}

function nameOf(code: number): string {
  const number = `U+${code.toString(16).toUpperCase().padStart(4, '0')}`;
  return `${NAMES[code] ?? kindOf(code)} (${number})`;
}

function kindOf(code: number): string {
  const text = String.fromCodePoint(code);
  if (/\p{Cs}/u.test(text)) return 'half of a character';
  if (/\p{Co}/u.test(text)) return 'character of a symbol font';
  return /\p{Cc}/u.test(text) ? 'control character' : 'character without a sign';
}
