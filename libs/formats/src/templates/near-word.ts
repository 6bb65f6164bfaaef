/** Edit distance between two words, case ignored; small words only, so the plain table is fast enough. */
function distance(from: string, to: string): number {
  let row = Array.from({ length: to.length + 1 }, (_, index) => index);
  for (let i = 1; i <= from.length; i += 1) {
    const next = [i];
    for (let j = 1; j <= to.length; j += 1) {
      const swap = (row[j - 1] ?? 0) + (from[i - 1] === to[j - 1] ? 0 : 1);
      next.push(Math.min(swap, (row[j] ?? 0) + 1, (next[j - 1] ?? 0) + 1));
    }
    row = next;
  }
  return row[to.length] ?? 0;
}

const LONGEST_WORD = 60;

/** The candidate a mistyped word was probably meant to be, or null when none is near enough to be worth a hint. */
export function nearestWord(word: string, candidates: Iterable<string>): string | null {
  if (word.length > LONGEST_WORD) return null;
  const reach = Math.max(1, Math.floor(word.length / 3));
  let best: { word: string; far: number } | null = null;
  for (const candidate of candidates) {
    const far = distance(word.toLowerCase(), candidate.toLowerCase());
    if (far <= reach && (best === null || far < best.far)) best = { word: candidate, far };
  }
  return best?.word ?? null;
}
