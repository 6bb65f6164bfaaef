import type { DeadlineRow } from '@demarche/deadlines';
import { guidingMilestone } from '@demarche/register';
import type { Milestone, MilestoneKind } from '@demarche/rules';
import { plural } from '../words/plural';
import { wordFor } from '../words/words';
import type { Mark } from './efforts-verdict';

/** Everything dated about a plan: what somebody owes, and the milestones of its cycle. */
export interface PlanDated {
  deadlines: readonly DeadlineRow[];
  milestones: readonly Milestone[];
}

const LOOKS: Record<DeadlineRow['state'], Pick<Mark, 'shape' | 'tone'>> = {
  met: { shape: '✔', tone: 'good' },
  waived: { shape: '✕', tone: 'calm' },
  overdue: { shape: '▲', tone: 'bad' },
  due: { shape: '◆', tone: 'wait' },
  soon: { shape: '◐', tone: 'wait' },
  upcoming: { shape: '○', tone: 'calm' },
};

/** A deadline as one line of a plan or a country. */
export function deadlineLine({ deadline, state, workingDaysLeft, city, ownerName }: DeadlineRow) {
  return {
    title: deadline.title,
    href: `/deadlines/${deadline.id}`,
    effectiveOn: deadline.effectiveOn,
    statutoryOn: deadline.effectiveOn === deadline.statutoryOn ? null : deadline.statutoryOn,
    city,
    ownerName,
    isOpen: isOpen({ state }),
    mark: { ...LOOKS[state], word: wordFor('due-state', state) },
    left: leftWords(workingDaysLeft),
  };
}

/** The two dates that govern a plan, and how many of its deadlines are late. */
export function keyDates(dated: PlanDated) {
  const overdue = dated.deadlines.filter(({ state }) => state === 'overdue');
  return {
    postReport: keyDate(dated, 'post-report'),
    interim: keyDate(dated, 'interim-assessment'),
    overdue: overdue.map(deadlineLine),
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
  return milestone ? { on: milestone.on, isSet: false } : null;
}

function leftWords(workingDays: number): string {
  if (workingDays === 0) return 'today';
  const days = plural(Math.abs(workingDays), { one: 'working day', many: 'working days' });
  return workingDays > 0 ? `in ${days}` : `${days} ago`;
}
