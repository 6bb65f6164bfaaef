/**
 * How many single-letter slips (a letter dropped, added, replaced, or two neighbours swapped) lie between two words.
 * Why swaps count once: they are the commonest slip of a typist (CARIO for CAIRO).
 */
export function editDistance(left: string, right: string): number {
  let older: number[] = [];
  let previous = Array.from({ length: right.length + 1 }, (_, column) => column);
  for (let row = 1; row <= left.length; row += 1) {
    const current = [row];
    for (let column = 1; column <= right.length; column += 1) {
      const same = left[row - 1] === right[column - 1] ? 0 : 1;
      current[column] = Math.min(
        at(previous, column) + 1,
        at(current, column - 1) + 1,
        at(previous, column - 1) + same,
        isSwap({ left, right, row, column }) ? at(older, column - 2) + 1 : Infinity,
      );
    }
    older = previous;
    previous = current;
  }
  return at(previous, right.length);
}

function at(row: number[], column: number): number {
  return row[column] ?? Infinity;
}

function isSwap(place: { left: string; right: string; row: number; column: number }): boolean {
  const { left, right, row, column } = place;
  if (row < 2 || column < 2) return false;
  return left[row - 1] === right[column - 2] && left[row - 2] === right[column - 1];
}
