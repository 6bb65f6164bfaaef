import { type Code, codesOf } from '@demarche/words';

/** The states of a reminder: the first five are open, the last four are ends. */
export const REMINDER_STATES = codesOf('reminder-state');

/** One of {@link REMINDER_STATES}. */
export type ReminderState = Code<'reminder-state'>;

/** Rows that may still be sent. */
export const OPEN_STATES: readonly ReminderState[] = ['planned', 'queued', 'sending', 'deferred', 'unknown'];

/** Why a row stands where it stands. */
export type ReminderReason = Code<'reminder-reason'>;
