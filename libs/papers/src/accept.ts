import { Invalid } from '@demarche/base';
import type { z } from 'zod';

/** Reads what a door handed in by this room's schema. Throws Invalid with every reason. */
export function accept<S extends z.ZodType>(schema: S, given: unknown): z.output<S> {
  const read = schema.safeParse(given);
  if (read.success) return read.data;
  throw new Invalid(
    read.error.issues.map(({ path, code, message }) => ({ field: path.join('.') || 'form', code, message })),
  );
}
