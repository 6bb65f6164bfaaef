import { wordFor } from '@demarche/words';
import type { DeadlineRow } from '@demarche/deadlines';
import { guidingMilestone } from '@demarche/register';
import type { Milestone, MilestoneKind } from '@demarche/rules';
import { deadlineMark, timeLeft } from './deadline-row';

/** Everything dated about a plan: what somebody owes, and the milestones of its cycle. */
interface PlanDated {
  deadlines: readonly DeadlineRow[];
  milestones: readonly Milestone[];
}

/** A deadline as one line of a plan or a country. */
export function deadlineLine(row: DeadlineRow) {
  const { deadline, state, ownerName } = row;
  return {
    title: deadline.title,
    href: `/deadlines/${deadline.id}`,
    effectiveOn: deadline.effectiveOn,
    statutoryOn: deadline.effectiveOn === deadline.statutoryOn ? null : deadline.statutoryOn,
    ownerName,
    isOpen: isOpen(row),
    mark: deadlineMark(state),
    left: timeLeft(row),
  };
}

/** The two dates that govern a plan, and those of its deadlines that are late. */
export function keyDates(dated: PlanDated) {
  return {
    postReport: keyDate(dated, 'post-report'),
    interim: keyDate(dated, 'interim-assessment'),
    overdue: dated.deadlines.filter(({ state }) => state === 'overdue').map(deadlineLine),
  };
}

/** The dates of a cycle by kind, each as law, instruction and life had it. */
export function datesOf(milestones: readonly Milestone[]) {
  const kinds = [...new Set(milestones.map(({ kind }) => kind))];
  return kinds.map((kind) => ({
    kind: wordFor('milestone-kind', kind),
    dates: milestones
      .filter((milestone) => milestone.kind === kind)
      .map(({ nature, on, until }) => ({ nature: wordFor('nature', nature), on, until: until ?? null })),
  }));
}

/** Whether a deadline is still owed. */
export function isOpen({ state }: Pick<DeadlineRow, 'state'>): boolean {
  return state !== 'met' && state !== 'waived';
}

/** The plan's own deadline of a kind; where nobody has set one, the milestone that people go by. */
function keyDate({ deadlines, milestones }: PlanDated, kind: MilestoneKind) {
  const row = deadlines.find(({ deadline }) => deadline.kind === kind);
  if (row) return { ...deadlineLine(row), on: row.deadline.effectiveOn, isSet: true };
  const milestone = guidingMilestone(milestones, kind);
  return { on: milestone?.on ?? null, isSet: false };
}
