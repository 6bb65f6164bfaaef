import { choice, emailAddress, line, rowId, wholeNumber } from '@demarche/base';
import { z } from 'zod';
import { ROLES } from './permissions';

const PASSWORD_LENGTH = 15;

const LONGEST_NAME = 120;

/** What an administrator enters to open an account. */
export const NewUserInput = z
  .strictObject({
    email: emailAddress(),
    name: line('Enter the person’s name.', LONGEST_NAME),
    title: line('Enter the person’s title.', LONGEST_NAME),
    role: choice(ROLES, 'Choose a role.'),
    postIds: z
      .array(rowId('Choose a post.'), 'Choose posts as a list.')
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
  email: emailAddress(),
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
  label: line('Say what the token is for.', LONGEST_NAME),
  days: wholeNumber({
    missing: 'Enter a number of days.',
    wrong: 'Enter a whole number of days, from 1 to 365.',
    least: 1,
    most: 365,
  }).default(90),
});

/** The parsed token request. */
export type NewToken = z.infer<typeof NewTokenInput>;
