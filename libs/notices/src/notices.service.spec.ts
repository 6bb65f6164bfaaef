import { Actor, Audit, Keys, SYSTEM_ACTOR, Users } from '@demarche/access';
import { NotFound, ROWS_A_PAGE } from '@demarche/base';
import { UnitOfWork } from '@demarche/store';
import type { OpenRooms } from '../../../test/support/rooms';
import { openStaffedRooms, type Staff } from '../../../test/support/staff';
import { Notice } from './notice.entity';
import { NoticesModule } from './notices.module';
import { Notices } from './notices.service';

describe('notices', () => {
  let open: OpenRooms & { staff: Staff };
  let notices: Notices;
  let units: UnitOfWork;

  beforeEach(async () => {
    open = await openStaffedRooms({ modules: [NoticesModule], entities: [Notice] });
    notices = open.rooms.get(Notices);
    units = open.rooms.get(UnitOfWork);
  });
  afterEach(() => open.close());

  const tell = (text: string, link: string | null = null) =>
    units.run((unit) => notices.tell(unit, { userId: open.staff.desk.userId, text, link }));

  it('tells one person, newest first, and nobody else', async () => {
    await tell('The first thing', '/plans');
    open.clock.advance(60_000);
    await tell('The second thing');
    expect(
      (await notices.of(open.staff.desk)).map(({ text, link, readAt }) => ({ text, link, readAt })),
    ).toEqual([
      { text: 'The second thing', link: null, readAt: null },
      { text: 'The first thing', link: '/plans', readAt: null },
    ]);
    expect(await notices.unreadCount(open.staff.desk)).toBe(2);
    expect(await notices.of(open.staff.manager)).toEqual([]);
    expect(await notices.unreadCount(open.staff.manager)).toBe(0);
  });

  it('forgets the notice when the act that told it is rolled back', async () => {
    const failing = units.run(async (unit) => {
      await notices.tell(unit, { userId: open.staff.desk.userId, text: 'Too early', link: null });
      throw new Error('the act failed');
    });
    await expect(failing).rejects.toThrow('the act failed');
    expect(await notices.unreadCount(open.staff.desk)).toBe(0);
  });

  it('keeps the time of the first reading and leaves an entry in the trail', async () => {
    await tell('Read me');
    const [notice] = await notices.of(open.staff.desk);
    await notices.markRead(open.staff.desk, notice!.id);
    open.clock.advance(60_000);
    await notices.markRead(open.staff.desk, notice!.id);
    expect((await notices.of(open.staff.desk))[0]!.readAt).toBe('2009-11-04T14:00:00.000Z');
    expect(await notices.unreadCount(open.staff.desk)).toBe(0);
    const trail = await open.rooms.get(Audit).entries(open.staff.administrator, { subjectId: notice!.id });
    expect(trail[0]).toMatchObject({ action: 'notice.read', actorId: open.staff.desk.userId });
  });

  it('answers for another person’s notice as for a missing one', async () => {
    await tell('Not yours');
    const [notice] = await notices.of(open.staff.desk);
    await expect(notices.markRead(open.staff.manager, notice!.id)).rejects.toThrow(NotFound);
    await expect(notices.markRead(open.staff.manager, 'no-such-id')).rejects.toThrow(NotFound);
    expect(await notices.unreadCount(open.staff.desk)).toBe(1);
  });

  it.each([
    'https://elsewhere.test',
    '//elsewhere.test',
    '/\\elsewhere.test',
    'plans',
    '/a b',
    'javascript:x',
  ])('refuses the link %s, which does not stay on this site', async (link) => {
    await expect(tell('Click here', link)).rejects.toThrow(RangeError);
  });

  it('tells the person and every other administrator of a sign-in link made for somebody else', async () => {
    const { administrator, desk, manager } = open.staff;
    const second = { email: 'ida@example.test', name: 'Ida Second', title: 'Administrator', postIds: [] };
    const role = 'administrator' as const;
    const userId = await open.rooms.get(Users).create(SYSTEM_ACTOR, { ...second, role });
    const ida = new Actor({ ...second, role, userId });
    await open.rooms.get(Keys).issueLink(administrator, desk.userId);
    expect((await notices.of(desk)).map(({ text, link }) => [text, link])).toEqual([
      [
        'Ada Admin made a sign-in link for you. If you did not ask for it, tell an administrator at once.',
        '/account',
      ],
    ]);
    expect((await notices.of(ida)).map(({ text, link }) => [text, link])).toEqual([
      ['Ada Admin made a sign-in link for Dana Desk.', `/people/${desk.userId}`],
    ]);
    await open.rooms.get(Keys).issueLink(administrator, administrator.userId);
    await open.rooms.get(Keys).issueLink(SYSTEM_ACTOR, manager.userId);
    expect([await notices.unreadCount(administrator), await notices.unreadCount(manager)]).toEqual([0, 0]);
  });

  it('gives fifty a page', async () => {
    await units.run(async (unit) => {
      for (let count = 0; count < ROWS_A_PAGE + 1; count += 1)
        await notices.tell(unit, { userId: open.staff.desk.userId, text: `Thing ${count}`, link: null });
    });
    expect(await notices.of(open.staff.desk)).toHaveLength(ROWS_A_PAGE);
    expect(await notices.of(open.staff.desk, 2)).toHaveLength(1);
  });
});
