import { Conflict } from '@demarche/base';
import { guidingMilestone } from '@demarche/register';
import type { CalendarDate, Milestone, NarrativeWindow } from '@demarche/rules';

/** The span that the narrative covers, where it comes from, and the last day it can speak of. */
export interface CoveredSpan {
  window: NarrativeWindow & { source: string };
  asOf: CalendarDate;
}

/**
 * The interim window of a cycle on a day: what was entered goes before what is computed, an open end runs to today.
 * Throws Conflict when the cycle has no window, or when it has not begun.
 */
export function coveredSpan(milestones: readonly Milestone[], today: CalendarDate): CoveredSpan {
  const chosen = guidingMilestone(milestones, 'interim-window');
  if (!chosen)
    throw new Conflict(
      'state',
      'No interim window is known for this cycle. Enter it among the cycle’s milestones first.',
    );
  if (today < chosen.on)
    throw new Conflict(
      'state',
      `The interim window opens on ${chosen.on}; until then there is nothing to tell.`,
    );
  const until = chosen.until ?? null;
  const asOf = until !== null && until < today ? until : today;
  return { window: { from: chosen.on, until, source: chosen.source }, asOf };
}
