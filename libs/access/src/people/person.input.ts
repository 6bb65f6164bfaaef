import { z } from 'zod';
import { NewUserInput } from '../access.input';

const { email, name, title, role, postIds } = NewUserInput.shape;

const day = z
  .string('Enter a day.')
  .regex(/^\d{4}-\d{2}-\d{2}$/, 'Enter a day as year, month and day, for example 2026-08-01.');

/**
 * What an administrator changes about a person: only what is given changes. `postIds` are all the posts where the
 * person serves from `postsFrom` on (today unless said); `successorId` takes over the deadlines at posts that are left.
 */
export const PersonChangeInput = z.strictObject({
  version: z.coerce.number().int().optional(),
  name: name.optional(),
  title: title.optional(),
  email: email.optional(),
  role: role.optional(),
  postIds: postIds.unwrap().optional(),
  postsFrom: day.optional(),
  successorId: z.string().min(1).max(100).optional(),
});

/** The parsed change of a person. */
export type PersonChange = z.infer<typeof PersonChangeInput>;

/** Closing an account: who takes over the open deadlines, if anybody. */
export const ClosingInput = z.strictObject({ successorId: z.string().min(1).max(100).optional() });

/** The parsed closing. */
export type Closing = z.infer<typeof ClosingInput>;
