import { z } from 'zod';

/** Far above any real count of wordings, and far below what a column of 32 bits can hold. */
const LAST = 1_000_000;
const WHOLE = 'The version is a whole number.';
const UNKNOWN = 'There is no such version.';

/** The version that a person saw, counted from 1 (or from `first`); its absence is for the store to refuse. */
export function seenVersion(first = 1) {
  const told = z
    .number({ error: WHOLE })
    .int({ error: WHOLE, abort: true })
    .min(first, UNKNOWN)
    .max(LAST, UNKNOWN);
  return z.preprocess(asVersion, told.optional()).meta({ type: 'integer' });
}

// Forms send it as text, and leave it blank where they know none.
function asVersion(given: unknown): unknown {
  if (typeof given !== 'string') return given;
  const digits = given.trim();
  if (digits === '') return undefined;
  return /^\d{1,9}$/.test(digits) ? Number(digits) : given;
}
