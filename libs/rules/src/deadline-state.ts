import { daysBetween } from './calendar-date';
import type { CalendarDate } from './calendar-date';

/** The states of a deadline in the order in which they are tried; the first that holds is the deadline's. */
export const DEADLINE_STATES = ['met', 'waived', 'overdue', 'due', 'soon', 'upcoming'] as const;
/** One of {@link DEADLINE_STATES}. */
export type DeadlineStateWord = (typeof DEADLINE_STATES)[number];

/** What decides a deadline's state; `today` is the calendar date at the post. */
export interface DeadlineFacts {
  statutory: CalendarDate;
  effective: CalendarDate;
  today: CalendarDate;
  metOn?: CalendarDate | null;
  waivedOn?: CalendarDate | null;
}

/** A deadline's state on one day; `pastStatutory` stands apart, since the law's date may be later than the working one. */
export interface DeadlineState {
  state: DeadlineStateWord;
  pastStatutory: boolean;
}

/** How many calendar days ahead of the effective date a deadline counts as soon. */
export const SOON_DAYS = 14;

function wordOf({ effective, today, metOn, waivedOn }: DeadlineFacts): DeadlineStateWord {
  if (metOn) return 'met';
  if (waivedOn) return 'waived';
  const daysLeft = daysBetween(today, effective);
  if (daysLeft < 0) return 'overdue';
  if (daysLeft === 0) return 'due';
  return daysLeft <= SOON_DAYS ? 'soon' : 'upcoming';
}

/** The state of a deadline on one day at the post. Throws RangeError on a text that is no date. */
export function deadlineState(facts: DeadlineFacts): DeadlineState {
  return { state: wordOf(facts), pastStatutory: daysBetween(facts.statutory, facts.today) > 0 };
}
