/** The number a paragraph has by its place, and why the printed one is not taken (null where it is). */
interface DecidedNumber {
  number: number;
  note: string | null;
}

/**
 * Sets right the printed numbers of paragraphs. A lone misprint between right neighbours yields to its place,
 * and so does a paragraph sign read as a one (19 for 9); a gap or a repetition is kept as printed, and told.
 */
export function decideNumbers(printed: number[]): DecidedNumber[] {
  const decided: DecidedNumber[] = [];
  printed.forEach((number, index) => {
    const previous = decided.at(-1)?.number ?? 0;
    decided.push(decide({ number, expected: previous + 1, next: printed[index + 1] }));
  });
  return decided;
}

/** Whether a printed number is the expected one with its paragraph sign misread as a leading one. */
export function isSignReadAsOne(printed: number, expected: number): boolean {
  return printed === Number(`1${expected}`);
}

function decide(place: { number: number; expected: number; next: number | undefined }): DecidedNumber {
  const { number, expected, next } = place;
  if (number === expected) return { number, note: null };
  if (isSignReadAsOne(number, expected))
    return { number: expected, note: `Read as ${expected}: a sign was taken for a one.` };
  const isLoneMisprint = next !== undefined && (next === expected + 1 || isSignReadAsOne(next, expected + 1));
  if (isLoneMisprint) return { number: expected, note: `Read as ${expected} by its place.` };
  if (number < expected)
    return { number, note: 'This number stands twice or out of order; kept as printed.' };
  return { number, note: `Paragraph ${expected} is missing before it; kept as printed.` };
}
