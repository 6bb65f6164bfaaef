import { z } from 'zod';

const LedgerStateAnswer = z.object({
  counts: z.object({
    unknown: z.number(),
    planned: z.number(),
    queued: z.number(),
    sending: z.number(),
    deferred: z.number(),
    sent: z.number(),
    failed: z.number(),
    cancelled: z.number(),
    skipped: z.number(),
  }),
  oldestDueAt: z.string().nullable(),
  lateMinutes: z.number(),
  nextDueAt: z.string().nullable(),
  lastSweepAt: z.string().nullable(),
});

const JobCountsAnswer = z.object({
  done: z.number(),
  retried: z.number(),
  failed: z.number(),
  refused: z.number(),
});

/** How the house stands, in plain values: for the page and for the API alike. */
export const InstallationStatusAnswer = z.object({
  reminders: LedgerStateAnswer,
  chain: z.object({
    entries: z.number(),
    fault: z.string().nullable(),
    checkedAt: z.string().nullable(),
    wholeCheckedAt: z.string().nullable(),
  }),
  database: z.enum(['SQLite', 'PostgreSQL']),
  queue: z.enum(['Redis', 'inside this process']),
  mail: z.enum(['mail server', 'outbox folder']),
  bells: z.record(z.string(), JobCountsAnswer),
});
