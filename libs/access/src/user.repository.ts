import { newId } from '@demarche/base';
import { Store } from '@demarche/store';
import { Injectable } from '@nestjs/common';
import { In } from 'typeorm';
import type { Role } from './permissions';
import { User, UserPost } from './user.entity';

/** Reads and writes accounts and where people serve. */
@Injectable()
export class UserRepository {
  constructor(private readonly store: Store) {}

  /** An account by id, or null. */
  byId(id: string): Promise<User | null> {
    return this.store.reads.findOneBy(User, { id });
  }

  /** An account by e-mail address in small letters, or null. */
  byEmail(email: string): Promise<User | null> {
    return this.store.reads.findOneBy(User, { email: email.toLowerCase() });
  }

  /** Accounts by ids, in no order. */
  byIds(ids: string[]): Promise<User[]> {
    return this.store.reads.findBy(User, { id: In(ids) });
  }

  /** Every account by name. */
  all(): Promise<User[]> {
    return this.store.reads.find(User, { order: { name: 'ASC' } });
  }

  /** Active people of a role, by name. */
  withRole(role: Role): Promise<User[]> {
    return this.store.reads.find(User, { where: { role, isActive: true }, order: { name: 'ASC' } });
  }

  /** Active people who serve at a post, by name. */
  async servingAt(postId: string): Promise<User[]> {
    const rows = await this.store.reads.findBy(UserPost, { postId });
    const people = await this.byIds(rows.map((row) => row.userId));
    return people.filter((person) => person.isActive).sort((a, b) => a.name.localeCompare(b.name));
  }

  /** The posts where a person serves. */
  async postsOf(userId: string): Promise<string[]> {
    const rows = await this.store.reads.find(UserPost, { where: { userId }, order: { postId: 'ASC' } });
    return rows.map((row) => row.postId);
  }

  /** Where everybody serves: the posts by person. */
  async postsByPerson(): Promise<Map<string, string[]>> {
    const rows = await this.store.reads.find(UserPost, { order: { postId: 'ASC' } });
    const posts = new Map<string, string[]>();
    for (const { userId, postId } of rows) posts.set(userId, [...(posts.get(userId) ?? []), postId]);
    return posts;
  }

  /** Adds an account with its posts. */
  async add(user: User, postIds: string[]): Promise<void> {
    await this.store.add(User, user);
    for (const postId of postIds) await this.store.add(UserPost, { id: newId(), userId: user.id, postId });
  }

  /** Changes fields of an account. */
  async change(id: string, changes: Partial<User>): Promise<void> {
    await this.store.writes.update(User, { id }, changes);
  }
}
