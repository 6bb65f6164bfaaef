import type { NamedPlan } from '@demarche/plans';
import { plural } from '@demarche/words';

/** What a page says of plans that are only being prepared, with the list behind it: one line a cycle. */
export function comingInWords(coming: readonly NamedPlan[]): { words: string; href: string }[] {
  const cycles = [...new Set(coming.map(({ cycleId }) => cycleId))].sort();
  return cycles.map((cycleId) => comingIn(coming.filter((row) => row.cycleId === cycleId)));
}

function comingIn(rows: NamedPlan[]): { words: string; href: string } {
  const [only, ...others] = rows as [NamedPlan, ...NamedPlan[]];
  if (others.length === 0) return { words: only.title, href: `/plans/${only.id}` };
  const words = `${plural(rows.length, PLANS)} of the cycle ${only.cycleName}`;
  return { words, href: `/plans?cycleId=${only.cycleId}` };
}

const PLANS = { one: 'plan', many: 'plans' };
