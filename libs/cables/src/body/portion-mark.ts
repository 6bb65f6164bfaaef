/** The source of a pattern for a portion mark without its brackets: (U), (SBU), (S/NF), (C//REL TO USA, GBR). */
export const MARK_PATTERN = String.raw`(?:U|SBU|C|S|TS|LOU|FOUO|CUI|R)(?:\s?[-/]{1,2}\s?[A-Z][A-Z, ]*)*`;

/** A portion mark in its one written form: upper case, no blanks around the strokes. */
export function tidyMark(mark: string | undefined): string | null {
  return mark === undefined
    ? null
    : mark
        .toUpperCase()
        .replace(/\s*([-/]+)\s*/g, '$1')
        .trim();
}

const LEADING_MARK = new RegExp(String.raw`^\((?:${MARK_PATTERN})\)\s+`);

/** A text without the portion mark in front of it. */
export function withoutMark(text: string): string {
  return text.replace(LEADING_MARK, '');
}
