import { type Clock, WASHINGTON_ZONE } from '@demarche/base';

/** Today's calendar date on the wall of a post, or Washington's where a plan has no post. */
export function todayAt(clock: Clock, post: { zone: string } | null): string {
  return clock.today(post?.zone ?? WASHINGTON_ZONE);
}
