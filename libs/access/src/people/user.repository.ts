import { Store, updateVersioned, type VersionedChange } from '@demarche/store';
import { Injectable } from '@nestjs/common';
import { In } from 'typeorm';
import type { Role } from '../permissions';
import { User } from './user.entity';

/** Reads and writes accounts. */
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

  /** The active ones of some people, by name. */
  async activeOf(ids: string[]): Promise<User[]> {
    const people = await this.byIds([...new Set(ids)]);
    return people.filter((person) => person.isActive).sort((a, b) => a.name.localeCompare(b.name));
  }

  /** Adds an account. */
  async add(user: User): Promise<void> {
    await this.store.add(User, user);
  }

  /** Changes fields of an account that no form of an administrator shows, such as the password. */
  async change(id: string, changes: Partial<Omit<User, 'version'>>): Promise<void> {
    await this.store.writes.update(User, { id }, changes);
  }

  /** Changes an account as it was seen, and returns its new version. Throws as `updateVersioned` does. */
  amend(change: VersionedChange<User>): Promise<number> {
    return updateVersioned(this.store.writes, User, change);
  }

  /**
   * How many active administrators there are, counted while nobody else can change one of them: the update that
   * changes nothing holds their rows until the unit ends, on both databases.
   */
  async holdAdministrators(): Promise<number> {
    const administrators = { role: 'administrator', isActive: true } as const;
    await this.store.writes.update(User, administrators, { isActive: true });
    return this.store.writes.countBy(User, administrators);
  }
}
