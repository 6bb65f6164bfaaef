import { Invalid } from '@demarche/base';
import type { ZxcvbnFactory } from '@zxcvbn-ts/core';

/** Longer texts cost time and tell no more about how easily they are guessed. */
const LOOKED_AT = 128;
/** The estimator's best grade: more than ten thousand million guesses. */
const ENOUGH = 4;
/** Words that anybody would try first on this site. */
const SITE_WORDS = [
  'demarche',
  'embassy',
  'ambassador',
  'consulate',
  'trafficking',
  'watchlist',
  'department',
];
const SHORTEST_WORD = 3;
const COMMON =
  'Too many people use this password, or one like it. Choose a few plain words that have nothing to do with each other.';
const REPEATED =
  'This password repeats itself. Choose a few plain words that have nothing to do with each other.';
const PERSONAL =
  'This password holds little more than names that belong to you or to this site. Choose a few other plain words.';

let estimator: Promise<ZxcvbnFactory> | null = null;

/** Loaded with the first new password: most processes never see one, and the word lists take fifteen megabytes. */
async function loaded(): Promise<ZxcvbnFactory> {
  const { ZxcvbnFactory: Factory } = await import('@zxcvbn-ts/core');
  const { adjacencyGraphs, dictionary } = await import('@zxcvbn-ts/language-common');
  return new Factory({ dictionary, graphs: adjacencyGraphs });
}

/**
 * Throws Invalid for a password that is on the list of common ones, repeats itself, or is made of words that are near
 * at hand: those of the site, and the ones handed over (the person's own name and posts, countries).
 */
export async function mustBeHardToGuess(password: string, ownWords: string[]): Promise<void> {
  estimator ??= loaded();
  const words = [...new Set([...SITE_WORDS, ...ownWords.flatMap(wordsOf)])];
  const { score, sequence } = (await estimator).check(password.slice(0, LOOKED_AT), words);
  if (score >= ENOUGH) return;
  const patterns = sequence.map(({ pattern }) => pattern);
  const isPersonal = sequence.some((match) => words.includes(match.token.toLowerCase()));
  const message = patterns.includes('repeat') ? REPEATED : isPersonal ? PERSONAL : COMMON;
  throw Invalid.because('password', 'too-common', message);
}

function wordsOf(text: string): string[] {
  return text
    .toLowerCase()
    .split(/[^\p{L}\p{M}]+/u)
    .filter((word) => word.length >= SHORTEST_WORD);
}
