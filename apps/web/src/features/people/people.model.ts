import { choicesOf, wordFor } from '@demarche/words';
import { type Account, type Actor, Keys, type NewUser, ROLES, Users } from '@demarche/access';
import { SETTINGS, type Settings } from '@demarche/base';
import { type Post, Register } from '@demarche/register';
import { Inject, Injectable } from '@nestjs/common';
import { type FormBody, freshForm } from '../../http/forms/forms';
import { type PageModel, Shown } from '../../http/views/page-result';
import { type NamedList, namedPage } from '../../parts/paging';
import { peopleTrail, postChoice, postingRows } from './people-words';

const TRAIL_HOME = { label: 'People', href: '/people' };

/** The accounts as they are looked through. */
const PEOPLE: NamedList<ReturnType<typeof rowOf> & { posts: string }> = {
  path: '/people',
  columns: [
    { key: 'name', label: 'Name', of: ({ name }) => name },
    { key: 'role', label: 'Role', of: ({ role }) => role },
    { key: 'title', label: 'Title', of: ({ title }) => title },
    { key: 'posts', label: 'Posts', of: ({ posts }) => posts || null },
    { key: 'email', label: 'E-mail address', of: ({ email }) => email },
    { key: 'account', label: 'Account', of: ({ state }) => state },
  ],
  usual: 'name',
  texts: ({ name, email, title }) => [name, email, title],
};

/** Builds the pages of accounts, and does what needs the register beside them. */
@Injectable()
export class PeopleModel {
  constructor(
    private readonly users: Users,
    private readonly keys: Keys,
    private readonly register: Register,
    @Inject(SETTINGS) private readonly settings: Settings,
  ) {}

  /** One page of the accounts, by name unless the address asks for another order. */
  async list(actor: Actor, query: FormBody): Promise<PageModel> {
    const accounts = await this.users.list(actor);
    const nameOf = await this.postNames();
    const open = accounts.filter(({ isActive }) => isActive).length;
    const rows = accounts.map((account) => ({
      ...rowOf(account),
      posts: account.postIds.map(nameOf).join(', '),
    }));
    return {
      title: 'People',
      context: `${open} open and ${accounts.length - open} closed accounts`,
      act: { href: '/people/new', label: 'Open an account' },
      ...namedPage(PEOPLE, rows, query),
    };
  }

  /** The form for a new account. */
  async blank(actor: Actor): Promise<PageModel> {
    actor.must('manage-users');
    const posts = (await this.register.posts()).filter(({ isActive }) => isActive);
    return {
      title: 'Open an account',
      context: 'The person comes in by a link that you issue afterwards.',
      trail: [TRAIL_HOME, { label: 'Open an account', href: null }],
      roles: choicesOf('role', ROLES),
      posts: posts.map(postChoice),
      form: freshForm(),
    };
  }

  /** One account, with what may be done about it. */
  async person(actor: Actor, id: string): Promise<PageModel> {
    const account = await this.users.account(actor, id);
    const nameOf = await this.postNames();
    return {
      title: account.name,
      context: account.title,
      trail: [TRAIL_HOME, { label: account.name, href: null }],
      person: { ...rowOf(account), posts: account.postIds.map(nameOf).join(', ') },
      postings: postingRows(account.postings, nameOf),
      isOwn: account.id === actor.userId,
      form: freshForm(),
    };
  }

  /** Opens an account at posts that the register knows. Throws NotFound for any other. */
  async open(actor: Actor, input: NewUser): Promise<string> {
    actor.must('manage-users');
    for (const postId of input.postIds) await this.register.post(postId);
    return this.users.create(actor, { ...input, postIds: [...new Set(input.postIds)] });
  }

  /** A fresh sign-in link on a page of its own. */
  async linkFor(actor: Actor, id: string): Promise<Shown> {
    const { name } = await this.users.account(actor, id);
    const secret = await this.keys.issueLink(actor, id);
    const trail = peopleTrail({ id, name }, 'Sign-in link');
    const { publicUrl, host, port } = this.settings;
    const link = `${publicUrl ?? `http://${host}:${port}`}/sign-in/link/${secret}`;
    const model = { title: `Sign-in link for ${name}`, context: null, trail, link, back: `/people/${id}` };
    return new Shown(model, { view: 'people/link' });
  }

  private async postNames(): Promise<(id: string) => string> {
    const names = new Map((await this.register.posts()).map((post: Post) => [post.id, post.name]));
    return (id) => names.get(id) ?? id;
  }
}

function rowOf({ id, name, title, email, role, isActive }: Account) {
  const state = wordFor('account-state', isActive ? 'open' : 'closed');
  return { id, name, title, email, role: wordFor('role', role), state, isActive };
}
