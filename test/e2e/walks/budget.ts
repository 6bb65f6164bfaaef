import type { Role } from '@demarche/access';
import { shortened } from '../../support/statements';
import { EXCEPTIONS } from './exceptions';

/** What one address took for one person. */
export interface Reading {
  route: string;
  role: Role;
  status: number;
  statements: number;
  /** The statement that came most often. */
  worst: { text: string; count: number };
  /** Whether many things came, one a row. */
  isList: boolean;
}

/**
 * The most statements that one request may take: guard, frame and notices included. A refusal is an entry in the trail,
 * written in a unit of work of its own, from time to time with an anchor. An act may have as many consequences as its
 * rooms see, but not more of them with more rows.
 */
const BUDGETS = { page: 15, list: 8, one: 4, refusal: 20, act: 30 };

/**
 * A second question where there is more than a page of something is no growth. What is asked once a row, country or year
 * grows by two at least, for the large house has two years more, and four rows and countries more.
 */
const SLACK = 1;

/** One address as one person saw it in the small house and in the grown one. */
export interface Pair {
  small: Reading;
  large: Reading;
}

/** The two walks side by side; both ask the same addresses in the same order. */
export function paired(small: readonly Reading[], large: readonly Reading[]): Pair[] {
  return small.map((reading, index) => ({ small: reading, large: large[index] as Reading }));
}

/** What is wrong with these addresses, one line each with the statement that repeats; the stated exceptions are left out. */
export function faultsIn(pairs: readonly Pair[]): string[] {
  return pairs.filter((pair) => isOver(pair) && !isExcepted(pair)).map(described);
}

/** The exceptions that no address needs any more. */
export function needlessExceptions(pairs: readonly Pair[]): string[] {
  const needed = new Set(pairs.filter(isOver).map(({ large }) => large.route));
  return Object.keys(EXCEPTIONS).filter((route) => !needed.has(route));
}

/** Whether the count grew with the rows, or is more than such an address may take. */
export function isOver({ small, large }: Pair): boolean {
  return grew({ small, large }) || large.statements > budgetOf(large);
}

/** One address in a line: what it took, small and grown, what it may take, and the statement that came most often. */
export function described({ small, large }: Pair): string {
  const { route, role, worst } = large;
  const counts = `${small.statements} → ${large.statements} (of ${budgetOf(large)})`;
  const words = grew({ small, large }) ? 'GROWS' : 'over';
  return `${words} ${route} as ${role}: ${counts}; ${worst.count} × ${shortened(worst.text, 130)}`;
}

const grew = ({ small, large }: Pair) => large.status < 400 && large.statements > small.statements + SLACK;

/** The most statements that such an address may take. */
export function budgetOf({ route, status, isList }: Omit<Reading, 'statements' | 'worst'>): number {
  if (status >= 400) return BUDGETS.refusal;
  if (!route.startsWith('/')) return BUDGETS.act;
  if (!route.startsWith('/api/v1')) return BUDGETS.page;
  return isList ? BUDGETS.list : BUDGETS.one;
}

function isExcepted({ small, large }: Pair): boolean {
  const exception = EXCEPTIONS[large.route];
  if (!exception) return false;
  return large.statements <= exception.most && (exception.mayGrow === true || !grew({ small, large }));
}
