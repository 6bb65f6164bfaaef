import type { PostFacts } from '../places/places';
import { workWeeksOfCountry } from './work-weeks';

/** The dated weekends of a post, as its country's ship; ids say what the row is, so that loading twice adds nothing. */
export function shippedWorkWeekRows(post: Pick<PostFacts, 'id' | 'countryId'>) {
  return workWeeksOfCountry(post.countryId).map(([from, weekend, source]) => ({
    id: `${post.id} ${from ?? 'always'}`,
    postId: post.id,
    from,
    weekend: [...weekend],
    source,
  }));
}
