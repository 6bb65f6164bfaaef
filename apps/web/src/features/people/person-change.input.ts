import { type PersonChange, PersonChangeInput } from '@demarche/access';
import { rowId } from '@demarche/base';
import type { z } from 'zod';

/** The form of a change: the posts that go on are ticks, one more post is a list, and both together are the posts. */
export const PersonForm = PersonChangeInput.extend({
  alsoAt: rowId('Choose a post.').optional(),
});

/** What the form asks for, as the room and the API take it. */
export function changeIn({ alsoAt, ...form }: z.infer<typeof PersonForm>): PersonChange {
  return { ...form, postIds: [...(form.postIds ?? []), ...(alsoAt ? [alsoAt] : [])] };
}
