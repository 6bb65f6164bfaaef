import { z } from 'zod';
import { idOf, optionalText, text, seenVersion } from '@demarche/base';

const LONGEST_REASON = 1_000;

/** What it takes to withdraw an entry: which one, in the version seen, and why it was an error. */
export const WithdrawalInput = z.strictObject({
  id: idOf('entry'),
  version: seenVersion(),
  reason: text('Say why this entry is withdrawn.', LONGEST_REASON),
});

/** What it takes to restore a withdrawn entry; a reason may be given. */
export const RestoreInput = z.strictObject({
  id: idOf('entry'),
  version: seenVersion(),
  reason: optionalText(LONGEST_REASON),
});

/** A withdrawal as a caller may give it. */
export type Withdrawal = z.input<typeof WithdrawalInput>;
/** A restoring as a caller may give it. */
export type Restoring = z.input<typeof RestoreInput>;
