import { wordFor } from '@demarche/words';

/** The life of a plan in order. */
export const PLAN_STEPS = ['draft', 'clear', 'release', 'deliver', 'report', 'assess'] as const;
/** One of {@link PLAN_STEPS}. */
export type PlanStep = (typeof PLAN_STEPS)[number];

/** What shows how far a plan is: nobody moves a plan by hand, what was done about it does. */
export interface PlanSigns {
  hasPaper: boolean;
  hasProposal: boolean;
  /** A released paper, or the cable that the plan was made from: that one has gone out already. */
  hasGoneOut: boolean;
  hasEntry: boolean;
  /** The post's progress report is in, or the assessment has been drafted. */
  hasReport: boolean;
}

/** A plan's life as a page draws it. */
export interface StepLine {
  number: number;
  total: number;
  name: string;
  why: string;
  segments: { label: string; state: 'complete' | 'current' | 'ahead' }[];
}

/** The step a plan has reached: the furthest that anything done about it shows. */
export function planStep(signs: PlanSigns): PlanStep {
  if (signs.hasReport) return 'assess';
  if (signs.hasEntry) return 'report';
  if (signs.hasGoneOut) return 'deliver';
  if (signs.hasProposal) return 'release';
  return signs.hasPaper ? 'clear' : 'draft';
}

/** The line of steps with the words around it. */
export function stepLine(current: PlanStep): StepLine {
  const reached = PLAN_STEPS.indexOf(current);
  return {
    number: reached + 1,
    total: PLAN_STEPS.length,
    name: wordFor('plan-step', current),
    why: wordFor('plan-step-why', current),
    segments: PLAN_STEPS.map((step, place) => ({
      label: wordFor('plan-step', step),
      state: place < reached ? 'complete' : place === reached ? 'current' : 'ahead',
    })),
  };
}
