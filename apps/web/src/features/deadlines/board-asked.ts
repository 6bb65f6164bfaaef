import type { BoardFilter } from '@demarche/deadlines';
import { isCalendarDate } from '@demarche/rules';
import { z } from 'zod';

/** The states one may ask for on the board, as words of the address. */
export const BOARD_STATES = ['open', 'overdue', 'nearing', 'upcoming', 'closed', 'all'] as const;

const day = z.string().refine(isCalendarDate, 'Write the day as year-month-day, for example 2009-11-13.');

/** The filters of the board as its address holds them. */
export const BoardAsked = z.strictObject({
  state: z.enum(BOARD_STATES, 'Choose one of the states in the list.').default('open'),
  owner: z.string().max(64).optional(),
  plan: z.string().max(64).optional(),
  from: day.optional(),
  until: day.optional(),
  page: z.coerce.number('Enter a page number.').int().min(1).max(10_000).default(1),
});

/** The parsed filters. */
export type BoardQuery = z.output<typeof BoardAsked>;

/** The filters as the deadlines room knows them, for one page of the board. */
export function boardFilter({ state, owner, plan, from, until, page }: BoardQuery): BoardFilter {
  return {
    page,
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
