import type { PaperChanges } from '@demarche/papers';
import { plural } from '@demarche/words';

const RECOMMENDATIONS = { one: 'recommendation', many: 'recommendations' };
const ENTRIES = { one: 'entry was', many: 'entries were' };
const areOr = (count: number) => (count === 1 ? 'is' : 'are');

/** What changed in a plan since a paper was made of it, in one sentence; null when nothing did. */
export function changesInWords({ missing, gone, ...entries }: PaperChanges): string | null {
  const told = entriesInWords(entries);
  if (told.length > 0) return `${told.join(' and ')} after this was made.`;
  if (missing === 0 && gone === 0) return null;
  if (gone === 0) return `${plural(missing, RECOMMENDATIONS)} of the plan ${areOr(missing)} missing here.`;
  if (missing === 0) return `${plural(gone, RECOMMENDATIONS)} here ${areOr(gone)} no longer asked for.`;
  const most = Math.max(missing, gone);
  return `${plural(most, RECOMMENDATIONS)} ${areOr(most)} worded differently in the plan now.`;
}

function entriesInWords(told: Pick<PaperChanges, 'newEntries' | 'withdrawnEntries'>): string[] {
  const words: string[] = [];
  if (told.newEntries > 0) words.push(`${plural(told.newEntries, ENTRIES)} logged`);
  if (told.withdrawnEntries > 0) words.push(`${plural(told.withdrawnEntries, ENTRIES)} withdrawn`);
  return words;
}
