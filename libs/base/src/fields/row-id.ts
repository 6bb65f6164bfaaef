import { z } from 'zod';

/** Ids are UUIDs, or the trade's own keys such as `TJK` and `DUSHANBE`: letters, digits, hyphens, and not many of them. */
const SHAPE = /^[\w-]{1,64}$/;
const CHOOSE = 'Choose one from the list.';

/** The code by which `accept` knows an id that nothing can have. */
export const NO_SUCH_ROW = 'no-such-row';

const isBlank = (given: unknown) => typeof given === 'string' && given.trim() === '';

/** Another row's id; `ask` is shown when it is missing or no id at all. Whether there is such a row, the room knows. */
export function rowId(ask: string) {
  return z.string({ error: ask }).trim().regex(SHAPE, { error: ask });
}

/**
 * The id of what a request is about. One that cannot be an id is answered like one that nothing has: `accept` throws
 * NotFound for it.
 */
export function idOf(subject: string) {
  return z
    .string({ error: `Say which ${subject} this is about.` })
    .trim()
    .check(({ value, issues }) => {
      const params = { code: NO_SUCH_ROW, subject };
      if (!SHAPE.test(value))
        issues.push({ code: 'custom', message: `There is no such ${subject}.`, params, input: value });
    });
}

/** Another row's id, or null where the choice was left open. */
export function rowIdOrNull(ask = CHOOSE) {
  return z
    .preprocess((given) => (given === undefined || isBlank(given) ? null : given), rowId(ask).nullable())
    .default(null);
}

/** Another row's id in a filter; blank asks for all of them. */
export function filterId(ask = CHOOSE) {
  return z.preprocess((given) => (isBlank(given) ? undefined : given), rowId(ask).optional()).optional();
}
