import { Accounts } from '@demarche/access';
import { NotFound } from '@demarche/base';
import type { NewDeadline } from '@demarche/deadlines';
import { Recommendations } from '@demarche/plans';
import { CalendarKeeping, PlaceKeeping } from '@demarche/register';
import { Store, UnitOfWork } from '@demarche/store';
import {
  forgetDeadlines,
  openReminderRooms,
  type ReminderRooms,
} from '../../../../test/support/reminder-rooms';
import { PRACTICE_MORNING } from '../../../../test/support/rooms';
import { Reminder } from '../ledger/reminder.entity';
import { ReminderLedger } from '../ledger/reminder-ledger.service';

let open: ReminderRooms;
let shown: ReminderLedger;

beforeAll(async () => {
  open = await openReminderRooms();
  shown = open.rooms.get(ReminderLedger);
});
beforeEach(async () => {
  open.clock.set(PRACTICE_MORNING);
  await forgetDeadlines(open);
});
afterAll(() => open.close());

const set = (changes: Partial<NewDeadline> = {}) =>
  open.deadlines.set(open.staff.desk, {
    planId: open.planId,
    kind: 'post-report',
    title: 'Progress report',
    statutoryOn: '2009-11-15',
    ownerId: open.staff.post.userId,
    ...changes,
  });

async function ledger(id: string): Promise<string[]> {
  const { every: reminders } = await shown.of(open.staff.desk, { id, postId: 'DUSHANBE' });
  return reminders.map(({ deadlineVersion, step, recipientName, state, reason, dueAt }) =>
    [`v${deadlineVersion}`, step, recipientName, dueAt, state, reason ?? ''].join(' ').trim(),
  );
}

const statesOf = async (id: string) => (await ledger(id)).map((line) => line.split('Z ')[1]);

describe('the reminders of a deadline', () => {
  it('are planned at nine in the morning of the post, and say what had passed already', async () => {
    expect(await ledger((await set()).id)).toEqual([
      'v1 ten-days Pat Dushanbe 2009-10-29T04:00:00.000Z skipped already-past',
      'v1 five-days Pat Dushanbe 2009-11-05T04:00:00.000Z planned',
      'v1 one-day Pat Dushanbe 2009-11-12T04:00:00.000Z planned',
      'v1 overdue Pat Dushanbe 2009-11-16T04:00:00.000Z planned',
      'v1 overdue Mo Manager 2009-11-16T04:00:00.000Z planned',
    ]);
  });

  it('follow Washington’s clocks through their change where no post owes it', async () => {
    const { id } = await set({ postId: null, ownerId: open.staff.desk.userId, statutoryOn: '2010-03-19' });
    expect((await ledger(id)).slice(0, 2)).toEqual([
      'v1 ten-days Dana Desk 2010-03-05T14:00:00.000Z planned',
      'v1 five-days Dana Desk 2010-03-12T14:00:00.000Z planned',
    ]);
    expect((await ledger(id))[2]).toBe('v1 one-day Dana Desk 2010-03-18T13:00:00.000Z planned');
  });

  it('tell a manager who owns it once, as its owner', async () => {
    const lines = await ledger((await set({ ownerId: open.staff.manager.userId })).id);
    expect(lines.filter((line) => line.includes('overdue'))).toEqual([
      'v1 overdue Mo Manager 2009-11-16T04:00:00.000Z planned',
    ]);
  });

  it('heap nothing up for a deadline that is late when it is set: one overdue step, once each', async () => {
    const lines = await statesOf((await set({ statutoryOn: '2009-10-12' })).id);
    expect(lines).toEqual([
      'skipped already-past',
      'skipped already-past',
      'skipped already-past',
      'planned',
      'planned',
    ]);
  });

  it('go to a new owner, and tell the manager no second time about the same day', async () => {
    const { id, version, postId } = await set();
    const { every: reminders } = await shown.of(open.staff.desk, { id, postId });
    const told = reminders.find((row) => row.step === 'overdue' && row.role === 'manager');
    const sent = { state: 'sent', sentAt: open.clock.now(), nextAt: null } as const;
    await open.rooms
      .get(UnitOfWork)
      .run(({ manager }) => manager.update(Reminder, { id: told?.id ?? '' }, sent));
    await open.deadlines.reassign(open.staff.desk, { id, version, ownerId: open.staff.desk.userId });
    const lines = await ledger(id);
    expect(lines).toContain('v2 overdue Mo Manager 2009-11-16T04:00:00.000Z skipped already-told');
    expect(lines).toContain('v2 overdue Dana Desk 2009-11-16T04:00:00.000Z planned');
    expect(lines).toContain('v1 one-day Pat Dushanbe 2009-11-12T04:00:00.000Z cancelled owner-changed');
  });

  it('stay as they are when the change is refused', async () => {
    const { id } = await set();
    const before = await ledger(id);
    await expect(
      open.deadlines.move(open.staff.desk, { id, version: 7, statutoryOn: '2009-12-01' }),
    ).rejects.toThrow();
    expect(await ledger(id)).toEqual(before);
  });

  it('are cancelled when it moves, and planned anew in the same act', async () => {
    const { id, version } = await set();
    await open.deadlines.move(open.staff.desk, { id, version, statutoryOn: '2009-11-30' });
    const lines = await ledger(id);
    expect(lines.filter((line) => line.startsWith('v1 ') && !line.includes('already-past'))).toHaveLength(4);
    expect(lines.filter((line) => line.endsWith('cancelled moved'))).toHaveLength(4);
    expect(lines.filter((line) => line.startsWith('v2 ') && line.endsWith('planned'))).toHaveLength(5);
  });

  it('end when it is met: nothing is owed any more', async () => {
    const { id, version } = await set();
    await open.deadlines.meet(open.staff.post, { id, version, on: '2009-11-04' });
    const deadline = { id, postId: 'DUSHANBE' };
    const { every: reminders } = await shown.of(open.staff.post, deadline);
    expect(reminders.map((row) => row.state)).toEqual(['skipped', ...Array<string>(4).fill('cancelled')]);
    expect(reminders.every((row) => row.nextAt === null)).toBe(true);
    expect((await shown.saidAbout(open.staff.post, [deadline])).get(id)).toEqual({ last: null, next: null });
  });

  it('end when it is waived', async () => {
    const { id, version } = await set();
    await open.deadlines.waive(open.staff.manager, { id, version, reason: 'The post is evacuated.' });
    expect((await statesOf(id)).filter((line) => line === 'cancelled waived')).toHaveLength(4);
  });

  it('end when its recommendation is dropped', async () => {
    const wording = {
      planId: open.planId,
      priority: 'high',
      pillar: null,
      text: 'Open a shelter.',
      note: null,
    } as const;
    const plans = open.rooms.get(Recommendations);
    const { id: recommendationId } = await plans.add(open.staff.desk, wording);
    const step = { recommendationId, kind: 'recommendation', statutoryOn: '2009-12-11' } as const;
    const { id } = await set(step);
    await plans.drop(open.staff.desk, { id: recommendationId, version: 1, reason: 'Overtaken.' });
    expect(new Set(await statesOf(id))).toEqual(new Set(['cancelled recommendation-dropped']));
  });

  it('follow a calendar that changes in the same act', async () => {
    const { id } = await set();
    const rest = { postId: 'DUSHANBE', on: '2009-11-13', name: 'A day of rest', source: 'the post' };
    const calendars = open.rooms.get(CalendarKeeping);
    const { id: holidayId } = await calendars.addHoliday(open.staff.administrator, rest);
    const lines = await ledger(id);
    expect(lines).toContain('v1 one-day Pat Dushanbe 2009-11-12T04:00:00.000Z cancelled calendar-changed');
    expect(lines).toContain('v2 one-day Pat Dushanbe 2009-11-10T04:00:00.000Z planned');
    await calendars.removeHoliday(open.staff.administrator, holidayId);
    expect(await ledger(id)).toContain('v3 one-day Pat Dushanbe 2009-11-12T04:00:00.000Z planned');
  });

  it('follow the clock of the post when its time zone is corrected, and come back with the correction back', async () => {
    const { id } = await set();
    const places = open.rooms.get(PlaceKeeping);
    const correct = (zone: string) =>
      places.correctZone(open.staff.administrator, { postId: 'DUSHANBE', zone, source: 'the post' });
    const planned = async () => (await ledger(id)).filter((line) => line.endsWith(' planned')).sort();
    const before = (await planned()).map((line) => line.slice(2));
    await correct('Asia/Almaty');
    expect(await ledger(id)).toContain('v2 one-day Pat Dushanbe 2009-11-12T03:00:00.000Z planned');
    expect(await ledger(id)).toContain(
      'v1 one-day Pat Dushanbe 2009-11-12T04:00:00.000Z cancelled zone-corrected',
    );
    await expect(correct('Asia/Almaty')).rejects.toMatchObject({ code: 'state' });
    await expect(correct('Asia/Nowhere')).rejects.toMatchObject({
      reasons: [{ field: 'zone', code: 'zone-unknown' }],
    });
    await correct('Asia/Dushanbe');
    expect((await planned()).map((line) => line.slice(2))).toEqual(before);
  });

  it('end with the account of their reader, also when it moves meanwhile, and are owed again when the reader is back', async () => {
    const accounts = open.rooms.get(Accounts);
    const { administrator, desk, post } = open.staff;
    const [stays, moves, met] = [await set(), await set({ title: 'Moves' }), await set({ title: 'Met' })];
    await accounts.close(administrator, post.userId);
    const closed = Array<string>(3).fill('cancelled account-closed');
    expect(await statesOf(stays.id)).toEqual(['skipped already-past', ...closed, 'planned']);
    await open.deadlines.move(desk, { id: moves.id, version: 1, statutoryOn: '2009-11-30' });
    const anew = async () => (await ledger(moves.id)).filter((line) => line.startsWith('v2'));
    expect((await anew()).map((line) => line.split('Z ')[1])).toEqual([
      'cancelled account-closed',
      ...closed,
      'planned',
    ]);
    await open.deadlines.meet(desk, { id: met.id, version: 1, on: '2009-11-04' });
    open.clock.set('2009-11-17T05:00:00.000Z');
    await accounts.reopen(administrator, post.userId);
    expect(await statesOf(stays.id)).toEqual([
      'skipped already-past',
      ...closed.slice(1),
      'planned',
      'planned',
    ]);
    expect((await anew()).map((line) => line.split('Z ')[1])).toEqual([
      'cancelled account-closed',
      ...Array<string>(4).fill('planned'),
    ]);
    expect(new Set(await statesOf(met.id))).toEqual(
      new Set(['skipped already-past', 'cancelled account-closed', 'cancelled met']),
    );
  });

  it('go to whoever takes over from a reader whose account is closed', async () => {
    const { administrator, post, desk } = open.staff;
    const { id } = await set();
    await open.rooms.get(Accounts).close(administrator, post.userId, desk.userId);
    const lines = await ledger(id);
    expect(lines).toContain('v1 one-day Pat Dushanbe 2009-11-12T04:00:00.000Z cancelled owner-changed');
    expect(lines).toContain('v2 one-day Dana Desk 2009-11-12T04:00:00.000Z planned');
    await open.rooms.get(Accounts).reopen(administrator, post.userId);
    expect(await ledger(id)).toEqual(lines);
  });

  it('are none where the deadline is refused', async () => {
    await expect(set({ title: ' ' })).rejects.toThrow();
    expect(await open.rooms.get(Store).reads.count(Reminder)).toBe(0);
  });

  it('are shown without what only senders may know', async () => {
    const { id } = await set();
    const {
      every: [row],
    } = await shown.of(open.staff.desk, { id, postId: 'DUSHANBE' });
    for (const secret of ['token', 'leaseUntil', 'messageId', 'bodyHandedAt', 'wasUnanswered'])
      expect(row).not.toHaveProperty(secret);
    expect((await shown.saidAbout(open.staff.desk, [{ id, postId: 'DUSHANBE' }])).get(id)).toMatchObject({
      last: null,
      next: { step: 'five-days', recipientName: 'Pat Dushanbe' },
    });
  });

  it('are hidden from another post as the deadline is', async () => {
    const { id, postId } = await set();
    const other = open.staff.otherPost;
    await expect(shown.of(other, { id, postId })).rejects.toBeInstanceOf(NotFound);
    await expect(shown.saidAbout(other, [{ id, postId }])).rejects.toBeInstanceOf(NotFound);
  });
});
