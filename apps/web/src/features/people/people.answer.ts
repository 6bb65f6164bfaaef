import { codesOf } from '@demarche/words';
import { z } from 'zod';
import { listOf } from '../../http/api/listing';

/** A person as an administrator sees them: the posts where they serve today, and all postings with their days. */
export const AccountAnswer = z.object({
  postIds: z.array(z.string()),
  postings: z.array(z.object({ postId: z.string(), startsOn: z.string(), endedOn: z.string().nullable() })),
  version: z.number(),
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

/** The version that the person has now. */
export const PeopleAmendAnswer = z.object({
  version: z.number(),
});

/** Nothing more than that it was done. */
export const PeopleCloseAnswer = z.object({
  done: z.boolean(),
});
