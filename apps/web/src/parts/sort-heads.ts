import { choiceWhenGiven } from '@demarche/base';
import { addressOf } from './address';

/** A head of a table: its label and, where the list may be sorted by it, the key. */
interface HeadTold {
  key: string | null;
  label: string;
  /** Whether its column holds numbers, which stand to the right. */
  isNumber?: boolean;
}

/** A head of a list that lies in memory, with what its rows are compared by; a row without it stands last. */
export interface Column<Row> extends HeadTold {
  of: (row: Row) => string | number | null;
}

/** A head as a view shows it: the address that sorts by it, and how it is sorted now, in the words of ARIA. */
interface SortHead {
  label: string;
  href: string | null;
  sorted: 'ascending' | 'descending' | null;
  isNumber: boolean;
}

/** The heads of a list whose order stands in its address: a second press turns the order round. */
export function sortHeads(
  heads: readonly HeadTold[],
  list: { path: string; address: Record<string, string | undefined>; sort: string },
): SortHead[] {
  const [key, isTurned] = [list.sort.replace(/^-/, ''), list.sort.startsWith('-')];
  return heads.map((head) => {
    const { label, isNumber = false } = head;
    if (head.key === null) return { label, href: null, sorted: null, isNumber };
    const isNow = head.key === key;
    const next = isNow && !isTurned ? `-${head.key}` : head.key;
    const href = addressOf(list.path, { ...list.address, sort: next });
    const way = isTurned ? 'descending' : 'ascending';
    return { label, href, sorted: isNow ? way : null, isNumber };
  });
}

/** The field of an address that says the order: a key of the columns, with a minus the other way round, and nothing else. */
export function sortField(heads: readonly HeadTold[]) {
  const keys = heads.flatMap(({ key }) => (key === null ? [] : [key, `-${key}`]));
  return choiceWhenGiven(keys, 'Choose what to sort by.');
}

/** Rows in the order asked for; what is equal, and all of it where nothing is asked, stays as the list was given. */
export function inOrder<Row>(
  rows: readonly Row[],
  columns: readonly Column<Row>[],
  sort: string | undefined,
): Row[] {
  const column = columns.find(({ key }) => key !== null && key === sort?.replace(/^-/, ''));
  if (!column) return [...rows];
  const turn = sort?.startsWith('-') ? -1 : 1;
  return [...rows].sort((a, b) => compared(column.of(a), column.of(b), turn));
}

const COLLATOR = new Intl.Collator('en', { numeric: true });

function compared(a: string | number | null, b: string | number | null, turn: number): number {
  if (a === null || b === null) return Number(a === null) - Number(b === null);
  const isNumbers = typeof a === 'number' && typeof b === 'number';
  return turn * (isNumbers ? a - b : COLLATOR.compare(String(a), String(b)));
}
