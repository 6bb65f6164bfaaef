import { filterId, page } from '@demarche/base';
import type { BoardFilter } from '@demarche/deadlines';
import { z } from 'zod';

const STATES = ['open', 'closed', 'met', 'waived', 'overdue', 'due', 'soon', 'upcoming'] as const;

/** Which deadlines are counted. */
export const TallyInput = z.strictObject({
  planId: filterId(),
  postId: filterId(),
  ownerId: filterId(),
  state: z.enum(STATES, 'Choose a state of a deadline.').optional(),
});

/** Which deadlines are listed. */
export const BoardInput = TallyInput.extend({ page: page() });

/** The parsed wish for a page of the board. */
export type BoardAsked = z.infer<typeof BoardInput>;

/** What was asked for, without what was not. */
export function boardFilterOf({ planId, postId, ownerId, state }: Omit<BoardAsked, 'page'>): BoardFilter {
  const asked = Object.entries({ planId, postId, ownerId, state }).filter(([, value]) => value !== undefined);
  return Object.fromEntries(asked) as BoardFilter;
}
