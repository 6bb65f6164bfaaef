import { plural } from '@demarche/words';
import { daysBetween } from '@demarche/rules';

/** How old something is in calendar days. */
export function ageOf(from: string, today: string): string {
  const days = daysBetween(from, today);
  return days === 0 ? 'today' : `${plural(days, { one: 'day', many: 'days' })} ago`;
}
