import { WASHINGTON_ZONE } from '@demarche/base';
import { type CalendarDate, washingtonCalendar, type WorkCalendar, yearOf } from '@demarche/rules';
import type { PostLookup } from './post-known';

/** Whose working days count around a date, and in which zone the reminded person lives. */
interface Parties {
  zone: string;
  parties: WorkCalendar[];
}

/** Washington, and the post where one is named. Throws Invalid for a post that nobody knows. */
export async function partiesAround(
  date: CalendarDate,
  post: string | null,
  posts: PostLookup,
): Promise<Parties> {
  const washington = washingtonCalendar(yearOf(date));
  if (post === null) return { zone: WASHINGTON_ZONE, parties: [washington] };
  const { zone, calendar } = await posts.named(post);
  return { zone, parties: [washington, calendar] };
}
