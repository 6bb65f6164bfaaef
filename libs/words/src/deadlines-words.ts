import type { DeadlineStateWord, MilestoneKind, ReminderStep, ShiftCode } from '@demarche/rules';
import { PLANS_WORDS } from './plans-words';

const lowered = (word: string) => `${word.charAt(0).toLowerCase()}${word.slice(1)}`;

/** Words for what is owed by when, and for what has been said about it. */
export const DEADLINES_WORDS = {
  'deadline-state': {
    met: 'Met',
    waived: 'Waived',
    overdue: 'Overdue',
    due: 'Due today',
    soon: 'Due soon',
    upcoming: 'Upcoming',
  } satisfies Record<DeadlineStateWord, string>,
  'deadline-filter': {
    open: 'Open',
    overdue: 'Overdue',
    nearing: 'Due today or within 14 days',
    upcoming: 'Due later',
    due: 'Due today',
    soon: 'Due within 14 days',
    met: 'Met',
    waived: 'Waived',
    closed: 'Met or waived',
    all: 'All',
  },
  /** What a deadline belongs to. */
  'deadline-subject': { plan: 'Plan' },
  'deadline-kind': {
    ...PLANS_WORDS['milestone-kind'],
    recommendation: 'Step on a recommendation',
    other: 'Something else',
  },
  /** The same in the midst of a sentence. */
  'deadline-noun': {
    ...(Object.fromEntries(
      Object.entries(PLANS_WORDS['milestone-kind']).map(([kind, word]) => [kind, lowered(word)]),
    ) as Record<MilestoneKind, string>),
    recommendation: 'step on a recommendation',
    other: 'deadline',
  },
  'deadline-nature': {
    statutory: 'By law',
    instructed: 'Instructed',
    entered: 'Set by the office',
  },
  'deadline-date': {
    statutory: 'date by law',
    instructed: 'date instructed',
    entered: 'date set',
  },
  'deadline-change': {
    moved: 'Moved',
    'calendar-changed': 'Worked out anew after a calendar changed',
    'milestone-moved': 'Moved with the date of the cycle',
    'zone-corrected': 'Read by the corrected clock of the post',
    met: 'Met',
    'met-day-changed': 'Met on another day: the act was amended',
    waived: 'Waived',
    'recommendation-dropped': 'Waived: the recommendation was dropped',
    reopened: 'Reopened',
    'effort-changed': 'Reopened: the act that met it no longer does',
    'effort-restored': 'Met again: the act counts again',
    'recommendation-restored': 'Reopened: the recommendation is asked for again',
    reassigned: 'Given to somebody else',
    'owner-left': 'Given to a successor: the owner’s account was closed',
  },
  'owner-gone': {
    closed: 'owner’s account is closed',
    elsewhere: 'owner no longer serves at the post',
  },
  'reminder-step': {
    'ten-days': '10 working days before',
    'five-days': '5 working days before',
    'one-day': '1 working day before',
    overdue: 'First working day after',
  } satisfies Record<ReminderStep, string>,
  'reminder-state': {
    planned: 'Planned',
    queued: 'Waiting to be sent',
    sending: 'Being sent',
    deferred: 'Put off',
    unknown: 'Not certain whether it arrived',
    sent: 'Sent',
    failed: 'Failed',
    cancelled: 'Cancelled',
    skipped: 'Skipped',
  },
  'reminder-reason': {
    'already-past': 'its time had passed when it was planned',
    'already-told': 'this person had been told already',
    moved: 'the deadline was moved',
    'calendar-changed': 'a working day changed, so the deadline moved',
    'milestone-moved': 'the date of the cycle was moved',
    'zone-corrected': 'the time zone of the post was corrected',
    met: 'the deadline was met',
    waived: 'the deadline was waived',
    'owner-changed': 'the deadline has another owner',
    'recommendation-dropped': 'the recommendation was dropped',
    'account-closed': 'the account of this person was closed',
    overtaken: 'a later step was due before it went out',
    'try-later': 'the mail server asked to try again later',
    'no-connection': 'the mail server did not answer; it is tried again',
    unanswered: 'the mail left, but the server never confirmed it; it is sent once more',
    'unanswered-twice': 'the server never confirmed it, twice; no third mail is sent',
    refused: 'the mail server refused it',
    'gave-up': 'the mail server did not take it for a whole day',
    'no-recipient': 'the account is closed',
    'no-letter': 'the letter could not be written',
    fault: 'a fault of the program; the administrator has its record',
  },
  'day-off': { weekend: 'weekend', holiday: 'holiday' } satisfies Record<ShiftCode, string>,
} as const;
