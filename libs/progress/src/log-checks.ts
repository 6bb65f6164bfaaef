import { Invalid, type Reason } from '@demarche/base';

/** A recommendation as far as a log entry asks: which it is, and whether it still stands. */
interface LoggedAgainst {
  id: string;
  droppedOn: string | null;
}

/** What a set of recommendations is checked against: the plan's own, and those an amended entry named before. */
interface Permitted {
  recommendations: readonly LoggedAgainst[];
  before: readonly string[];
}

/** Refuses a day that has not come yet at the post. */
export function againstFuture(field: string, date: string, today: string): Reason[] {
  if (date <= today) return [];
  const message = `This day has not come yet at the post, where it is ${today}.`;
  return [{ field, code: 'in-the-future', message }];
}

/** Refuses recommendations of another plan, and dropped ones that the entry did not name before. */
export function againstStrangers(field: string, ids: readonly string[], permitted: Permitted): Reason[] {
  return ids.flatMap((id) => {
    const known = permitted.recommendations.find((recommendation) => recommendation.id === id);
    if (!known) return [{ field, code: 'not-in-plan', message: 'Choose recommendations of this plan only.' }];
    if (known.droppedOn === null || permitted.before.includes(id)) return [];
    return [
      { field, code: 'dropped', message: 'One of these recommendations has been dropped. Choose another.' },
    ];
  });
}

/** Refuses to complete a recommendation that the entry is not about. */
export function againstLooseCompletion(completes: readonly string[], ids: readonly string[]): Reason[] {
  if (completes.every((id) => ids.includes(id))) return [];
  const message = 'An entry can complete only a recommendation that it is about.';
  return [{ field: 'completes', code: 'not-about', message }];
}

/** Refuses a period that ends before it begins. */
export function againstReversedPeriod(from: string, until: string): Reason[] {
  if (from <= until) return [];
  return [{ field: 'until', code: 'period-reversed', message: 'The period ends before it begins.' }];
}

/** Throws Invalid with all reasons found, if there are any. */
export function refuseFor(reasons: Reason[]): void {
  if (reasons.length > 0) throw new Invalid(reasons);
}
