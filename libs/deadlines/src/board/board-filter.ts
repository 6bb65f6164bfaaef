import { type CalendarDate, DEADLINE_STATES, type DeadlineStateWord } from '@demarche/rules';

/**
 * Which deadlines the board shows; pages count from 1. `open` and `closed` stand for several states, `nearing` for due
 * today or soon.
 */
export interface BoardFilter {
  planId?: string;
  postId?: string;
  ownerId?: string;
  state?: DeadlineStateWord | 'open' | 'closed' | 'nearing';
  /** Only those whose effective date lies on or between these days. */
  from?: CalendarDate;
  until?: CalendarDate;
  page?: number;
}

/** A deadline as far as a filter asks. */
interface Filtered {
  deadline: { effectiveOn: CalendarDate };
  state: DeadlineStateWord;
}

/** The more pressing of two states of open deadlines. */
export function moreUrgent(
  state: DeadlineStateWord,
  other: DeadlineStateWord | undefined,
): DeadlineStateWord {
  const isMore = other === undefined || DEADLINE_STATES.indexOf(state) < DEADLINE_STATES.indexOf(other);
  return isMore ? state : other;
}

const isClosed = (state: BoardFilter['state']) => state === 'met' || state === 'waived' || state === 'closed';

/** Whether the wanted states are open ones; undefined when both kinds are wanted. */
export function opennessOf(state: BoardFilter['state']): boolean | undefined {
  return state === undefined ? undefined : !isClosed(state);
}

/** Whether a deadline in its state is one of those wanted. */
export function fits({ deadline, state }: Filtered, filter: BoardFilter): boolean {
  return matches(state, filter.state) && liesWithin(deadline.effectiveOn, filter);
}

function matches(state: DeadlineStateWord, wanted: BoardFilter['state']): boolean {
  if (wanted === undefined) return true;
  if (wanted === 'open' || wanted === 'closed') return isClosed(state) === isClosed(wanted);
  if (wanted === 'nearing') return state === 'due' || state === 'soon';
  return state === wanted;
}

function liesWithin(date: string, { from, until }: BoardFilter): boolean {
  return (from === undefined || from <= date) && (until === undefined || date <= until);
}
