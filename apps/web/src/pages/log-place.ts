import type { PlanView } from '@demarche/plans';
import { highestMarking, type Pillar, type Priority } from '@demarche/rules';
import { wordFor } from '../words/words';

const BANNERS: Record<string, string> = { U: 'UNCLASSIFIED', SBU: 'SENSITIVE BUT UNCLASSIFIED' };

/** The words of a page's banner: the highest mark of what it shows, and unclassified when nothing is marked. */
export function bannerFor(marks: readonly (string | null)[]): string {
  return BANNERS[highestMarking(marks) ?? 'U'] ?? 'UNCLASSIFIED';
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

/** How a recommendation is called in a list: `High priority 2`, `Protection 3`. */
export function labelOf(recommendation: {
  priority: Priority;
  pillar: Pillar | null;
  number: number;
}): string {
  const { priority, pillar, number } = recommendation;
  if (priority === 'high') return `High priority ${number}`;
  return `${pillar === null ? 'Other' : wordFor('pillar', pillar)} ${number}`;
}

/** The one text under a name in a query or a form, or undefined. */
export function oneOf(given: string | string[] | undefined): string | undefined {
  const one = Array.isArray(given) ? given[0] : given;
  return one === '' ? undefined : one;
}
