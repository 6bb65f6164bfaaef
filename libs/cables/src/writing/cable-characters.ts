/** Thrown for a character that no cable can carry; `position` counts from 0 in the text, line and column from 1. */
export class UnwritableCharacter extends Error {
  readonly character: string;
  readonly position: number;
  readonly line: number;
  readonly column: number;

  constructor(text: string, position: number) {
    const character = String.fromCodePoint(text.codePointAt(position) ?? 0);
    const before = text.slice(0, position).split('\n');
    const line = before.length;
    const column = (before.at(-1) ?? '').length + 1;
    const code = character.codePointAt(0)?.toString(16).toUpperCase().padStart(4, '0') ?? '';
    super(`A cable cannot carry "${character}" (U+${code}), at line ${line}, column ${column}.`);
    this.name = 'UnwritableCharacter';
    this.character = character;
    this.position = position;
    this.line = line;
    this.column = column;
  }
}

// What Unicode's own decomposition does not turn into plain letters and signs.
const TABLE = new Map<string, string>(
  Object.entries({
    '\u2018\u2019\u201a\u201b\u2032\u02bc\u02bb\u2039\u203a\u00b4\u02b9': "'",
    '\u201c\u201d\u201e\u201f\u2033\u00ab\u00bb': '"',
    '\u2010\u2011\u2012\u2013\u2212\u00ad\u2043\u00b7': '-',
    '\u2014\u2015\u2022\u25aa\u25cf\u2023': '--',
    '\u2026': '...',
    '\u00a0\u2000\u2001\u2002\u2003\u2004\u2005\u2006\u2007\u2008\u2009\u200a\u202f\u205f\u3000\t': ' ',
    '\u200b\u200c\u200d\u2060\ufeff\u200e\u200f\r': '',
    '\u2028\u2029\f\v': '\n',
    '\u00c6\u01e2': 'AE',
    '\u00e6\u01e3': 'ae',
    '\u0152': 'OE',
    '\u0153': 'oe',
    '\u00d8': 'O',
    '\u00f8': 'o',
    '\u0141': 'L',
    '\u0142': 'l',
    '\u00d0\u0110\u0189': 'D',
    '\u00f0\u0111': 'd',
    '\u00de': 'Th',
    '\u00fe': 'th',
    '\u00df': 'ss',
    '\u1e9e': 'SS',
    '\u0131': 'i',
    '\u0126': 'H',
    '\u0127': 'h',
    '\u0166': 'T',
    '\u0167': 't',
    '\u014a': 'N',
    '\u014b': 'n',
    '\u018f': 'E',
    '\u0259': 'e',
    '\u0138': 'k',
    '\u00b6': 'para ',
    '\u00a7': 'section ',
    '\u00a3': 'GBP ',
    '\u20ac': 'EUR ',
    '\u00a5': 'JPY ',
    '\u00a2': ' cents',
    '\u00b0': ' degrees',
    '\u00a9': '(c)',
    '\u00ae': '(r)',
    '\u00d7': 'x',
    '\u00f7\u2044\u2215': '/',
    '\u00b1': '+/-',
    '\u2264': '<=',
    '\u2265': '>=',
    '\u2260': '!=',
    '\u00a1\u00bf': '',
    '\u2190\u2192': '--',
    '\u2020': '*',
  }).flatMap(([characters, written]) => [...characters].map((one): [string, string] => [one, written])),
);

/**
 * A text in the characters of a cable: printable ASCII and line ends. Quotes, dashes, ligatures and accented Latin letters
 * are written plainly. Throws UnwritableCharacter for anything else, because a guess at a name is worse than a stop.
 */
export function toCableCharacters(text: string): string {
  let written = '';
  for (let position = 0; position < text.length;) {
    const character = String.fromCodePoint(text.codePointAt(position) ?? 0);
    const plain = plainly(character);
    if (plain === null) throw new UnwritableCharacter(text, position);
    written += plain;
    position += character.length;
  }
  return written.replace(/(para|section|EUR|GBP|JPY) {2,}/g, '$1 ');
}

function plainly(character: string): string | null {
  if (/^[\n\x20-\x7e]$/.test(character)) return character;
  const listed = TABLE.get(character);
  if (listed !== undefined) return listed;
  const parts = [...character.normalize('NFKD').replace(/[\u0300-\u036f]/g, '')];
  if (parts.length === 1 && parts[0] === character) return null;
  const plain = parts.map((part) => (/^[\x20-\x7e]$/.test(part) ? part : TABLE.get(part)));
  return plain.every((part) => part !== undefined) ? plain.join('') : null;
}
