import { z } from 'zod';

const REASON_MAX = 1_000;

/** What a person enters to refuse a release. */
export const RefuseReleaseInput = z.strictObject({
  reason: z
    .string('Say why this should not go out.')
    .trim()
    .min(1, 'Say why this should not go out.')
    .max(REASON_MAX, `Use at most ${REASON_MAX.toLocaleString('en-US')} characters.`)
    .regex(
      /^[^\p{Cc}\u202A-\u202E\u2066-\u2069]*$/u,
      'Remove the control characters; use one line of plain text.',
    ),
});

/** The parsed refusal. */
export type RefuseRelease = z.infer<typeof RefuseReleaseInput>;
