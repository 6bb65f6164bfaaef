/** The marks a person may give a paragraph here: unclassified, and sensitive but unclassified. */
export const MARKINGS = ['U', 'SBU'] as const;
/** One of {@link MARKINGS}. */
export type Marking = (typeof MARKINGS)[number];

/** Every mark that may be met in a cable, least sensitive first. Source: 5 FAH-1 H-240 and 12 FAM 540, as of 2009. */
export const MARKING_LADDER: readonly string[] = ['U', 'SBU', 'SBU/N', 'C'];

/**
 * The highest mark among paragraphs, which is the one a whole text carries; null when none is marked. Throws RangeError
 * on a mark the ladder does not know, since an unknown mark must never count as a low one. No mark says that a text may be
 * handed over: that is an act of two people, and the paragraph meant for the host may well be the one marked SBU.
 */
export function highestMarking(
  marks: readonly (string | null)[],
  ladder: readonly string[] = MARKING_LADDER,
): string | null {
  const rungs = marks.filter((mark) => mark !== null).map((mark) => rungOf(mark, ladder));
  return rungs.length === 0 ? null : (ladder[Math.max(...rungs)] ?? null);
}

function rungOf(mark: string, ladder: readonly string[]): number {
  const rung = ladder.indexOf(mark);
  if (rung < 0) throw new RangeError(`unknown marking: ${mark}`);
  return rung;
}
