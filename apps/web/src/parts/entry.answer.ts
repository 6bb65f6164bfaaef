import { z } from 'zod';

/** What every entry of a log tells a machine beside what it says: its version, who recorded it, and whether it was withdrawn. */
export const ENTRY_ANSWER = {
  version: z.number(),
  recordedBy: z.string(),
  recordedAt: z.string(),
  withdrawnAt: z.string().nullable(),
  withdrawnBy: z.string().nullable(),
  withdrawReason: z.string().nullable(),
};

/** What is told of each earlier state of an entry: what it said, and who ended it, when and why. */
export const REVISION_ANSWER = {
  version: z.number(),
  wording: z.record(z.string(), z.unknown()),
  replacedBy: z.string(),
  replacedAt: z.string(),
  reason: z.string().nullable(),
};
