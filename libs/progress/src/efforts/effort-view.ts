import {
  type Contribution,
  type CreditFacts,
  governmentCredit,
  type GovernmentCredit,
} from '@demarche/rules';
import type { Effort, EffortRecommendation } from './effort.entity';

/** An effort as it is shown: the row, the recommendations it serves and completes, and what the credit rule says today. */
export interface EffortView extends Effort {
  recommendationIds: string[];
  completes: string[];
  credit: GovernmentCredit;
}

/** An effort as a sentence tells it: what was done, when and by whom, what it serves, and whether it counts. */
export type ToldEffort = Pick<
  EffortView,
  'id' | 'happenedOn' | 'text' | 'ranBy' | 'paidBy' | 'role' | 'marking' | 'recommendationIds' | 'credit'
>;

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

/** One recommendation that an effort serves, with what a sentence on the effort is made of; lists are kept as text. */
export type ToldRow = Omit<ToldEffort, 'recommendationIds' | 'credit'> & {
  planId: string;
  recommendationId: string;
  governmentGave: string;
};

/** Efforts as sentences tell them by plan, from one row for each recommendation that they serve; the order stays. */
export function toldByPlan(rows: readonly ToldRow[]): Map<string, ToldEffort[]> {
  const byPlan = new Map<string, Map<string, ToldEffort>>();
  for (const { planId, recommendationId, ...row } of rows) {
    const ofPlan = byPlan.get(planId) ?? new Map<string, ToldEffort>();
    const effort = ofPlan.get(row.id) ?? toldOf(row);
    effort.recommendationIds.push(recommendationId);
    byPlan.set(planId, ofPlan.set(row.id, effort));
  }
  return new Map([...byPlan].map(([planId, efforts]) => [planId, [...efforts.values()]]));
}

function toldOf({ governmentGave, ...row }: Omit<ToldRow, 'planId' | 'recommendationId'>): ToldEffort {
  const given = JSON.parse(governmentGave) as Contribution[];
  return { ...row, recommendationIds: [], credit: creditOf({ ...row, governmentGave: given }) };
}

/** Efforts as they are shown, in the order given; links of other efforts are ignored. */
export function viewsOf(efforts: readonly Effort[], links: readonly EffortRecommendation[]): EffortView[] {
  const linksOf = new Map<string, EffortRecommendation[]>(efforts.map(({ id }) => [id, []]));
  for (const link of links) linksOf.get(link.effortId)?.push(link);
  return efforts.map((effort) => {
    const own = linksOf.get(effort.id) ?? [];
    return {
      ...effort,
      recommendationIds: own.map((link) => link.recommendationId),
      completes: own.filter((link) => link.completes).map((link) => link.recommendationId),
      credit: creditOf(effort),
    };
  });
}
