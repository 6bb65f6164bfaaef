import type { z } from 'zod';

/** What a bell may carry: names of rows, never what people wrote. Redis keeps payloads in clear text (SEC-20). */
export type IdsOnly = Record<string, string>;

/** A kind of job: its name, the schema of its payload, how often it is tried and how long it waits in between. */
export interface JobDefinition<Payload extends IdsOnly> {
  readonly name: string;
  readonly schema: z.ZodType<Payload>;
  readonly attempts: number;
  /** Wait before the second attempt in milliseconds; it doubles with every further one. */
  readonly backoffMs: number;
}

const NAME = /^[a-z][a-z0-9-]*$/;
const ID = /^[\w.@-]{1,128}$/;

/**
 * Defines a kind of job; tried once unless told otherwise, because the ledger rows and their sweep are the real retry.
 * Throws when the name is not small letters, digits and hyphens, which is what both queues can carry.
 */
export function defineJob<Payload extends IdsOnly>(job: {
  name: string;
  schema: z.ZodType<Payload>;
  attempts?: number;
  backoffMs?: number;
}): JobDefinition<Payload> {
  if (!NAME.test(job.name))
    throw new Error(`“${job.name}” is no job name: small letters, digits and hyphens.`);
  return { attempts: 1, backoffMs: 1_000, ...job };
}

/** Whether every value of a payload looks like an id: one word of at most 128 letters, digits and `. _ @ -`. */
export function carriesIdsOnly(payload: IdsOnly): boolean {
  return Object.values(payload).every((value) => typeof value === 'string' && ID.test(value));
}

/** Thrown by a handler that knows a further attempt cannot help; the job is given up at once. */
export class GiveUp extends Error {
  override readonly name = 'GiveUp';
}
