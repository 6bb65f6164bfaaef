import { defineJob } from '@demarche/jobs';
import { z } from 'zod';

/** Rings one reminder: its row decides whether there is anything to do. */
export const RING_REMINDER = defineJob({
  name: 'ring-reminder',
  schema: z.strictObject({ reminderId: z.string().min(1) }),
});

/** Looks through the ledger for rows that are due, and for claims that nobody finished. */
export const SWEEP_REMINDERS = defineJob({ name: 'sweep-reminders', schema: z.strictObject({}) });

/** How far ahead bells are set; what is due later is found by a sweep nearer the day. */
export const BELL_HORIZON_MILLISECONDS = 24 * 3_600_000;
