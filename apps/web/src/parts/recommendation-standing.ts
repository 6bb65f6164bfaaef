import { wordFor } from '@demarche/words';
import { localDateOf } from '@demarche/base';
import type { DeadlineRow } from '@demarche/deadlines';
import type { PlanView, Recommendation } from '@demarche/plans';
import { DEADLINE_STATES, type DeadlineStateWord, recommendationState } from '@demarche/rules';
import type { Mark } from './mark';
import { isOpen } from './plan-dates';
import { standingMark } from './standings';

/** What was heard of a recommendation, and which deadlines its plan has. */
export interface RecommendationMarkFacts {
  isCompleted: boolean;
  lastNewsOn: string | null;
  deadlines: readonly Pick<DeadlineRow, 'deadline' | 'state'>[];
  /** The day on which it was asked, and today's, both on the calendar of the post. */
  askedOn: string;
  today: string;
}

/** How a recommendation stands today, as people see it; a dropped one stands nowhere. */
export function recommendationMark(
  { id, droppedOn }: Pick<Recommendation, 'id' | 'droppedOn'>,
  facts: RecommendationMarkFacts,
): Mark {
  if (droppedOn !== null) return { shape: '✕', tone: 'calm', word: wordFor('standing', 'dropped') };
  const own = facts.deadlines.filter(({ deadline }) => deadline.recommendationId === id);
  const owed = mostPressing(own.filter(isOpen).map(({ state }) => state));
  return standingMark(recommendationState({ ...facts, owed }).state);
}

/** The day on which a plan was made, where its post is. */
export function askedOn({ plan, post }: Pick<PlanView, 'plan' | 'post'>): string {
  return localDateOf(plan.createdAt, post?.zone ?? 'UTC');
}

function mostPressing(states: readonly DeadlineStateWord[]): DeadlineStateWord | null {
  return DEADLINE_STATES.find((state) => states.includes(state)) ?? null;
}
