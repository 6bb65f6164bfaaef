import type { WorkCalendar } from '@demarche/rules';
import { postFinder, type PostFacts } from '../places/places';
import { SHIPPED_POSTS } from './catalogue';
import { workWeeksOfCountry } from './work-weeks';

const shippedPost = postFinder(SHIPPED_POSTS);

/** The register as it ships, for questions that are asked where no database is. */
export class ShippedRegister {
  /** The post that a city, a cable token or a former name means, or null; case, blanks and hyphens do not count. */
  postByName(text: string): PostFacts | null {
    return shippedPost(text);
  }

  /** A shipped post's calendar, or null for a post that does not ship. Host holidays do not ship. */
  calendarOf(postId: string): WorkCalendar | null {
    const post = SHIPPED_POSTS.find((candidate) => candidate.id === postId);
    if (!post) return null;
    const workWeeks = workWeeksOfCountry(post.countryId).map(([from, weekend]) => ({
      from,
      weekend: [...weekend],
    }));
    return { where: 'post', workWeeks, holidays: [] };
  }
}
