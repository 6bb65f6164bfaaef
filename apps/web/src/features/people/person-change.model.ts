import {
  type Account,
  Accounts,
  type Actor,
  type PersonChange,
  type Role,
  ROLES,
  Users,
} from '@demarche/access';
import { Clock, WASHINGTON_ZONE } from '@demarche/base';
import { DeadlineBoard } from '@demarche/deadlines';
import { Register } from '@demarche/register';
import { choicesOf, isCode, wordFor } from '@demarche/words';
import { Injectable } from '@nestjs/common';
import type { Difference } from '../../http/forms/form-words';
import { type FormBody, freshForm, oneOf } from '../../http/forms/forms';
import type { PageModel } from '../../http/views/page-result';
import { peopleTrail, postChoice } from './people-words';

/** Roles that may own deadlines, and so may take over somebody's. */
const OWNERS: readonly Role[] = ['post-officer', 'desk-officer', 'manager'];

/** Builds the pages on which a person is changed or leaves, and does what needs the register beside the accounts. */
@Injectable()
export class PersonChangeModel {
  constructor(
    private readonly users: Users,
    private readonly accounts: Accounts,
    private readonly register: Register,
    private readonly board: DeadlineBoard,
    private readonly clock: Clock,
  ) {}

  /** The form of a change; with what was typed and an old version, it shows what was saved in the meantime. */
  async changing(actor: Actor, id: string, typed?: FormBody): Promise<PageModel> {
    const account = await this.users.account(actor, id);
    const posts = await this.register.posts();
    const open = account.postings.filter(({ endedOn }) => endedOn === null).map(({ postId }) => postId);
    const successors = await this.successorsOf(actor, account);
    const isStale = typed !== undefined && oneOf(typed.version) !== String(account.version);
    return {
      title: `Change ${account.name}`,
      context: account.title,
      trail: peopleTrail(account, 'Change'),
      id,
      version: account.version,
      roles: choicesOf('role', ROLES),
      held: posts.filter((post) => open.includes(post.id)).map(postChoice),
      others: posts.filter((post) => post.isActive && !open.includes(post.id)).map(postChoice),
      owed: await this.owedBy(actor, id),
      successors,
      theirs: isStale ? differences(account, typed) : null,
      takeTheirs: `/people/${id}`,
      form: freshForm({ ...textsOf(account), postIds: open, postsFrom: this.clock.today(WASHINGTON_ZONE) }),
    };
  }

  /** The form of a closing: what ends, and who may take over. */
  async closing(actor: Actor, id: string): Promise<PageModel> {
    const account = await this.users.account(actor, id);
    const successors = await this.successorsOf(actor, account);
    return {
      title: `Close the account of ${account.name}`,
      context: account.title,
      trail: peopleTrail(account, 'Close the account'),
      id,
      isOwn: id === actor.userId,
      isActive: account.isActive,
      owed: await this.owedBy(actor, id),
      successors,
      form: freshForm(),
    };
  }

  /** Changes a person, at posts that the register knows. Throws NotFound for any other, and as the room does. */
  async amend(actor: Actor, id: string, change: PersonChange): Promise<number> {
    actor.must('manage-users');
    const postIds = change.postIds && [...new Set(change.postIds)];
    for (const postId of postIds ?? []) await this.register.post(postId);
    return this.accounts.amend(actor, id, { ...change, ...(postIds ? { postIds } : {}) });
  }

  private async owedBy(actor: Actor, id: string) {
    const rows = await this.board.openOwnedBy(actor, id);
    return rows.map(({ deadline, city }) => ({ title: deadline.title, on: deadline.effectiveOn, city }));
  }

  private async successorsOf(actor: Actor, leaving: Account) {
    const others = (await this.users.list(actor)).filter((other) => mayFollow(leaving, other));
    return others.map(({ id: value, name, title }) => ({ value, label: `${name}, ${title}` }));
  }
}

function mayFollow(leaving: Account, other: Account): boolean {
  if (!other.isActive || other.id === leaving.id || !OWNERS.includes(other.role)) return false;
  return other.role !== 'post-officer' || other.postIds.some((postId) => leaving.postIds.includes(postId));
}

function textsOf({ name, title, email, role }: Account): Record<'name' | 'title' | 'email' | 'role', string> {
  return { name, title, email, role };
}

function differences(account: Account, typed: FormBody): Difference[] {
  const saved = textsOf(account);
  const worded = (role: string) => (isCode('role', role) ? wordFor('role', role) : role);
  const fields: Difference[] = [
    { label: 'Name', theirs: saved.name, mine: oneOf(typed.name) ?? '' },
    { label: 'Title', theirs: saved.title, mine: oneOf(typed.title) ?? '' },
    { label: 'E-mail address', theirs: saved.email, mine: oneOf(typed.email) ?? '' },
    { label: 'Role', theirs: worded(saved.role), mine: worded(oneOf(typed.role) ?? '') },
  ];
  return fields.filter(({ theirs, mine }) => theirs !== mine);
}
