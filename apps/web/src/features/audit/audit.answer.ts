import { z } from 'zod';

const AuditEntryAnswer = z.object({
  seq: z.number(),
  at: z.string(),
  actorId: z.string(),
  actorName: z.string(),
  action: z.string(),
  subjectKind: z.string().nullable(),
  subjectId: z.string().nullable(),
  detail: z.record(z.string(), z.unknown()),
  previousHash: z.string(),
  hash: z.string(),
});

/**
 * The outcome of a check: how many entries stand whole, after which entry it began (0 for the whole chain), the first
 * fault or null, every finding, and remarks.
 */
export const AuditVerdictAnswer = z.object({
  entries: z.number(),
  since: z.number(),
  fault: z.string().nullable(),
  findings: z.array(z.string()),
  remarks: z.array(z.string()),
});

/** Entries newest first, 50 at once; `before` asks for those before an entry’s number. */
export const AuditEntriesAnswer = z.object({
  rows: z.array(AuditEntryAnswer),
});
