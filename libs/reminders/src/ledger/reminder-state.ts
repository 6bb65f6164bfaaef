import type { Code } from '@demarche/words';

/** The states of a reminder: the first five are open, the last four are ends. */
export const REMINDER_STATES = [
  'planned',
  'queued',
  'sending',
  'deferred',
  'unknown',
  'sent',
  'failed',
  'cancelled',
  'skipped',
] as const;

/** One of {@link REMINDER_STATES}. */
export type ReminderState = (typeof REMINDER_STATES)[number];

/** Rows that may still be sent. */
export const OPEN_STATES: readonly ReminderState[] = ['planned', 'queued', 'sending', 'deferred', 'unknown'];

/** Why a row stands where it stands. */
export type ReminderReason = Code<'reminder-reason'>;
