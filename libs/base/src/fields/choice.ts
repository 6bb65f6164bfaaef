import { z } from 'zod';

const MOST_CHOICES = 100;
const ASK = 'Choose one from the list.';

const isBlank = (given: unknown) => given === undefined || (typeof given === 'string' && given.trim() === '');

/** One word of a fixed list that must be chosen. */
export function choice<const W extends string>(words: readonly W[], ask: string) {
  return z.enum(words, { error: ask });
}

/** One word of a fixed list, or nothing at all where the choice was left open. */
export function choiceWhenGiven<const W extends string>(words: readonly W[], ask = ASK) {
  return z
    .preprocess((given) => (isBlank(given) ? undefined : given), choice(words, ask).optional())
    .optional();
}

/** One word of a fixed list, or the given word where the choice was left open. */
export function choiceOr<const W extends string>(words: readonly W[], otherwise: NoInfer<W>) {
  return z
    .preprocess((given) => (isBlank(given) ? otherwise : given), choice(words, ASK))
    .prefault(otherwise);
}

/** One word of a fixed list, or null where the choice was left open. */
export function choiceOrNull<const W extends string>(words: readonly W[], ask = ASK) {
  return z
    .preprocess((given) => (isBlank(given) ? null : given), choice(words, ask).nullable())
    .default(null);
}

// A form sends one ticked box as a text and none as nothing; twice the same choice is one choice.
const asList = (given: unknown): unknown[] => {
  const present = isBlank(given) ? [] : given;
  return Array.isArray(present) ? [...new Set<unknown>(present)] : [present];
};

/** Several choices of one kind, without repetition; a single one may come bare. */
export function several<C extends z.ZodType>(one: C) {
  return z.preprocess(asList, z.array(one).max(MOST_CHOICES, 'These are too many at once.')).prefault([]);
}

/** At least one choice of a kind; `ask` is shown when there is none. */
export function oneOrMore<C extends z.ZodType>(one: C, ask: string) {
  return z.preprocess(asList, z.array(one).min(1, ask).max(MOST_CHOICES, 'These are too many at once.'));
}

const TICKED = ['on', 'yes', 'true', '1'];

/** A box that was ticked, as a form or a machine says so; left out it is not. */
export function ticked() {
  const asFlag = (given: unknown) => {
    if (isBlank(given)) return false;
    return typeof given === 'string' && TICKED.includes(given) ? true : given;
  };
  return z
    .preprocess(asFlag, z.boolean('Tick the box, or leave it.'))
    .prefault(false)
    .meta({ type: 'boolean' });
}
