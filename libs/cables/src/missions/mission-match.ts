import { editDistance } from './edit-distance';
import { MISSION_NAMES, squeeze } from './mission-names';
import { isPlainWord } from './plain-words';

// Headers of single sections cut the mission's name after ten characters, blanks counted.
const HEADER_WIDTH = 10;

// Letters which scanners and typists take for one another; a short name may differ by no other pair.
const LOOKALIKES = ['OQD', 'ILJT', 'UVWY', 'MN', 'CGEK', 'SZ', 'BPR', 'AEIOU'];

function buildExactNames(): Map<string, string> {
  const names = new Map<string, string>();
  for (const mission of MISSION_NAMES) names.set(mission.token, mission.token);
  for (const mission of MISSION_NAMES) {
    for (const other of mission.also) addOnce(names, squeeze(other), mission.token);
  }
  for (const mission of MISSION_NAMES) {
    if (mission.name.length > HEADER_WIDTH) {
      addOnce(names, squeeze(mission.name.slice(0, HEADER_WIDTH)), mission.token);
    }
  }
  return names;
}

function addOnce(names: Map<string, string>, key: string, token: string): void {
  if (!names.has(key)) names.set(key, token);
}

const EXACT_NAMES = buildExactNames();

interface LongName {
  name: string;
  token: string;
  counts: number[];
}

const LETTERS = [...'ABCDEFGHIJKLMNOPQRSTUVWXYZ'];
const SHORTEST_LONG = 5;
// Names by their length, and the letters in each: most words are far from most names, which a look at their letters shows.
const LONG_NAMES = new Map<number, LongName[]>();
for (const [name, token] of EXACT_NAMES) {
  if (name.length < SHORTEST_LONG) continue;
  const alike = LONG_NAMES.get(name.length) ?? [];
  LONG_NAMES.set(name.length, [...alike, { name, token, counts: letterCounts(name) }]);
}

function letterCounts(word: string): number[] {
  const counts = LETTERS.map(() => 0);
  for (const letter of word) counts[letter.charCodeAt(0) - 65] = (counts[letter.charCodeAt(0) - 65] ?? 0) + 1;
  return counts;
}

/** The cable token of a mission named exactly, in short form, or cut as in section headers; null for any other words. */
export function missionNamed(words: string): string | null {
  return EXACT_NAMES.get(squeeze(words)) ?? null;
}

const SLIPS_AT_MOST = 2;
// Long texts repeat their slips; what was sought once is remembered, for as many words as a long list has.
const REMEMBERED = 4_000;
const remembered = new Map<string, string | null>();

/**
 * The token of the one mission which these words misspell by a slip or two; null when none or several are near,
 * when the name is too short to tell, or when the words are a country, a month or another plain word.
 */
export function missionNear(words: string): string | null {
  const written = squeeze(words);
  if (written.length < 4 || isPlainWord(written)) return null;
  const known = remembered.get(written);
  if (known !== undefined) return known;
  const token = soughtNear(written);
  if (remembered.size >= REMEMBERED) remembered.clear();
  remembered.set(written, token);
  return token;
}

function soughtNear(written: string): string | null {
  const near = namesLike(written)
    .map(({ name, token }) => ({ name, token, slips: editDistance(written, name) }))
    .filter((candidate) => candidate.slips <= allowedSlips(candidate.name));
  const fewest = Math.min(...near.map((candidate) => candidate.slips));
  const tokens = new Set(near.filter((one) => one.slips === fewest).map((one) => one.token));
  const [token] = tokens;
  return tokens.size === 1 && token !== undefined ? token : null;
}

function namesLike(written: string): LongName[] {
  const counts = letterCounts(written);
  const lengths = [-2, -1, 0, 1, 2].map((step) => written.length + step);
  const names = lengths.flatMap((length) => LONG_NAMES.get(length) ?? []);
  return names.filter((one) => differ(counts, one.counts) <= SLIPS_AT_MOST && isCredible(written, one.name));
}

// How many letters one word has more than the other: never more than the slips between them.
function differ(left: number[], right: number[]): number {
  let more = 0;
  let fewer = 0;
  for (let at = 0; at < LETTERS.length; at += 1) {
    const step = (left[at] ?? 0) - (right[at] ?? 0);
    if (step > 0) more += step;
    else fewer -= step;
  }
  return Math.max(more, fewer);
}

function allowedSlips(name: string): number {
  return name.length >= 9 ? 2 : 1;
}

function isCredible(written: string, name: string): boolean {
  if (!isLookalike(written[0] ?? '', name[0] ?? '')) return false;
  return name.length > 5 || written.length !== name.length || differsByLookalike(written, name);
}

function differsByLookalike(written: string, name: string): boolean {
  const differing = [...written].map((letter, index) => [letter, name[index] ?? ''] as const);
  const wrong = differing.filter(([left, right]) => left !== right);
  return wrong.length === 2 || wrong.every(([left, right]) => isLookalike(left, right));
}

function isLookalike(left: string, right: string): boolean {
  return left === right || LOOKALIKES.some((group) => group.includes(left) && group.includes(right));
}
