import { Store, updateVersioned, type VersionedChange } from '@demarche/store';
import { Injectable } from '@nestjs/common';
import type { Role } from '../permissions';
import { User } from './user.entity';

const BY_NAME = 'ORDER BY t."name", t."id"';

/** Which people to find: by their roles, or by where they serve on a day. */
interface PeopleAsked {
  roles: readonly Role[];
  postIds: readonly string[];
  on: string;
}

/** Reads and writes accounts. */
@Injectable()
export class UserRepository {
  constructor(private readonly store: Store) {}

  /** An account by id, or null. */
  async byId(id: string): Promise<User | null> {
    return (await this.byIds([id]))[0] ?? null;
  }

  /** An account by e-mail address in small letters, or null. */
  async byEmail(email: string): Promise<User | null> {
    const found = await this.store.whole(User, 'WHERE t."email" = ?', [email.toLowerCase()]);
    return found[0] ?? null;
  }

  /** Accounts by ids, in no order. */
  async byIds(ids: string[]): Promise<User[]> {
    if (ids.length === 0) return [];
    return this.store.whole(User, `WHERE t."id" IN (${ids.map(() => '?').join(', ')})`, ids);
  }

  /** Every account by name. */
  all(): Promise<User[]> {
    return this.store.whole(User, BY_NAME);
  }

  /** So many accounts by name, after those that are skipped. */
  some({ skip, take }: { skip: number; take: number }): Promise<User[]> {
    return this.store.whole(User, `${BY_NAME} LIMIT ? OFFSET ?`, [take, skip]);
  }

  /** How many accounts there are, the closed ones included. */
  async count(): Promise<number> {
    const [row] = await this.store.rows<{ count: number | string }>(
      'SELECT COUNT(*) AS "count" FROM "users"',
    );
    return Number(row?.count ?? 0);
  }

  /** The open accounts of the worked example, by name. */
  demo(): Promise<User[]> {
    return this.store.whole(User, `WHERE t."isDemo" = ? AND t."isActive" = ? ${BY_NAME}`, [true, true]);
  }

  /** Active people of a role, by name. */
  withRole(role: Role): Promise<User[]> {
    return this.store.whole(User, `WHERE t."role" = ? AND t."isActive" = ? ${BY_NAME}`, [role, true]);
  }

  /** Active people of some roles, and those who serve at some posts on a day, by name, in one statement. */
  among({ roles, postIds, on }: PeopleAsked): Promise<User[]> {
    const places = (ids: readonly string[]) => ids.map(() => '?').join(', ') || 'NULL';
    const serving = `SELECT p."userId" FROM "userPosts" p WHERE p."postId" IN (${places(postIds)})
      AND p."startsOn" <= ? AND (p."endedOn" IS NULL OR p."endedOn" > ?)`;
    const rest = `WHERE t."isActive" = ? AND (t."role" IN (${places(roles)}) OR t."id" IN (${serving})) ${BY_NAME}`;
    return this.store.whole(User, rest, [true, ...roles, ...postIds, on, on]);
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
