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

/** Why a row stands where it stands, as a code; pages find the words. */
export type ReminderReason =
  | 'already-past'
  | 'already-told'
  | 'moved'
  | 'calendar-changed'
  | 'met'
  | 'waived'
  | 'owner-changed'
  | 'recommendation-dropped'
  | 'overtaken'
  | 'try-later'
  | 'no-connection'
  | 'unanswered'
  | 'unanswered-twice'
  | 'refused'
  | 'gave-up'
  | 'no-recipient'
  | 'no-letter'
  | 'fault';
