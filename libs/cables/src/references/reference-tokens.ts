type TokenKind = 'word' | 'number' | 'mark';

interface ReferenceToken {
  kind: TokenKind;
  text: string;
  start: number;
  end: number;
  glued: boolean;
}

/** The words, runs of digits and single marks of an upper-case REF text, asked by place; a place outside answers with nothing. */
export class ReferenceTokens {
  private readonly tokens: ReferenceToken[] = [];

  constructor(upper: string) {
    for (const match of upper.matchAll(/\d+|\p{L}+(?:'\p{L}+)*|[^\s\p{L}\d]/gu)) {
      const [text] = match;
      const glued = this.tokens.at(-1)?.end === match.index;
      this.tokens.push({
        kind: kindOf(text),
        text,
        start: match.index,
        end: match.index + text.length,
        glued,
      });
    }
  }

  get length(): number {
    return this.tokens.length;
  }

  /** The token's text, empty outside the line. */
  text(place: number): string {
    return this.tokens[place]?.text ?? '';
  }

  /** The word at a place, empty where a number or a mark stands. */
  word(place: number): string {
    return this.tokens[place]?.kind === 'word' ? this.text(place) : '';
  }

  /** The digits at a place, empty where a word or a mark stands. */
  digits(place: number): string {
    return this.tokens[place]?.kind === 'number' ? this.text(place) : '';
  }

  /** Whether no blank stands between this token and the one before it. */
  isGlued(place: number): boolean {
    return this.tokens[place]?.glued ?? false;
  }

  /** Whether this very mark follows the token before it without a blank. */
  isGluedMark(place: number, mark: string): boolean {
    return this.text(place) === mark && this.isGlued(place);
  }

  startOf(place: number): number {
    return this.tokens[place]?.start ?? 0;
  }

  endOf(place: number): number {
    return this.tokens[place]?.end ?? 0;
  }
}

function kindOf(text: string): TokenKind {
  if (/^\d/.test(text)) return 'number';
  return /^\p{L}/u.test(text) ? 'word' : 'mark';
}
