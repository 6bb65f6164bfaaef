import { Invalid } from '@demarche/base';
import type { z } from 'zod';

/** Reads what came from outside by a schema; throws Invalid with every reason at once, each in the schema's own words. */
export function accept<S extends z.ZodType>(schema: S, given: unknown): z.output<S> {
  const read = schema.safeParse(given);
  if (read.success) return read.data;
  const reasons = read.error.issues.map(({ path, code, message }) => ({
    field: path.join('.'),
    code,
    message,
  }));
  throw new Invalid(reasons);
}
