import { text } from '@demarche/base';
import { z } from 'zod';

const REASON_MAX = 1_000;

/** What a person enters to refuse a release; line breaks become blanks. */
export const RefuseReleaseInput = z.strictObject({
  reason: text('Say why this should not go out.', REASON_MAX),
});

/** The parsed refusal. */
export type RefuseRelease = z.infer<typeof RefuseReleaseInput>;
