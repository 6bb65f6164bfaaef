import { isCalendarDate } from '@demarche/rules';
import { z } from 'zod';

const LONGEST_ID = 64;
const MOST_CHOICES = 100;
const LARGEST_COUNT = 10_000_000;

// Whatever steers a terminal or turns the reading direction could fool a reader; some of it no database takes.
const STEERING = /(?![\t\n\r])[\p{Cc}\p{Cs}\u202A-\u202E\u2066-\u2069]/u;

const isBlankText = (given: unknown) => typeof given === 'string' && given.trim() === '';
const absentWhenBlank = (given: unknown) => (isBlankText(given) ? undefined : given);
const nullWhenBlank = (given: unknown) => (given === undefined || isBlankText(given) ? null : given);

/** A text that must say something; `ask` is shown when it does not. Line breaks become blanks. */
export function saidText(ask: string, longest: number) {
  return z
    .string({ error: ask })
    .refine((given) => !STEERING.test(given), 'Remove the hidden control characters; plain text only.')
    .overwrite((given) => given.replace(/\s+/g, ' ').trim())
    .min(1, ask)
    .max(longest, `Keep this under ${longest.toLocaleString('en-US')} characters.`);
}

/** A text that may be left out; blank is kept as null, never as an empty text. */
export function optionalText(longest: number) {
  return z.preprocess(nullWhenBlank, saidText('Write this as text.', longest).nullable()).default(null);
}

/** Another row's id; `ask` is shown when it is missing. */
export function idOf(ask: string) {
  return saidText(ask, LONGEST_ID);
}

/** Another row's id, or null where the choice was left open. */
export function optionalId() {
  return z.preprocess(nullWhenBlank, idOf('Choose one from the list.').nullable()).default(null);
}

/** A day as `YYYY-MM-DD` that exists in the calendar. */
export function day(ask: string) {
  return z
    .string({ error: ask })
    .trim()
    .refine(isCalendarDate, { error: `${ask} Write it as year-month-day, for example 2009-10-12.` })
    .meta({ format: 'date' });
}

/** One word of a fixed list that must be chosen. */
export function choice<const W extends readonly [string, ...string[]]>(words: W, ask: string) {
  return z.enum(words, { error: ask });
}

/** One word of a fixed list, or the given word where the choice was left open. */
export function choiceOr<const W extends readonly [string, ...string[]]>(words: W, otherwise: W[number]) {
  const chosen = z.enum(words, { error: 'Choose one from the list.' });
  return z.preprocess((given) => absentWhenBlank(given) ?? otherwise, chosen).prefault(otherwise);
}

/** One word of a fixed list, or null where the choice was left open. */
export function choiceOrNull<const W extends readonly [string, ...string[]]>(words: W) {
  return z
    .preprocess(nullWhenBlank, z.enum(words, { error: 'Choose one from the list.' }).nullable())
    .default(null);
}

// A form sends one ticked box as a text and none as nothing; twice the same choice is one choice.
const asList = (given: unknown) => {
  const present = absentWhenBlank(given) ?? [];
  return Array.isArray(present) ? [...new Set(present)] : [present];
};

/** Several choices of one kind, without repetition; a single one may come bare. */
export function several<C extends z.ZodType>(one: C) {
  return z.preprocess(asList, z.array(one).max(MOST_CHOICES, 'These are too many at once.')).prefault([]);
}

/** At least one choice of a kind; `ask` is shown when there is none. */
export function oneOrMore<C extends z.ZodType>(one: C, ask: string) {
  return z.preprocess(asList, z.array(one).min(1, ask).max(MOST_CHOICES, 'These are too many at once.'));
}

const asNumber = (given: unknown) =>
  typeof given === 'string' && /^[+-]?\d+(\.\d+)?$/.test(given.trim()) ? Number(given) : given;

/** A count that somebody stated: a whole number from 0 up. A blank is refused, since no answer is not the answer zero. */
export function statedCount() {
  const ask = 'Write the number as it was given. If none was given, do not log a figure: blank is not zero.';
  const whole = 'A figure is a whole number, 0 or more.';
  return z.preprocess(
    asNumber,
    z.number({ error: ask }).int(whole).min(0, whole).max(LARGEST_COUNT, 'This figure is too large.'),
  );
}

/** The version that a person saw; its absence is for the store to refuse. */
export function seenVersion() {
  const told = z.number({ error: 'The version is a whole number.' }).int('The version is a whole number.');
  return z.preprocess((given) => asNumber(absentWhenBlank(given)), told.optional());
}
