import type { MilestoneKind } from '@demarche/rules';
import { type Code, codesOf, isCode } from '@demarche/words';

/** What a deadline is about: a milestone of the cycle, one recommendation, or something of the office's own. */
export type DeadlineKind = Code<'deadline-kind'>;

/** Every {@link DeadlineKind}, as an input schema wants them. */
export const DEADLINE_KINDS = codesOf('deadline-kind') as [DeadlineKind, ...DeadlineKind[]];

/** Whether a kind is a date of the cycle; only then the cycle can say on which day it falls. */
export function isMilestone(kind: DeadlineKind): kind is MilestoneKind {
  return isCode('milestone-kind', kind);
}

/** The milestones that somebody owes, and whether the plan's post owes them; the others merely happen. */
export const OWED_MILESTONES: readonly { kind: MilestoneKind; isOwedByPost: boolean }[] = [
  { kind: 'post-report', isOwedByPost: true },
  { kind: 'interim-assessment', isOwedByPost: false },
  { kind: 'post-answers', isOwedByPost: true },
];
