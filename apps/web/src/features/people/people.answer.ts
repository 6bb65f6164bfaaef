import { codesOf } from '@demarche/words';
import { z } from 'zod';
import { listOf } from '../../http/listing';

/** A person as an administrator sees them: with the posts where they serve. */
export const AccountAnswer = z.object({
  postIds: z.array(z.string()),
  id: z.string(),
  name: z.string(),
  title: z.string(),
  email: z.string(),
  role: z.enum(codesOf('role-duty')),
  isActive: z.boolean(),
  isDemo: z.boolean(),
});

/** Accounts by name, the closed ones included, 50 a page. */
export const PeopleListAnswer = listOf(AccountAnswer);

/** The id of the account. */
export const PeopleOpenAnswer = z.object({
  id: z.string(),
});

/** The secret, this once: /sign-in/link/ and the secret signs the person in once, within a day. */
export const PeopleLinkAnswer = z.object({
  secret: z.string(),
});

/** Nothing more than that it was done. */
export const PeopleCloseAnswer = z.object({
  done: z.boolean(),
});
