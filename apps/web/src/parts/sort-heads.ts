import { addressOf } from './address';

/** A head of a table: its label and, where the list may be sorted by it, the key. */
export interface HeadTold {
  key: string | null;
  label: string;
}

/** A head as a view shows it: the address that sorts by it, and how it is sorted now, in the words of ARIA. */
export interface SortHead {
  label: string;
  href: string | null;
  sorted: 'ascending' | 'descending' | null;
}

/** The heads of a list whose order stands in its address: a second press turns the order round. */
export function sortHeads(
  heads: readonly HeadTold[],
  list: { path: string; address: Record<string, string | undefined>; sort: string },
): SortHead[] {
  const [key, isTurned] = [list.sort.replace(/^-/, ''), list.sort.startsWith('-')];
  return heads.map((head) => {
    if (head.key === null) return { label: head.label, href: null, sorted: null };
    const isNow = head.key === key;
    const next = isNow && !isTurned ? `-${head.key}` : head.key;
    const href = addressOf(list.path, { ...list.address, sort: next });
    const way = isTurned ? 'descending' : 'ascending';
    return { label: head.label, href, sorted: isNow ? way : null };
  });
}
