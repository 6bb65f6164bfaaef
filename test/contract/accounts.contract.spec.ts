import {
  AccountClosed,
  AccountReopened,
  Accounts,
  accessEntities,
  Actor,
  Audit,
  Keys,
  LinkSignIn,
  PostsLeft,
  Sessions,
  SYSTEM_ACTOR,
  Users,
} from '@demarche/access';
import { Conflict, Invalid, NotFound } from '@demarche/base';
import { registerEntities } from '@demarche/register';
import { Happenings, MIGRATIONS, writerOptions } from '@demarche/store';
import { DataSource } from 'typeorm';
import { DATABASES, freshDatabase } from '../support/database';
import type { OpenRooms } from '../support/rooms';
import { openStaffedRooms, type Staff } from '../support/staff';

const CALLER = { address: '127.0.0.1', knownMarks: [], session: null };
const TODAY = '2009-11-04';

describe.each(DATABASES)('accounts on %s', (kind) => {
  let open: OpenRooms & { staff: Staff };
  let accounts: Accounts;
  let users: Users;
  let heard: object[];

  beforeEach(async () => {
    open = await openStaffedRooms({ kind });
    accounts = open.rooms.get(Accounts);
    users = open.rooms.get(Users);
    heard = [];
    const happenings = open.rooms.get(Happenings);
    for (const event of [AccountClosed, AccountReopened, PostsLeft])
      happenings.on<object>(event, 99, async (one) => void heard.push(one));
  });
  afterEach(() => open.close());

  const admin = () => open.staff.administrator;
  const account = (id: string) => users.account(SYSTEM_ACTOR, id);
  const comeIn = async (userId: string) => {
    const link = await open.rooms.get(Keys).issueLink(SYSTEM_ACTOR, userId);
    return (await open.rooms.get(LinkSignIn).byLink(link, CALLER)).secret;
  };
  const present = async (secret: string) => (await open.rooms.get(Sessions).present(secret))?.actor ?? null;
  const anotherAdministrator = (name: string) =>
    users.create(SYSTEM_ACTOR, {
      name,
      email: `${name}@example.test`,
      title: 'Officer',
      role: 'administrator',
      postIds: [],
    });

  describe('amending a person', () => {
    it('changes what is given, keeps the rest, and says in the trail what was', async () => {
      const { userId } = open.staff.desk;
      const change = { version: 1, name: 'Dana New', email: "dana.o'new@example.test" };
      expect(await accounts.amend(admin(), userId, change)).toBe(2);
      expect(await account(userId)).toMatchObject({
        name: 'Dana New',
        email: "dana.o'new@example.test",
        title: 'Officer',
        role: 'desk-officer',
        version: 2,
      });
      const [entry] = await open.rooms.get(Audit).entries(admin(), { subjectId: userId });
      expect(entry).toMatchObject({
        action: 'user.amend',
        actorId: admin().userId,
        detail: { was: { name: 'Dana Desk', email: 'desk@example.test' } },
      });
    });

    it('is refused on a version that somebody overtook, and without one', async () => {
      const { userId } = open.staff.desk;
      await accounts.amend(admin(), userId, { version: 1, title: 'Senior officer' });
      const late = accounts.amend(admin(), userId, { version: 1, title: 'Junior officer' });
      await expect(late).rejects.toMatchObject({ code: 'stale' });
      await expect(accounts.amend(admin(), userId, { title: 'x' })).rejects.toMatchObject({
        code: 'missing-version',
      });
      expect((await account(userId)).title).toBe('Senior officer');
    });

    it('is refused to everybody but administrators, for nobody, and to a taken address', async () => {
      const { userId } = open.staff.desk;
      const other = accounts.amend(open.staff.manager, userId, { version: 1, name: 'x' });
      await expect(other).rejects.toMatchObject({ kind: 'forbidden' });
      await expect(accounts.amend(admin(), 'nobody', { version: 1 })).rejects.toBeInstanceOf(NotFound);
      const taken = { version: 1, email: 'post@example.test' };
      await expect(accounts.amend(admin(), userId, taken)).rejects.toMatchObject({ code: 'duplicate' });
      expect((await account(userId)).version).toBe(1);
    });

    it('lets rights follow another role at once, and ends the sessions of the former one', async () => {
      const { userId } = open.staff.desk;
      const secret = await comeIn(userId);
      await accounts.amend(admin(), userId, { version: 1, title: 'Senior officer' });
      expect((await present(secret))?.role).toBe('desk-officer');
      await accounts.amend(admin(), userId, { version: 2, role: 'clearer' });
      expect(await present(secret)).toBeNull();
      expect((await present(await comeIn(userId)))?.role).toBe('clearer');
    });
  });

  describe('posts', () => {
    const move = (change: object) =>
      accounts.amend(admin(), open.staff.post.userId, { version: 1, ...change });

    it('follow a move of today at the next request, and the old one stays as history', async () => {
      const { userId } = open.staff.post;
      const secret = await comeIn(userId);
      await move({ postIds: ['ASTANA'] });
      expect((await present(secret))?.postIds).toEqual(['ASTANA']);
      expect(await account(userId)).toMatchObject({
        postIds: ['ASTANA'],
        postings: [{ postId: 'ASTANA', startsOn: TODAY, endedOn: null }],
      });
    });

    it('follow a move on its day, not before', async () => {
      const { userId } = open.staff.post;
      await move({ postIds: ['ASTANA'], postsFrom: '2009-11-10' });
      expect((await account(userId)).postIds).toEqual(['DUSHANBE']);
      expect((await users.ofPost('ASTANA')).map(({ id }) => id)).not.toContain(userId);
      open.clock.set('2009-11-10T05:00:00.000Z');
      expect((await account(userId)).postIds).toEqual(['ASTANA']);
      expect((await users.ofPost('ASTANA')).map(({ id }) => id)).toContain(userId);
      expect((await users.ofPost('DUSHANBE')).map(({ id }) => id)).not.toContain(userId);
      expect((await account(userId)).postings).toEqual([
        { postId: 'DUSHANBE', startsOn: TODAY, endedOn: '2009-11-10' },
        { postId: 'ASTANA', startsOn: '2009-11-10', endedOn: null },
      ]);
    });

    it('that are left are told to the rooms above, with whoever takes over', async () => {
      const { userId } = open.staff.post;
      await move({ postIds: ['ASTANA'], postsFrom: '2009-11-10', successorId: open.staff.desk.userId });
      expect(heard).toEqual([new PostsLeft(userId, ['DUSHANBE'], open.staff.desk.userId)]);
      await expect(
        accounts.amend(admin(), userId, { version: 2, postIds: ['CAIRO'], successorId: userId }),
      ).rejects.toBeInstanceOf(Invalid);
    });

    it('cannot be missing for a reporting officer, nor be put before a service that was', async () => {
      await expect(move({ postIds: [] })).rejects.toBeInstanceOf(Invalid);
      const { userId } = open.staff.desk;
      const officer = { version: 1, role: 'post-officer' as const };
      await expect(accounts.amend(admin(), userId, officer)).rejects.toBeInstanceOf(Invalid);
      open.clock.advance(30 * 24 * 3_600_000);
      await expect(move({ postIds: ['ASTANA'], postsFrom: '2009-10-01' })).rejects.toBeInstanceOf(Invalid);
      await accounts.amend(admin(), userId, { ...officer, postIds: ['CAIRO'] });
      expect((await account(userId)).postIds).toEqual(['CAIRO']);
    });
  });

  describe('closing an account', () => {
    it('ends every way in, names who takes over, and can be undone under the same address', async () => {
      const { userId } = open.staff.post;
      const keys = open.rooms.get(Keys);
      const [session, unused] = [await comeIn(userId), await keys.issueLink(SYSTEM_ACTOR, userId)];
      const token = await keys.issueToken(open.staff.post, { label: 'script', days: 9 });
      await accounts.close(admin(), userId, open.staff.desk.userId);
      expect(heard).toEqual([new AccountClosed(userId, open.staff.desk.userId)]);
      await accounts.reopen(admin(), userId);
      expect(heard[1]).toEqual(new AccountReopened(userId));
      expect(await account(userId)).toMatchObject({ isActive: true, postIds: ['DUSHANBE'], version: 3 });
      expect(await present(session)).toBeNull();
      expect(await open.rooms.get(Sessions).presentByToken(token)).toBeNull();
      await expect(open.rooms.get(LinkSignIn).byLink(unused, CALLER)).rejects.toBeInstanceOf(Invalid);
      expect((await present(await comeIn(userId)))?.postIds).toEqual(['DUSHANBE']);
    });

    it('is rolled back when a room above cannot follow', async () => {
      open.rooms.get(Happenings).on(AccountClosed, 100, async () => {
        throw new Error('no');
      });
      const session = await comeIn(open.staff.post.userId);
      await expect(accounts.close(admin(), open.staff.post.userId)).rejects.toThrow('no');
      expect(await present(session)).not.toBeNull();
    });

    it('is refused for one’s own, twice, and with somebody who cannot take over', async () => {
      const { desk, post, manager } = open.staff;
      await expect(accounts.close(admin(), admin().userId)).rejects.toBeInstanceOf(Conflict);
      await accounts.close(admin(), desk.userId);
      await expect(accounts.close(admin(), desk.userId)).rejects.toBeInstanceOf(Conflict);
      await expect(accounts.close(admin(), post.userId, desk.userId)).rejects.toBeInstanceOf(Invalid);
      await expect(accounts.close(admin(), post.userId, 'nobody')).rejects.toBeInstanceOf(Invalid);
      await expect(accounts.reopen(admin(), post.userId)).rejects.toBeInstanceOf(Conflict);
      await expect(accounts.close(manager, post.userId)).rejects.toMatchObject({ kind: 'forbidden' });
    });
  });

  describe('the last administrator', () => {
    it('can neither be closed nor get another role', async () => {
      const { userId } = admin();
      await expect(accounts.close(SYSTEM_ACTOR, userId)).rejects.toThrow('last administrator');
      const demoted = accounts.amend(SYSTEM_ACTOR, userId, { version: 1, role: 'manager' });
      await expect(demoted).rejects.toThrow('last administrator');
      const ida = await anotherAdministrator('ida');
      await accounts.amend(SYSTEM_ACTOR, userId, { version: 1, role: 'manager' });
      await expect(accounts.close(SYSTEM_ACTOR, ida)).rejects.toThrow('last administrator');
    });

    it.each([1, 2, 3])('is left when two close or demote each other at once (%i)', async () => {
      const { userId } = admin();
      const ida = await anotherAdministrator('ida');
      const idas = new Actor({ userId: ida, name: 'Ida', role: 'administrator', postIds: [] });
      const outcomes = await Promise.allSettled([
        accounts.close(admin(), ida),
        accounts.amend(idas, userId, { version: 1, role: 'manager' }),
      ]);
      expect(outcomes.map(({ status }) => status).sort()).toEqual(['fulfilled', 'rejected']);
      const left = (await users.withRole('administrator')).filter(({ isActive }) => isActive);
      expect(left).toHaveLength(1);
    });
  });
});

describe.each(DATABASES)('the migration of people on %s', (kind) => {
  it('keeps the accounts that are there, with their posts from the day they were opened', async () => {
    const database = await freshDatabase(kind);
    const options = writerOptions(database.settings, [...accessEntities, ...registerEntities]);
    const known = MIGRATIONS.findIndex(({ name }) => name === 'AccessPeople0012');
    const before = await new DataSource({
      ...options,
      migrations: MIGRATIONS.slice(0, known),
    }).initialize();
    await before.runMigrations({ transaction: 'all' });
    await before.query(
      `INSERT INTO "countries" ("id", "iso2", "name", "adjective", "geographicTag", "isRanked")
       VALUES ('TJK', 'TJ', 'Tajikistan', 'Tajik', 'TI', true)`,
    );
    await before.query(
      `INSERT INTO "posts" ("id", "city", "name", "kind", "countryId", "zone", "isActive")
       VALUES ('DUSHANBE', 'Dushanbe', 'Embassy Dushanbe', 'embassy', 'TJK', 'Asia/Dushanbe', true)`,
    );
    await before.query(
      `INSERT INTO "users" ("id", "email", "name", "title", "role", "isActive", "isDemo", "passwordHash", "createdAt")
       VALUES ('u1', 'a@example.test', 'A', 'T', 'clearer', true, false, NULL, '2009-11-05T03:00:00.000Z')`,
    );
    await before.query(`INSERT INTO "userPosts" ("id", "userId", "postId") VALUES ('p', 'u1', 'DUSHANBE')`);
    await before.query(
      `INSERT INTO "sessions" ("id", "secretHash", "userId", "openedAt", "seenAt") VALUES ('s', 'h', 'u1', 'x', 'x')`,
    );
    await before.destroy();
    const after = await new DataSource({
      ...options,
      migrations: MIGRATIONS.slice(0, known + 1),
    }).initialize();
    await after.runMigrations({ transaction: 'all' });
    expect(await after.query('SELECT "version" FROM "users"')).toEqual([{ version: 1 }]);
    expect(await after.query('SELECT "userId" FROM "sessions"')).toEqual([{ userId: 'u1' }]);
    expect(await after.query('SELECT "startsOn", "endedOn" FROM "userPosts"')).toEqual([
      { startsOn: '2009-11-04', endedOn: null },
    ]);
    await after.undoLastMigration({ transaction: 'none' });
    expect(await after.query('SELECT "userId" FROM "sessions"')).toEqual([{ userId: 'u1' }]);
    await after.destroy();
    await database.drop();
  });
});
