import { MOST_OPEN, type Release } from '@demarche/review';
import { plural } from '@demarche/words';

/** How many proposals a home shows at once; the others are folded below them. */
const SHOWN = 5;

/** A proposal for release as a row: what it is, where it is read, and since when it waits. */
export function waitingRow({ title, link, proposedAt }: Release) {
  return { title, href: link, proposedAt };
}

/** Proposals in the order given, the first few open and the others folded with their number; null where there is none. */
export function waitingList(releases: readonly Release[]) {
  if (releases.length === 0) return null;
  const rows = releases.map(waitingRow);
  return {
    rows: rows.slice(0, SHOWN),
    folded: rows.slice(SHOWN),
    foldedWords: `${rows.length - SHOWN} more`,
  };
}

/** How many texts wait for a second person; a list that is full may leave some out, and says so. */
export function waitingInWords(count: number): string {
  if (count >= MOST_OPEN) return `${MOST_OPEN} texts or more wait for a second person`;
  return `${plural(count, { one: 'text waits', many: 'texts wait' })} for a second person`;
}
