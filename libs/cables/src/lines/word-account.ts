/** Words of a source that stand in no field and in no oddity, in a row, with the line where they begin. */
interface LeftWords {
  at: number;
  words: string;
}

const WORD = /[\p{L}\p{N}]+/gu;

/** The words of a text as they are counted: letters and digits, in small letters, whatever stands between them. */
function countedWords(text: string): string[] {
  return (text.match(WORD) ?? []).map((word) => word.toLowerCase());
}

/**
 * Holds the words of some lines against those that landed: what the lines have more of is left. Where a word landed once and
 * stands twice, the line with the most words left is taken to be the one that was lost.
 */
export function wordsLeft(lines: { at: number; text: string }[], landed: string[]): LeftWords[] {
  const counts = new Map<string, number>();
  for (const { text } of lines) add(counts, countedWords(text), 1);
  for (const text of landed) add(counts, countedWords(text), -1);
  if (![...counts.values()].some((count) => count > 0)) return [];
  const byShare = lines
    .map((line) => ({ line, share: shareLeft(line.text, counts) }))
    .filter(({ share }) => share > 0)
    .sort((left, right) => right.share - left.share);
  const left = byShare.map(({ line }) => ({ at: line.at, words: takeLeft(line.text, counts) }));
  return left.filter(({ words }) => words !== '').sort((one, other) => one.at - other.at);
}

function add(counts: Map<string, number>, words: string[], step: number): void {
  for (const word of words) counts.set(word, (counts.get(word) ?? 0) + step);
}

function shareLeft(text: string, counts: Map<string, number>): number {
  const words = countedWords(text);
  return words.filter((word) => (counts.get(word) ?? 0) > 0).length / Math.max(words.length, 1);
}

function takeLeft(text: string, counts: Map<string, number>): string {
  const taken = [...text.matchAll(WORD)].filter(([word]) => {
    const count = counts.get(word.toLowerCase()) ?? 0;
    if (count > 0) counts.set(word.toLowerCase(), count - 1);
    return count > 0;
  });
  return taken.map(([word]) => word).join(' ');
}
