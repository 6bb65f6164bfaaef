import type { EffortView } from '@demarche/progress';
import { type ApartReason, isInsideWindow, type NarrativeWindow } from '@demarche/rules';
import type { ElsewhereEffort, UncreditedEffort } from './narrative';

/** What the passages did not use, and why. */
interface LeftOut {
  uncredited: UncreditedEffort[];
  elsewhere: ElsewhereEffort[];
}

function reasonOf({ happenedOn, credit }: EffortView, window: NarrativeWindow): ApartReason | null {
  if (!isInsideWindow(happenedOn, window)) return 'outside-window';
  return credit.verdict === 'credit' ? null : credit.verdict;
}

const briefly = ({ id, happenedOn, text, recommendationIds }: EffortView): ElsewhereEffort => ({
  effortId: id,
  happenedOn,
  text,
  recommendationIds,
});

/**
 * Every effort of the plan that no passage tells, by date: without credit or outside the window with the reason, and
 * credited ones that serve other recommendations only.
 */
export function leftOutOf(
  efforts: readonly EffortView[],
  subjectIds: readonly string[],
  window: NarrativeWindow,
): LeftOut {
  const byDate = [...efforts].sort((a, b) => a.happenedOn.localeCompare(b.happenedOn));
  const judged = byDate.map((effort) => ({ effort, reason: reasonOf(effort, window) }));
  const uncredited = judged.flatMap(({ effort, reason }) =>
    reason === null
      ? []
      : [{ ...briefly(effort), reason, reasons: effort.credit.reasons, missing: effort.credit.missing }],
  );
  const credited = judged.filter(({ reason }) => reason === null).map(({ effort }) => effort);
  const elsewhere = credited.filter(
    (effort) => !effort.recommendationIds.some((id) => subjectIds.includes(id)),
  );
  return { uncredited, elsewhere: elsewhere.map(briefly) };
}
