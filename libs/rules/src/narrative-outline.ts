import type { CalendarDate } from './calendar-date';
import type { CreditVerdict } from './government-credit';

/** The days an interim assessment looks at, both included; `until: null` means that no cut-off has been entered. */
export interface NarrativeWindow {
  from: CalendarDate;
  until: CalendarDate | null;
}

/** One logged act with its credit verdict and the recommendations it was logged against. */
export interface NarrativeEntry {
  id: string;
  happenedOn: CalendarDate;
  verdict: CreditVerdict;
  recommendationIds: readonly string[];
}

/** Why an entry is not part of the passage: its day lies outside the window, or it earns no (or no certain) credit. */
export type ApartReason = 'outside-window' | Exclude<CreditVerdict, 'credit'>;

/** The facts of one country's narrative; the recommendations are the high-priority ones, in the plan's order. */
interface NarrativeFacts {
  recommendations: readonly { id: string }[];
  entries: readonly NarrativeEntry[];
  window: NarrativeWindow;
}

/** What one recommendation's passage rests on; `hasNews` is false when no entry is left to tell of. */
interface OutlinePassage {
  recommendationId: string;
  credited: string[];
  apart: { entryId: string; reason: ApartReason }[];
  hasNews: boolean;
}

/** Whether a day lies in the window, its first and last day included. */
export function isInsideWindow(date: CalendarDate, { from, until }: NarrativeWindow): boolean {
  return from <= date && (until === null || date <= until);
}

// Outside the window no shown role could bring the entry in, so that reason is told first.
function apartReasonOf({ happenedOn, verdict }: NarrativeEntry, window: NarrativeWindow): ApartReason | null {
  if (!isInsideWindow(happenedOn, window)) return 'outside-window';
  return verdict === 'credit' ? null : verdict;
}

/**
 * One passage for every high-priority recommendation, done or not, in the order given; entries come by date and one entry
 * may serve several. Source: 22 U.S.C. 7107(b), special watch list, for the window, 09STATE88558 paragraphs 3 and 7 for the rest.
 */
export function narrativeOutline({ recommendations, entries, window }: NarrativeFacts): OutlinePassage[] {
  const byDate = [...entries].sort((a, b) => a.happenedOn.localeCompare(b.happenedOn));
  return recommendations.map(({ id }) => {
    const judged = byDate
      .filter((entry) => entry.recommendationIds.includes(id))
      .map((entry) => ({ entryId: entry.id, reason: apartReasonOf(entry, window) }));
    const credited = judged.filter(({ reason }) => reason === null).map(({ entryId }) => entryId);
    const apart = judged.flatMap(({ entryId, reason }) => (reason === null ? [] : [{ entryId, reason }]));
    return { recommendationId: id, credited, apart, hasNews: credited.length > 0 };
  });
}
