import type { PlanView } from '@demarche/plans';

/** One step of the line that says where a page stands. */
export interface Step {
  label: string;
  href: string | null;
}

/** The line from the list of plans down to a page of a plan. */
export function trailTo(view: { plan: Pick<PlanView['plan'], 'id' | 'title'> }, ...steps: Step[]): Step[] {
  const { id, title } = view.plan;
  return [{ label: 'Plans', href: '/plans' }, { label: title, href: `/plans/${id}` }, ...steps];
}
