import { Clock, Conflict, newId, NotFound } from '@demarche/base';
import { isDuplicate } from '@demarche/store';
import { Injectable } from '@nestjs/common';
import type { NewUser } from './access.input';
import type { Actor } from './actor';
import { Acts } from './acts.service';
import { DoorRepository } from './door.repository';
import { hashPassword } from './passwords';
import { type Role, ROLES } from './permissions';
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

/** A person as an administrator sees them: with the posts where they serve. */
export interface Account extends Person {
  postIds: string[];
}

/** Accounts: opened, listed and closed by administrators; looked up by every room. */
@Injectable()
export class Users {
  constructor(
    private readonly users: UserRepository,
    private readonly doors: DoorRepository,
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
    };
    try {
      return await this.acts.perform(
        actor,
        { permission: 'manage-users', action: 'user.create' },
        async (_unit, note) => {
          await this.users.add(user, postIds);
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

  /**
   * Closes an account: its sessions end at once, its tokens stop, what the person wrote stays. Throws Conflict for one's
   * own, so that the last administrator cannot lock the house from outside.
   */
  async disable(actor: Actor, userId: string): Promise<void> {
    if (userId === actor.userId)
      throw new Conflict('state', 'You cannot close your own account. Ask another administrator to do it.');
    await this.acts.perform(
      actor,
      { permission: 'manage-users', action: 'user.disable' },
      async (_unit, note) => {
        if (!(await this.users.byId(userId))) throw new NotFound('account');
        await this.users.change(userId, { isActive: false });
        await this.doors.endSessionsOf(userId);
        note.about('user', userId);
      },
    );
  }

  /** Sets one's own password. */
  async setPassword(actor: Actor, password: string): Promise<void> {
    const passwordHash = await hashPassword(password);
    await this.acts.perform(
      actor,
      { permission: 'use-own-account', action: 'user.set-password' },
      async (_unit, note) => {
        await this.users.change(actor.userId, { passwordHash });
        note.about('user', actor.userId);
      },
    );
  }

  /** Every account by name, for the administrator's page. */
  async list(actor: Actor): Promise<Account[]> {
    actor.must('manage-users');
    const posts = await this.users.postsByPerson();
    return (await this.users.all()).map((user) => ({ ...personOf(user), postIds: posts.get(user.id) ?? [] }));
  }

  /** One account. Throws NotFound when there is none. */
  async account(actor: Actor, userId: string): Promise<Account> {
    actor.must('manage-users');
    const user = await this.users.byId(userId);
    if (!user) throw new NotFound('account');
    return { ...personOf(user), postIds: await this.users.postsOf(userId) };
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
    const people = (await this.users.all()).filter((user) => user.isDemo && user.isActive);
    return people.map(personOf).sort((a, b) => ROLES.indexOf(a.role) - ROLES.indexOf(b.role));
  }

  /** Active people of a role. */
  async withRole(role: Role): Promise<Person[]> {
    return (await this.users.withRole(role)).map(personOf);
  }

  /** Active people who serve at a post. */
  async ofPost(postId: string): Promise<Person[]> {
    return (await this.users.servingAt(postId)).map(personOf);
  }
}

/** The part of an account that may be shown. */
export function personOf(user: User): Person {
  const { id, name, title, email, role, isActive, isDemo } = user;
  return { id, name, title, email, role, isActive, isDemo };
}
