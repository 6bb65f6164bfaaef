import type { Clock } from '@demarche/base';

const WASHINGTON = 'America/New_York';

/** Today's calendar date on the wall of a post, or Washington's where a plan has no post. */
export function todayAt(clock: Clock, post: { zone: string } | null): string {
  return clock.today(post?.zone ?? WASHINGTON);
}
