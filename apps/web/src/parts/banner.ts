import type { PlanView } from '@demarche/plans';
import { highestMarking } from '@demarche/rules';

const BANNERS: Record<string, string> = { U: 'UNCLASSIFIED', SBU: 'SENSITIVE BUT UNCLASSIFIED' };

/** The words of a page's banner: the highest mark of what it shows, and unclassified when nothing is marked. */
export function bannerFor(marks: readonly (string | null)[]): string {
  return BANNERS[highestMarking(marks) ?? 'U'] ?? 'UNCLASSIFIED';
}

/** The banner of a page that shows what a plan asks for, and perhaps more: the highest mark of it all. */
export function bannerOfPlan(
  view: Pick<PlanView, 'plan' | 'recommendations'>,
  marks: readonly (string | null)[] = [],
): string {
  return bannerFor([view.plan.marking, ...view.recommendations.map(({ marking }) => marking), ...marks]);
}
