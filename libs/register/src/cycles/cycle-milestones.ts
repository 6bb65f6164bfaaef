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

/** The milestone of a kind that is owed: what was instructed overrules what is computed, and what happened is owed by nobody; or null. */
export function owedMilestone(milestones: readonly Milestone[], kind: Milestone['kind']): Milestone | null {
  return guidingMilestone(
    milestones.filter(({ nature }) => nature !== 'actual'),
    kind,
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

/** A date of a cycle that falls on another day than before; `before` is null where the cycle did not know the date. */
export interface MilestoneMove {
  cycleId: string;
  kind: Milestone['kind'];
  before: Milestone | null;
  after: Milestone;
}

/** Which owed dates fall on another day after a change of a cycle. */
export function movesBetween(
  cycleId: string,
  { before, after }: { before: readonly Milestone[]; after: readonly Milestone[] },
): MilestoneMove[] {
  return MILESTONE_KINDS.flatMap((kind) => {
    const was = owedMilestone(before, kind);
    const is = owedMilestone(after, kind);
    return is === null || is.on === was?.on ? [] : [{ cycleId, kind, before: was, after: is }];
  });
}
