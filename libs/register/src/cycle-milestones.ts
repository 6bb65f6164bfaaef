import { cycleMilestones, type Milestone, MILESTONE_KINDS, MILESTONE_NATURES } from '@demarche/rules';

/** A milestone as people entered it. */
export type EnteredMilestone = Omit<Milestone, 'until'> & { until: string | null };

const place = ({ kind, nature }: Milestone) =>
  MILESTONE_KINDS.indexOf(kind) * MILESTONE_NATURES.length + MILESTONE_NATURES.indexOf(nature);

/**
 * The milestones of a cycle: those computed from law, and those entered, which take the place of a computed one of the
 * same kind and nature. The entered release of the report moves what is counted from it.
 */
export function milestonesOfCycle(reportYear: number, entered: readonly EnteredMilestone[]): Milestone[] {
  const release = entered.find((known) => known.kind === 'report' && known.nature === 'actual');
  const computed = cycleMilestones({ reportYear, reportReleasedOn: release?.on ?? null });
  const isEntered = ({ kind, nature }: Milestone) =>
    entered.some((known) => known.kind === kind && known.nature === nature);
  const told = entered.map(({ kind, nature, on, until, source }) =>
    until === null ? { kind, nature, on, source } : { kind, nature, on, until, source },
  );
  return [...computed.filter((milestone) => !isEntered(milestone)), ...told].sort(
    (a, b) => place(a) - place(b),
  );
}

/** The milestone of a kind that people go by: what happened, else what was instructed, else what the law says; or null. */
export function guidingMilestone(
  milestones: readonly Milestone[],
  kind: Milestone['kind'],
): Milestone | null {
  const ofKind = milestones.filter((milestone) => milestone.kind === kind);
  return ofKind.sort((a, b) => place(b) - place(a))[0] ?? null;
}
