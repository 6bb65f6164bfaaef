import { filterId, page } from '@demarche/base';
import type { PlanView } from '@demarche/plans';
import { type EffortView, isStanding } from '@demarche/progress';
import { CREDIT_VERDICTS } from '@demarche/rules';
import { z } from 'zod';
import { type Column, inOrder, sortField } from '../../parts/sort-heads';

/** The order in which acts stand unless the address asks for another one. */
export const NEWEST_FIRST = '-day';
/** The heads of the list of acts. */
export const ACT_HEADS = [
  { key: 'day', label: 'Day' },
  { key: null, label: 'What happened' },
  { key: 'serves', label: 'Serves' },
  { key: 'credit', label: 'Credit' },
] as const;

/** The filters of a plan's list of acts and its order, as its address holds them. */
export const ProgressAsked = z.strictObject({
  recommendation: filterId(),
  credit: z.enum(CREDIT_VERDICTS, 'Choose one of the verdicts in the list.').optional(),
  sort: sortField(ACT_HEADS),
  page: page(),
});

/** The parsed filters. */
export type ProgressQuery = z.output<typeof ProgressAsked>;

/** The acts that an address asks for, in its order. */
export function actsAsked(logged: EffortView[], view: PlanView, asked: ProgressQuery): EffortView[] {
  const found = logged.filter((effort) => fits(effort, asked));
  return inOrder(found, columnsOf(view), asked.sort);
}

/** What acts are compared by: recommendations as the plan has them, verdicts as far as they count; withdrawn ones count nowhere. */
function columnsOf({ recommendations }: PlanView): Column<EffortView>[] {
  const ofKey = {
    day: ({ happenedOn }: EffortView) => happenedOn,
    serves: ({ recommendationIds }: EffortView) => {
      const place = recommendations.findIndex(({ id }) => recommendationIds.includes(id));
      return place === -1 ? null : place;
    },
    credit: (effort: EffortView) =>
      isStanding(effort) ? CREDIT_VERDICTS.indexOf(effort.credit.verdict) : null,
  };
  return ACT_HEADS.flatMap((head) => (head.key === null ? [] : [{ ...head, of: ofKey[head.key] }]));
}

function fits(effort: EffortView, { recommendation, credit }: ProgressQuery): boolean {
  if (recommendation !== undefined && !effort.recommendationIds.includes(recommendation)) return false;
  return credit === undefined || (isStanding(effort) && effort.credit.verdict === credit);
}
