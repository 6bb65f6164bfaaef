import { daysBetween } from './calendar-date';
import type { CalendarDate } from './calendar-date';
import type { DeadlineStateWord } from './deadline-state';

/** The states of a recommendation in the order in which they are tried; the first that holds is the recommendation's. */
export type RecommendationStateWord =
  'done' | 'overdue' | 'due-soon' | 'not-started' | 'no-news' | 'under-way';

/** For how many calendar days a recommendation may go without an entry before somebody should ask. */
export const NEWS_DAYS = 30;

/** What decides a recommendation's state; `owed` is the most pressing state of the open deadlines on it. */
export interface RecommendationFacts {
  isCompleted: boolean;
  owed: DeadlineStateWord | null;
  lastNewsOn: CalendarDate | null;
  askedOn: CalendarDate;
  today: CalendarDate;
}

/** A recommendation's state on one day; `isSilent` stands apart, since an overdue one may be silent as well. */
interface RecommendationState {
  state: RecommendationStateWord;
  isSilent: boolean;
}

const PRESSING: Partial<Record<DeadlineStateWord, RecommendationStateWord>> = {
  overdue: 'overdue',
  due: 'due-soon',
  soon: 'due-soon',
};

/**
 * How a recommendation stands: done when an entry says that it completes it, then what its deadlines say, then whether
 * there has been any news and how old it is. News is any entry, credited or not. The house's own rule, no law.
 */
export function recommendationState(facts: RecommendationFacts): RecommendationState {
  const { isCompleted, lastNewsOn, askedOn, today } = facts;
  const isSilent = !isCompleted && daysBetween(lastNewsOn ?? askedOn, today) > NEWS_DAYS;
  return { state: wordOf(facts, isSilent), isSilent };
}

function wordOf(
  { isCompleted, owed, lastNewsOn }: RecommendationFacts,
  isSilent: boolean,
): RecommendationStateWord {
  if (isCompleted) return 'done';
  const pressing = owed === null ? undefined : PRESSING[owed];
  if (pressing) return pressing;
  if (lastNewsOn === null) return 'not-started';
  return isSilent ? 'no-news' : 'under-way';
}
