import { Clock, Conflict, newId, NotFound, ROWS_A_PAGE } from '@demarche/base';
import { isDuplicate } from '@demarche/store';
import { Injectable } from '@nestjs/common';
import type { NewUser } from '../access.input';
import type { Actor } from '../actor';
import { Acts } from '../acts.service';
import { type Role, ROLES } from '../permissions';
import { PostingRepository } from './posting.repository';
import { movedTo, type Posting } from './postings';
import type { User } from './user.entity';
import { UserRepository } from './user.repository';

/** A person as other rooms and pages may know them: nothing secret. */
export interface Person {
  id: string;
  name: string;
  title: string;
  email: string;
  role: Role;
  isActive: boolean;
  isDemo: boolean;
}

/**
 * A person as an administrator sees them: the posts where they serve today, and every posting from which day until
 * which, the earliest first.
 */
export interface Account extends Person {
  version: number;
  postIds: string[];
  postings: Posting[];
}

/** A page of accounts, and how many there are. */
interface AccountPage {
  rows: Account[];
  page: number;
  pages: number;
  total: number;
}

/** Accounts: opened and listed by administrators; looked up by every room. */
@Injectable()
export class Users {
  constructor(
    private readonly users: UserRepository,
    private readonly postings: PostingRepository,
    private readonly acts: Acts,
    private readonly clock: Clock,
  ) {}

  /** Opens an account and returns its id. Throws Conflict when the address is taken. */
  async create(actor: Actor, input: NewUser, traits: { isDemo?: boolean } = {}): Promise<string> {
    const { postIds, ...given } = input;
    const id = newId();
    const user: User = {
      ...given,
      id,
      isActive: true,
      isDemo: traits.isDemo ?? false,
      passwordHash: null,
      createdAt: this.clock.now(),
      version: 1,
    };
    const wanted = { postIds, from: this.postings.today() };
    try {
      return await this.acts.perform(
        actor,
        { permission: 'manage-users', action: 'user.create' },
        async (_unit, note) => {
          await this.users.add(user);
          await this.postings.write(id, movedTo([], wanted));
          note.about('user', id, { role: given.role, postIds });
          return id;
        },
      );
    } catch (error) {
      if (isDuplicate(error))
        throw new Conflict('duplicate', 'There is already an account with this e-mail address.');
      throw error;
    }
  }

  /** Every account by name: for choosing among them, and for the page on which they are looked through by part of a name. */
  async list(actor: Actor): Promise<Account[]> {
    actor.must('manage-users');
    const postings = await this.postings.byPerson();
    return (await this.users.all()).map((user) => this.accountOf(user, postings.get(user.id) ?? []));
  }

  /** Fifty accounts by name, the closed ones included; pages count from 1. */
  async page(actor: Actor, page: number): Promise<AccountPage> {
    actor.must('manage-users');
    const users = await this.users.some({ skip: (page - 1) * ROWS_A_PAGE, take: ROWS_A_PAGE });
    const postings = await this.postings.byPerson(users.map(({ id }) => id));
    const total = await this.users.count();
    return {
      rows: users.map((user) => this.accountOf(user, postings.get(user.id) ?? [])),
      page,
      pages: Math.max(1, Math.ceil(total / ROWS_A_PAGE)),
      total,
    };
  }

  /** One account. Throws NotFound when there is none. */
  async account(actor: Actor, userId: string): Promise<Account> {
    actor.must('manage-users');
    const user = await this.users.byId(userId);
    if (!user) throw new NotFound('account');
    return this.accountOf(user, await this.postings.ofPerson(userId));
  }

  /** A person by id, or null: also for closed accounts, whose names stand on old work. */
  async named(id: string): Promise<Person | null> {
    const user = await this.users.byId(id);
    return user ? personOf(user) : null;
  }

  /** People by ids, as a map from id. */
  async namedAll(ids: string[]): Promise<Map<string, Person>> {
    const users = await this.users.byIds([...new Set(ids)]);
    return new Map(users.map((user) => [user.id, personOf(user)]));
  }

  /** The people of the worked example, in the order of the roles' work; empty anywhere else. */
  async demoPeople(): Promise<Person[]> {
    return (await this.users.demo())
      .map(personOf)
      .sort((a, b) => ROLES.indexOf(a.role) - ROLES.indexOf(b.role));
  }

  /** Active people of a role. */
  async withRole(role: Role): Promise<Person[]> {
    return (await this.users.withRole(role)).map(personOf);
  }

  /** Active people of some roles, and those who serve at some posts today, by name: each once. */
  async among(asked: { roles: readonly Role[]; postIds: readonly string[] }): Promise<Person[]> {
    return (await this.users.among({ ...asked, on: this.postings.today() })).map(personOf);
  }

  /** Active people who serve at a post. */
  async ofPost(postId: string): Promise<Person[]> {
    return (await this.users.activeOf(await this.postings.peopleAt(postId))).map(personOf);
  }

  private accountOf(user: User, postings: Posting[]): Account {
    const dated = postings.map(({ postId, startsOn, endedOn }) => ({ postId, startsOn, endedOn }));
    const { version } = user;
    return { ...personOf(user), version, postIds: this.postings.held(postings), postings: dated };
  }
}

/** The part of an account that may be shown. */
function personOf(user: User): Person {
  const { id, name, title, email, role, isActive, isDemo } = user;
  return { id, name, title, email, role, isActive, isDemo };
}
