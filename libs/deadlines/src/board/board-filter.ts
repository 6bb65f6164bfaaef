import { choice, day, filterId, page } from '@demarche/base';
import { type CalendarDate, DEADLINE_STATES, type DeadlineStateWord } from '@demarche/rules';
import { type Code, codesOf } from '@demarche/words';
import { z } from 'zod';

/** What the board may be put in order by: the working day, the state, the title or the owner; with a minus the other way round. */
const BOARD_SORTS = ['due', 'state', 'what', 'owner', '-due', '-state', '-what', '-owner'] as const;

/** One of {@link BOARD_SORTS}. */
type BoardSort = (typeof BOARD_SORTS)[number];

const STATES = codesOf('deadline-filter') as [BoardState, ...BoardState[]];
const whenGiven = <S extends z.ZodType>(schema: S) =>
  z
    .preprocess(
      (given) => (typeof given === 'string' && given.trim() === '' ? undefined : given),
      schema.optional(),
    )
    .optional();

/** Which deadlines are counted: the filter of the board's page and of the API alike. */
export const DeadlineFilterInput = z.strictObject({
  planId: filterId(),
  postId: filterId(),
  ownerId: filterId(),
  state: whenGiven(choice(STATES, 'Choose a state of a deadline.')),
  from: whenGiven(day('Say the first day.')),
  until: whenGiven(day('Say the last day.')),
});

/** Which deadlines are listed, in which order, and which page of them. */
export const BoardInput = DeadlineFilterInput.extend({
  sort: whenGiven(choice(BOARD_SORTS, 'Choose what to sort by.')),
  page: page(),
});

/** A state to ask for: one of a deadline, or `open`, `closed` and `nearing`, which stand for several, or `all`. */
export type BoardState = Code<'deadline-filter'>;

/** Which deadlines the board shows; pages count from 1, days are compared with the effective date. */
export type BoardFilter = Partial<z.output<typeof BoardInput>>;

/** A deadline as far as a filter asks. */
interface Filtered {
  deadline: { effectiveOn: CalendarDate };
  state: DeadlineStateWord;
}

/** What decides the place of a row in the order asked for. */
interface Sortable {
  deadline: { id: string; effectiveOn: CalendarDate; title: string; ownerId: string };
  state: DeadlineStateWord;
}

/** The more pressing of two states of open deadlines. */
export function moreUrgent(
  state: DeadlineStateWord,
  other: DeadlineStateWord | undefined,
): DeadlineStateWord {
  const isMore = other === undefined || DEADLINE_STATES.indexOf(state) < DEADLINE_STATES.indexOf(other);
  return isMore ? state : other;
}

const WANTED: Record<BoardState, readonly DeadlineStateWord[]> = {
  open: ['overdue', 'due', 'soon', 'upcoming'],
  overdue: ['overdue'],
  nearing: ['due', 'soon'],
  due: ['due'],
  soon: ['soon'],
  upcoming: ['upcoming'],
  closed: ['met', 'waived'],
  met: ['met'],
  waived: ['waived'],
  all: DEADLINE_STATES,
};
const CLOSED: readonly DeadlineStateWord[] = WANTED.closed;

/** Whether the wanted states are open ones; undefined when both kinds are wanted. */
export function opennessOf(state: BoardState = 'all'): boolean | undefined {
  const closed = WANTED[state].filter((word) => CLOSED.includes(word));
  if (closed.length === 0) return true;
  return closed.length === WANTED[state].length ? false : undefined;
}

/** Whether a deadline in its state is one of those wanted. */
export function fits({ deadline, state }: Filtered, filter: BoardFilter): boolean {
  return WANTED[filter.state ?? 'all'].includes(state) && liesWithin(deadline.effectiveOn, filter);
}

function liesWithin(date: string, { from, until }: BoardFilter): boolean {
  return (from === undefined || from <= date) && (until === undefined || date <= until);
}

/** The order asked for; what is equal stands by its working day. `nameOf` names an owner. */
export function orderBy(sort: BoardSort, nameOf: (ownerId: string) => string) {
  const key = sort.replace('-', '') as keyof typeof KEYS;
  const turn = sort.startsWith('-') ? -1 : 1;
  const keyOf = (row: Sortable) => KEYS[key](row, nameOf);
  return (a: Sortable, b: Sortable): number =>
    turn * compared(keyOf(a), keyOf(b)) || compared(KEYS.due(a), KEYS.due(b));
}

const KEYS = {
  due: ({ deadline }: Sortable) => `${deadline.effectiveOn} ${deadline.id}`,
  state: ({ state }: Sortable) => String(DEADLINE_STATES.indexOf(state)),
  what: ({ deadline }: Sortable) => deadline.title.toLowerCase(),
  owner: ({ deadline }: Sortable, nameOf: (ownerId: string) => string) =>
    nameOf(deadline.ownerId).toLowerCase(),
};

const compared = (a: string, b: string) => a.localeCompare(b, 'en');
