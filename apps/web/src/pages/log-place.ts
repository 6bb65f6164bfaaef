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

/** One step of the line that says where a page stands. */
export interface Step {
  label: string;
  href: string | null;
}

/** The line from the list of plans down to a page of a plan. */
export function trailTo(view: Pick<PlanView, 'plan'>, ...steps: Step[]): Step[] {
  const { id, title } = view.plan;
  return [{ label: 'Plans', href: '/plans' }, { label: title, href: `/plans/${id}` }, ...steps];
}

/** The one text under a name in a query or a form, or undefined. */
export function oneOf(given: string | string[] | undefined): string | undefined {
  const one = Array.isArray(given) ? given[0] : given;
  return one === '' ? undefined : one;
}
