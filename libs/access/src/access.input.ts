import { z } from 'zod';
import { ROLES } from './permissions';

const PASSWORD_LENGTH = 15;

const EMAIL_MISSING = 'Enter an e-mail address, for example name@example.gov.';
const email = z
  .string(EMAIL_MISSING)
  .trim()
  .toLowerCase()
  .max(254, 'Use an e-mail address of at most 254 characters.')
  .regex(/^[^\s@<>"',;]+@[^\s@<>"',;]+$/, EMAIL_MISSING);

const line = (missing: string) =>
  z.string(missing).trim().min(1, missing).max(120, 'Use at most 120 characters.');

/** What an administrator enters to open an account. */
export const NewUserInput = z
  .strictObject({
    email,
    name: line('Enter the person’s name.'),
    title: line('Enter the person’s title.'),
    role: z.enum(ROLES, 'Choose a role.'),
    postIds: z
      .array(z.string('Choose a post.').min(1, 'Choose a post.'), 'Choose posts as a list.')
      .max(20, 'Choose at most 20 posts.')
      .default([]),
  })
  .refine((input) => input.role !== 'post-officer' || input.postIds.length > 0, {
    path: ['postIds'],
    message: 'Choose the post where this person serves.',
  });

/** The parsed new account. */
export type NewUser = z.infer<typeof NewUserInput>;

/** Sign-in by password. */
export const PasswordInput = z.strictObject({
  email,
  password: z
    .string('Enter your password.')
    .min(1, 'Enter your password.')
    .max(1_000, 'Use at most 1,000 characters.'),
});

/** The parsed sign-in. */
export type PasswordGiven = z.infer<typeof PasswordInput>;

/** A new password for one's own account. NIST SP 800-63B rev. 4: 15 characters where it is the only factor. */
export const NewPasswordInput = z.strictObject({
  present: z.string().max(1_000, 'Use at most 1,000 characters.').optional(),
  password: z
    .string(`Enter a password of at least ${PASSWORD_LENGTH} characters.`)
    .min(PASSWORD_LENGTH, `Use at least ${PASSWORD_LENGTH} characters; a few plain words together are fine.`)
    .max(1_000, 'Use at most 1,000 characters.'),
});

/** A new token for a machine: what it is for, and for how many days it works. */
export const NewTokenInput = z.strictObject({
  label: line('Say what the token is for.'),
  days: z.coerce
    .number('Enter a number of days.')
    .int('Enter a whole number of days.')
    .min(1, 'At least 1 day.')
    .max(365, 'At most 365 days.')
    .default(90),
});

/** The parsed token request. */
export type NewToken = z.infer<typeof NewTokenInput>;
