import { z } from 'zod';

const REASON_MAX = 1_000;

const MISSING = 'Say why this should not go out.';
const STEERING = /(?![\t\n\r])[\p{Cc}\p{Cs}\u202A-\u202E\u2066-\u2069]/u;

/** What a person enters to refuse a release; line breaks become blanks. */
export const RefuseReleaseInput = z.strictObject({
  reason: z
    .string(MISSING)
    .refine((text) => !STEERING.test(text), 'Remove the hidden control characters; plain text only.')
    .transform((text) => text.replace(/\s+/g, ' ').trim())
    .pipe(z.string().min(1, MISSING).max(REASON_MAX, 'Use at most 1,000 characters.')),
});

/** The parsed refusal. */
export type RefuseRelease = z.infer<typeof RefuseReleaseInput>;
