import { type BoardFilter, BoardInput, type BoardState } from '@demarche/deadlines';
import { filterOf } from '../../parts/address';
import type { FormBody } from '../../http/forms/forms';

/** The states that the board's page offers to choose from; its address takes every other one too. */
export const OFFERED_STATES: readonly BoardState[] = [
  'open',
  'overdue',
  'nearing',
  'upcoming',
  'closed',
  'all',
];

/** The board's filter as its page asks: there is always a state, an order and a page. */
export type BoardAsked = BoardFilter & Required<Pick<BoardFilter, 'state' | 'page'>>;

const SHORT = { owner: 'ownerId', plan: 'planId' } as const;

/** Reads the address of the board's page, which says `owner` and `plan` for short and shows what is open unless asked otherwise. */
export function boardAsked(query: FormBody): BoardAsked {
  const named = Object.entries(query).map(([name, value]) => [
    Object.hasOwn(SHORT, name) ? SHORT[name as keyof typeof SHORT] : name,
    value,
  ]);
  const filter = filterOf(BoardInput, Object.fromEntries(named) as FormBody);
  return { ...filter, state: filter.state ?? 'open' };
}

/** The filter as an address of the page holds it, without the page. */
export function boardAddress(asked: BoardAsked): Record<string, string | undefined> {
  const { state, ownerId: owner, planId: plan, postId, from, until, sort } = asked;
  return { state: state === 'open' ? undefined : state, owner, plan, postId, from, until, sort };
}
