import { day, filterId, page } from '@demarche/base';
import type { BoardFilter } from '@demarche/deadlines';
import { z } from 'zod';

/** The states one may ask for on the board, as words of the address. */
export const BOARD_STATES = ['open', 'overdue', 'nearing', 'upcoming', 'closed', 'all'] as const;

const ASK_DAY = 'Choose a day.';

/** The filters of the board as its address holds them. */
export const BoardAsked = z.strictObject({
  state: z.enum(BOARD_STATES, 'Choose one of the states in the list.').default('open'),
  owner: filterId(),
  plan: filterId(),
  from: day(ASK_DAY).optional(),
  until: day(ASK_DAY).optional(),
  page: page(),
});

/** The parsed filters. */
export type BoardQuery = z.output<typeof BoardAsked>;

/** The filters as the deadlines room knows them, for one page of the board. */
export function boardFilter({ state, owner, plan, from, until, page: asked }: BoardQuery): BoardFilter {
  return {
    page: asked,
    ...(state === 'all' ? {} : { state }),
    ...(owner ? { ownerId: owner } : {}),
    ...(plan ? { planId: plan } : {}),
    ...(from ? { from } : {}),
    ...(until ? { until } : {}),
  };
}

/** The filters as an address holds them, without the page. */
export function boardAddress({
  state,
  owner,
  plan,
  from,
  until,
}: BoardQuery): Record<string, string | undefined> {
  return { state: state === 'open' ? undefined : state, owner, plan, from, until };
}
