import { day, rowId, seenVersion } from '@demarche/base';
import { z } from 'zod';
import { NewUserInput } from '../access.input';

const SUCCESSOR = rowId('Choose who takes over.');
const { email, name, title, role, postIds } = NewUserInput.shape;

/**
 * What an administrator changes about a person: only what is given changes. `postIds` are all the posts where the
 * person serves from `postsFrom` on (today unless said); `successorId` takes over the deadlines at posts that are left.
 */
export const PersonChangeInput = z.strictObject({
  version: seenVersion(),
  name: name.optional(),
  title: title.optional(),
  email: email.optional(),
  role: role.optional(),
  postIds: postIds.unwrap().optional(),
  postsFrom: day('Enter the day from which the posts hold.').optional(),
  successorId: SUCCESSOR.optional(),
});

/** The parsed change of a person. */
export type PersonChange = z.infer<typeof PersonChangeInput>;

/** Closing an account: who takes over the open deadlines, if anybody. */
export const ClosingInput = z.strictObject({ successorId: SUCCESSOR.optional() });

/** The parsed closing. */
export type Closing = z.infer<typeof ClosingInput>;
