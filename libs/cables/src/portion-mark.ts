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
