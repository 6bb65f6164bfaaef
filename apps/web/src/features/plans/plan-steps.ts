import { isCode, wordFor } from '@demarche/words';

/** The life of a plan in order. */
export const PLAN_STEPS = ['draft', 'clear', 'release', 'deliver', 'report', 'assess'] as const;
/** One of {@link PLAN_STEPS}. */
type PlanStep = (typeof PLAN_STEPS)[number];

/** What shows how far a plan is, one sign a step; none of them is taken from a later one. */
export interface PlanSigns {
  /** The cable that the plan was made from: it was written, cleared and sent before it came here. */
  hasCable: boolean;
  /** A paper to the post or to the government has been made. */
  hasPaper: boolean;
  /** Such a paper has been put before a second person. */
  hasProposal: boolean;
  /** A second person has confirmed one. */
  hasRelease: boolean;
  /** The text has been handed to the government. */
  hasDelivery: boolean;
  /** Somebody has logged an act that stands. */
  hasEntry: boolean;
  /** The post's progress report is in. */
  hasReport: boolean;
  /** The interim assessment has been made of it. */
  hasAssessment: boolean;
  /** A second person has confirmed that assessment. */
  isAssessed: boolean;
}

type Progress = 'done' | 'begun' | 'open';

/** A plan's life as a page draws it: `missed` is a step before the present one of which nothing is on record. */
interface StepLine {
  number: number;
  total: number;
  name: string;
  why: string;
  segments: { label: string; state: 'complete' | 'current' | 'missed' | 'ahead' }[];
}

const progressOf = (isDone: boolean, isBegun = false): Progress => {
  if (isDone) return 'done';
  return isBegun ? 'begun' : 'open';
};

/** How far each step is, by its own sign alone. */
function stepsOf(signs: PlanSigns): Record<PlanStep, Progress> {
  const { hasCable } = signs;
  return {
    draft: progressOf(hasCable || signs.hasPaper),
    clear: progressOf(hasCable || signs.hasProposal),
    release: progressOf(hasCable || signs.hasRelease, signs.hasProposal),
    deliver: progressOf(signs.hasDelivery),
    report: progressOf(signs.hasReport, signs.hasEntry),
    assess: progressOf(signs.isAssessed, signs.hasAssessment),
  };
}

/** The step a plan is at: the furthest that has begun, or the one after the furthest that is done. */
export function planStep(signs: PlanSigns): PlanStep {
  const steps = stepsOf(signs);
  const furthest = PLAN_STEPS.findLastIndex((step) => steps[step] !== 'open');
  const at = PLAN_STEPS[furthest];
  if (at !== undefined && steps[at] === 'begun') return at;
  return PLAN_STEPS[Math.min(furthest + 1, PLAN_STEPS.length - 1)] ?? 'draft';
}

/** The line of steps with the words around it: where the plan is, and of which earlier steps nothing is on record. */
export function stepLine(signs: PlanSigns): StepLine {
  const steps = stepsOf(signs);
  const current = planStep(signs);
  const at = PLAN_STEPS.indexOf(current);
  const missed = PLAN_STEPS.slice(0, at).filter((step) => steps[step] !== 'done');
  const stateOf = (step: PlanStep, place: number) => {
    if (steps[step] === 'done') return 'complete';
    if (place === at) return 'current';
    return place < at ? 'missed' : 'ahead';
  };
  return {
    number: at + 1,
    total: PLAN_STEPS.length,
    name: wordFor('plan-step', current),
    why: [whyOf(current, steps[current]), ...missedInWords(missed)].join(' '),
    segments: PLAN_STEPS.map((step, place) => ({
      label: wordFor('plan-step', step),
      state: stateOf(step, place),
    })),
  };
}

function whyOf(step: PlanStep, progress: Progress): string {
  const code = `${step}-${progress}`;
  return wordFor('plan-step-why', isCode('plan-step-why', code) ? code : step);
}

function missedInWords(missed: readonly PlanStep[]): string[] {
  if (missed.length === 0) return [];
  const words = missed.map((step) => wordFor('plan-step-missed', step));
  const last = words.length > 1 ? ` and ${words.at(-1)}` : '';
  const first = words.length > 1 ? words.slice(0, -1) : words;
  return [`Not on record: ${first.join(', ')}${last}.`];
}
