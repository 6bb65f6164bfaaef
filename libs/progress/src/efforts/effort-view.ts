import { type CreditFacts, governmentCredit, type GovernmentCredit } from '@demarche/rules';
import type { Effort, EffortRecommendation } from './effort.entity';

/** An effort as it is shown: the row, the recommendations it serves and completes, and what the credit rule says today. */
export interface EffortView extends Effort {
  recommendationIds: string[];
  completes: string[];
  credit: GovernmentCredit;
}

/** The verdict of the government-credit rule on an effort; computed on every read, so that a better rule reaches old entries. */
export function creditOf({ ranBy, paidBy, governmentGave, role }: CreditFacts): GovernmentCredit {
  return governmentCredit({ ranBy, paidBy, governmentGave, role });
}

/** The whole of an effort as its revision keeps it: what it said, what it served, and whether it was withdrawn. */
export function wordingOf(effort: EffortView): Record<string, unknown> {
  const { text, happenedOn, ranBy, paidBy, governmentGave, role, actionKind, sourceKind, source } = effort;
  const { marking, recommendationIds, completes, withdrawnAt, withdrawnBy, withdrawReason } = effort;
  return {
    ...{ text, happenedOn, ranBy, paidBy, governmentGave, role, actionKind, sourceKind, source },
    ...{ marking, recommendationIds, completes, withdrawnAt, withdrawnBy, withdrawReason },
  };
}

/** Efforts as they are shown, in the order given; links of other efforts are ignored. */
export function viewsOf(efforts: readonly Effort[], links: readonly EffortRecommendation[]): EffortView[] {
  return efforts.map((effort) => {
    const own = links.filter((link) => link.effortId === effort.id);
    return {
      ...effort,
      recommendationIds: own.map((link) => link.recommendationId),
      completes: own.filter((link) => link.completes).map((link) => link.recommendationId),
      credit: creditOf(effort),
    };
  });
}
