import { choicesOf, codesOf, isCode, wordFor } from '@demarche/words';
import type { Actor } from '@demarche/access';
import { NotFound } from '@demarche/base';
import { CalendarKeeping, type Post, Register, type WorkWeekRow } from '@demarche/register';
import { Injectable } from '@nestjs/common';
import { type FormBody, freshForm } from '../../http/forms/forms';
import type { PageModel } from '../../http/views/page-result';
import { type NamedList, namedPage } from '../../parts/paging';
import { trailInRegister } from './register.model';

/** The posts as they are looked through. */
const POSTS: NamedList<Post> = {
  path: '/register/posts',
  columns: [
    { key: 'city', label: 'City', of: ({ city }) => city },
    { key: 'post', label: 'Post', of: ({ name }) => name },
    { key: 'cable', label: 'Cable name', of: ({ id }) => id },
    { key: 'zone', label: 'Time zone', of: ({ zone }) => zone },
    { key: 'open', label: 'Open', of: ({ isActive }) => (isActive ? 0 : 1) },
  ],
  usual: 'city',
  texts: ({ city, name, id }) => [city, name, id],
};

/** Builds the register's pages of posts. */
@Injectable()
export class RegisterPostsModel {
  constructor(
    private readonly register: Register,
    private readonly calendars: CalendarKeeping,
  ) {}

  /** One page of the posts, the closed ones included, by city unless the address asks for another order. */
  async list(actor: Actor, query: FormBody): Promise<PageModel> {
    actor.must('manage-register');
    return {
      title: 'Posts',
      context: null,
      trail: trailInRegister({ label: 'Posts', href: null }),
      ...namedPage(POSTS, await this.register.posts(), query),
    };
  }

  /** One post with its work weeks, its holidays and the countries it deals with. */
  async post(actor: Actor, postId: string): Promise<PageModel> {
    actor.must('manage-register');
    const post = await this.register.post(postId);
    const countries = await this.register.countriesLedBy(postId);
    const weeks = await this.register.workWeeksOf(postId);
    return {
      title: post.name,
      context: `${post.city}, time zone ${post.zone}`,
      trail: trailInRegister({ label: 'Posts', href: '/register/posts' }, { label: post.name, href: null }),
      post,
      kind: wordFor('post-kind', post.kind),
      countries: countries.map(({ id, name }) => ({ id, name })),
      weeks: weeks.map(weekRow),
      holidays: await this.register.holidaysOf(postId),
      form: freshForm(),
    };
  }

  /** The form for a work week or a holiday of a post. */
  async asking(actor: Actor, postId: string, title: string): Promise<PageModel> {
    actor.must('manage-register');
    const post = await this.register.post(postId);
    const place = { label: post.name, href: `/register/posts/${postId}` };
    return {
      title,
      context: `${post.name}. Open deadlines of the post are counted again.`,
      trail: trailInRegister({ label: 'Posts', href: '/register/posts' }, place, {
        label: title,
        href: null,
      }),
      post,
      weekdays: choicesOf('weekday', codesOf('weekday')),
      form: freshForm(),
    };
  }

  /** The form that corrects a post's time zone, with every zone that this machine knows. */
  async zone(actor: Actor, postId: string): Promise<PageModel> {
    const asking = await this.asking(actor, postId, 'Correct the time zone');
    const { zone } = await this.register.post(postId);
    const zones = [...new Set([...Intl.supportedValuesOf('timeZone'), zone])].sort();
    return {
      ...asking,
      zones: zones.map((name) => ({ value: name, label: name.replaceAll('_', ' ') })),
      form: freshForm({ zone }),
    };
  }

  /** Takes a holiday of this very post away. Throws NotFound for one of another post. */
  async removeHoliday(actor: Actor, place: { postId: string; holidayId: string }): Promise<void> {
    actor.must('manage-register');
    const own = await this.register.holidaysOf(place.postId);
    if (!own.some(({ id }) => id === place.holidayId)) throw new NotFound('holiday');
    await this.calendars.removeHoliday(actor, place.holidayId);
  }
}

function weekRow({ id, from, weekend, source }: WorkWeekRow) {
  const days = weekend.map(String).filter((day) => isCode('weekday', day));
  return { id, from, off: days.map((day) => wordFor('weekday', day)).join(' and '), source };
}
