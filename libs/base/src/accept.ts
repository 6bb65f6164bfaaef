import type { z } from 'zod';
import { Invalid, type Reason } from './errors';

/**
 * Reads what came from outside by a schema. Throws Invalid with every reason at once: its place as a dotted path
 * (`form` for the whole), and the schema's own words.
 */
export function accept<S extends z.ZodType>(schema: S, given: unknown): z.output<S> {
  const read = schema.safeParse(given);
  if (read.success) return read.data;
  throw new Invalid(read.error.issues.flatMap(reasonsOf));
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
