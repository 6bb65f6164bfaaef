import type { PlanView } from '@demarche/plans';
import { highestMarking } from '@demarche/rules';
import { isCode, wordFor } from '@demarche/words';

/** The words of a page's banner: the highest mark of what it shows, and unclassified when nothing is marked. */
export function bannerFor(marks: readonly (string | null)[]): string {
  const highest = highestMarking(marks) ?? 'U';
  return wordFor('banner', isCode('banner', highest) ? highest : 'U');
}

/** The banner of a page that shows what a plan asks for, and perhaps more: the highest mark of it all. */
export function bannerOfPlan(
  view: Pick<PlanView, 'plan' | 'recommendations'>,
  marks: readonly (string | null)[] = [],
): string {
  return bannerFor([view.plan.marking, ...view.recommendations.map(({ marking }) => marking), ...marks]);
}
