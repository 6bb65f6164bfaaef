import type { CreditFacts } from '@demarche/rules';
import { creditOf } from './efforts/effort-view';

/** How a recommendation fares: entries logged against it, how many earn credit, the latest day, and whether one completes it. */
export interface RecommendationSummary {
  recommendationId: string;
  entries: number;
  credited: number;
  lastOn: string | null;
  isCompleted: boolean;
}

/** One effort as logged against one recommendation: what the credit rule and the summary need, and no text. */
export interface LinkedEffort extends CreditFacts {
  planId: string;
  postId: string | null;
  recommendationId: string;
  happenedOn: string;
  completes: boolean;
}

const later = (a: string | null, b: string) => (a === null || a < b ? b : a);

/** Counts a recommendation's entries; without any, the summary says zero and null. */
export function summarize(recommendationId: string, linked: readonly LinkedEffort[]): RecommendationSummary {
  const own = linked.filter((effort) => effort.recommendationId === recommendationId);
  return {
    recommendationId,
    entries: own.length,
    credited: own.filter((effort) => creditOf(effort).verdict === 'credit').length,
    lastOn: own.reduce<string | null>((last, effort) => later(last, effort.happenedOn), null),
    isCompleted: own.some((effort) => effort.completes),
  };
}
