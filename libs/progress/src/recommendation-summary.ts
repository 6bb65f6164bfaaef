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

/**
 * Acts of one recommendation that are alike to the credit rule, counted by the database: `governmentGave` and `role` are
 * those of one of them, since the rule asks only whether there are any. Withdrawn acts stand in groups of their own.
 */
export interface ActGroup extends CreditFacts {
  recommendationId: string;
  isWithdrawn: boolean;
  entries: number;
  lastOn: string;
  completes: boolean;
}

/** The summary of a recommendation of which nothing is known. */
export const nothingLogged = (recommendationId: string): RecommendationSummary => ({
  ...{ recommendationId, entries: 0, credited: 0 },
  ...{ lastOn: null, isCompleted: false },
});

/** The summaries of all recommendations that have an act which stands, by the recommendation's id. */
export function summarize(groups: readonly ActGroup[]): Map<string, RecommendationSummary> {
  const summaries = new Map<string, RecommendationSummary>();
  for (const group of groups) {
    if (group.isWithdrawn) continue;
    const known = summaries.get(group.recommendationId) ?? nothingLogged(group.recommendationId);
    summaries.set(group.recommendationId, joined(known, group));
  }
  return summaries;
}

function joined(known: RecommendationSummary, group: ActGroup): RecommendationSummary {
  const { entries, lastOn, completes } = group;
  const isCredited = creditOf(group).verdict === 'credit';
  return {
    recommendationId: known.recommendationId,
    entries: known.entries + entries,
    credited: known.credited + (isCredited ? entries : 0),
    lastOn: known.lastOn === null || known.lastOn < lastOn ? lastOn : known.lastOn,
    isCompleted: known.isCompleted || completes,
  };
}
