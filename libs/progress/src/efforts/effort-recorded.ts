/** What an effort says while it counts: the day of the act, the recommendations it serves, and those it completes. */
interface EffortStanding {
  happenedOn: string;
  recommendationIds: string[];
  completes: string[];
}

/** An effort's standing as a listener is told it: null while it is withdrawn. */
export function standingOf(effort: EffortStanding & { withdrawnAt?: string | null }): EffortStanding | null {
  const { happenedOn, recommendationIds, completes, withdrawnAt = null } = effort;
  return withdrawnAt === null ? { happenedOn, recommendationIds, completes } : null;
}

/**
 * Told inside the unit in which the record of an effort changes: logged, amended, withdrawn or restored. `before` is
 * null when it is new or was withdrawn, `after` is null when it is withdrawn. With both swapped it is its own opposite.
 */
export class EffortRecorded {
  /** Whether it was logged just now, so that nothing can rest on it yet. */
  readonly isNew: boolean = false;

  constructor(
    readonly effortId: string,
    readonly before: EffortStanding | null,
    readonly after: EffortStanding | null,
  ) {}

  /** Told of an effort that was not there before. */
  static logged(effortId: string, after: EffortStanding | null): EffortRecorded {
    return Object.assign(new EffortRecorded(effortId, null, after), { isNew: true });
  }
}

/** Which recommendations an effort completes now that it did not before. */
export function newlyCompletedBy({ before, after }: EffortRecorded): string[] {
  return (after?.completes ?? []).filter((id) => !before?.completes.includes(id));
}

/** Which recommendations an effort completed before and does no more. */
export function noLongerCompletedBy({ before, after }: EffortRecorded): string[] {
  return (before?.completes ?? []).filter((id) => !after?.completes.includes(id));
}
