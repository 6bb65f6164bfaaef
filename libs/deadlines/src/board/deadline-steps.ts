import type { CalendarDate } from '@demarche/rules';
import type { DeadlineFace, DeadlineRevision } from '../deadline-revision.entity';

/** One change of a deadline: what it said before and after. */
interface DeadlineStep {
  revision: DeadlineRevision;
  before: DeadlineFace;
  after: DeadlineFace;
}

/** The days that a deadline had before its last move, and why it was moved. */
export interface DayBefore {
  statutoryOn: CalendarDate;
  effectiveOn: CalendarDate;
  reason: string | null;
}

/** The changes of one deadline in their order; each ends where the next one begins. */
export function stepsOf(revisions: readonly DeadlineRevision[], present: DeadlineFace): DeadlineStep[] {
  return revisions.map((revision, place) => ({
    revision,
    before: revision.before,
    after: revisions[place + 1]?.before ?? present,
  }));
}

/** Whether a change put the deadline on another day. */
export function isMove({ before, after }: DeadlineStep): boolean {
  return before.statutoryOn !== after.statutoryOn || before.effectiveOn !== after.effectiveOn;
}

/** The days before the last move; null where there was none. */
export function dayBefore(steps: readonly DeadlineStep[]): DayBefore | null {
  const move = steps.filter(isMove).at(-1);
  if (!move) return null;
  const { statutoryOn, effectiveOn } = move.before;
  return { statutoryOn, effectiveOn, reason: move.revision.reason };
}
