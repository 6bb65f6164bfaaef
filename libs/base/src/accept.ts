import type { z } from 'zod';
import { Invalid, type Reason } from './errors';

/** What no database takes as text, whatever the field: the NUL character, and halves of a character. */
const isUnstorable = (text: string) => text.includes('\u0000') || /\p{Cs}/u.test(text);

/** No input of this house is nested deeper than a few levels. */
const DEEPEST = 20;

/**
 * Reads what came from outside by a schema. Throws Invalid with every reason at once: its place as a dotted path
 * (`form` for the whole), and the schema's own words. Characters that cannot be stored are refused before any schema.
 */
export function accept<S extends z.ZodType>(schema: S, given: unknown): z.output<S> {
  const unstorable = unstorableIn(given, []);
  if (unstorable.length > 0) throw new Invalid(unstorable);
  const read = schema.safeParse(given);
  if (read.success) return read.data;
  throw new Invalid(read.error.issues.flatMap(reasonsOf));
}

function unstorableIn(given: unknown, place: string[]): Reason[] {
  if (typeof given === 'string') {
    if (!isUnstorable(given)) return [];
    const message = 'Remove the hidden control characters; plain text only.';
    return [{ field: place.join('.') || 'form', code: 'control-character', message }];
  }
  if (place.length > DEEPEST)
    return [{ field: 'form', code: 'too-deep', message: 'This is nested too deep.' }];
  if (typeof given !== 'object' || given === null || ArrayBuffer.isView(given)) return [];
  return Object.entries(given).flatMap(([name, value]) => unstorableIn(value, [...place, name]));
}

function reasonsOf(issue: z.core.$ZodIssue): Reason[] {
  const place = issue.path.join('.');
  if (issue.code !== 'unrecognized_keys')
    return [{ field: place || 'form', code: issue.code ?? 'refused', message: issue.message }];
  return issue.keys.map((key) => ({
    field: [...issue.path, key].join('.'),
    code: 'unknown-key',
    message: `Remove “${key}”: it is not known here.`,
  }));
}
