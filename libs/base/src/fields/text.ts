import { spillScan } from '@demarche/rules';
import { z } from 'zod';
import { sha256 } from '../secrets';
import { cleanText, foolingIn, type OddCharacter, refusedIn, removalOf } from './characters';

const count = (most: number) => most.toLocaleString('en-US');
const isBlank = (given: unknown) => typeof given === 'string' && given.trim() === '';
const undefinedWhenBlank = (given: unknown) => (isBlank(given) ? undefined : given);
const nullWhenBlank = (given: unknown) => (given === undefined || isBlank(given) ? null : given);

/**
 * A text that must say something, written over as many lines as one likes and kept as one paragraph, since that is what
 * every paper makes of it. `ask` is shown when it is missing.
 */
export function text(ask: string, longest: number) {
  return sound(ask, refusedIn)
    .overwrite((given) => cleanText(given).replace(/\s+/g, ' ').trim())
    .min(1, ask)
    .max(longest, { error: ({ input }) => tooLong(input, longest) });
}

/** A text that may be left out; blank is kept as null, never as an empty text. */
export function optionalText(longest: number) {
  return z.preprocess(nullWhenBlank, text('Write this as text.', longest).nullable()).default(null);
}

/** The longest name or title, unless a field says otherwise. */
const LONGEST_LINE = 200;

/** A name, a title or another text of one line. A line break in it becomes a blank. */
export function line(ask: string, longest = LONGEST_LINE) {
  return text(ask, longest);
}

/** What somebody looks for in a list: blank looks for nothing. */
export function searchedText(longest: number) {
  return z.preprocess(undefinedWhenBlank, text('Write what you look for.', longest).optional()).optional();
}

/** A text that came from elsewhere as a whole and is kept byte for byte; only what fools a reader is refused. */
export function document(ask: string, longest: number) {
  return sound(ask, foolingIn)
    .max(longest, { error: ({ input }) => tooLong(input, longest) })
    .refine((given) => given.trim() !== '', ask);
}

/** A cell of a table that is read line by line: taken as it came, so that one odd cell refuses its line and not the table. */
export function cell(ask: string) {
  return sound(ask, () => []);
}

// The first look at any text that a person sends: nothing may be done with it before, not even to show it again.
function sound(ask: string, oddIn: (given: string) => OddCharacter[]) {
  return z.string({ error: ask }).check(({ value, issues }) => {
    const spill = spillScan(value);
    if (spill) issues.push({ ...custom('spill', SPILT), params: spilt(value, spill.code), input: '' });
    const odd = spill ? [] : oddIn(value);
    if (odd.length > 0) issues.push({ ...custom('control-character', removalOf(odd)), input: '' });
  });
}

const SPILT = 'This text carries a mark of classification, so nothing of it was kept.';

function spilt(given: string, rule: string) {
  return { code: 'spill', rule, hash: sha256(given) };
}

function custom(code: string, message: string) {
  return { code: 'custom' as const, message, params: { code } };
}

function tooLong(input: unknown, longest: number): string {
  const over = typeof input === 'string' ? input.length - longest : 0;
  return `Use at most ${count(longest)} characters: this has ${count(over)} too many.`;
}
