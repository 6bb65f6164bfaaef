import { choice, day, filterId, page } from '@demarche/base';
import { DEADLINE_STATES, type DeadlineStateWord } from '@demarche/rules';
import { type Code, codesOf } from '@demarche/words';
import { z } from 'zod';

/** What the board may be put in order by: the working day, the state, the title or the owner; with a minus the other way round. */
const BOARD_SORTS = ['due', 'state', 'what', 'owner', '-due', '-state', '-what', '-owner'] as const;

/** One of {@link BOARD_SORTS}. */
export type BoardSort = (typeof BOARD_SORTS)[number];

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
export type BoardFilter = Partial<z.output<typeof BoardInput>> & {
  /** The country that is asked of; asked by its own page, not by an address. */
  countryId?: string;
};

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

/** The states that a filter asks for, in the order of the states. */
export function wantedBy({ state = 'all' }: BoardFilter): readonly DeadlineStateWord[] {
  return WANTED[state];
}

/** Whether what is in a state is still owed. */
export function isOpenState(state: DeadlineStateWord): boolean {
  return !WANTED.closed.includes(state);
}

/** Whether what a filter asks for depends on today where each deadline is owed. */
export function isCountedFromToday(filter: BoardFilter): boolean {
  const open = wantedBy(filter).filter(isOpenState).length;
  const isEveryOrNone = open === 0 || open === WANTED.open.length;
  return !isEveryOrNone || (open > 0 && (filter.sort?.endsWith('state') ?? false));
}
