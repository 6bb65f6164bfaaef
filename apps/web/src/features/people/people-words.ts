import type { Account, Posting } from '@demarche/access';
import type { Post } from '@demarche/register';

const HOME = { label: 'People', href: '/people' };

/** The way back from a page about a person; `here` names the page. */
export function peopleTrail({ id, name }: Pick<Account, 'id' | 'name'>, here: string) {
  return [HOME, { label: name, href: `/people/${id}` }, { label: here, href: null }];
}

/** A post as forms offer it. */
export function postChoice({ id, city, name }: Post): { value: string; label: string } {
  return { value: id, label: `${city} (${name})` };
}

/** A person's postings as the page lists them, the latest first; `until` is the first day on which it no longer holds. */
export function postingRows(postings: Posting[], nameOf: (postId: string) => string) {
  return postings
    .map(({ postId, startsOn, endedOn }) => ({ post: nameOf(postId), from: startsOn, until: endedOn }))
    .reverse();
}
