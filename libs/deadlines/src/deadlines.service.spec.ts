import { Audit, type Actor } from '@demarche/access';
import { Conflict, Forbidden, Invalid, NotFound } from '@demarche/base';
import { JobsModule } from '@demarche/jobs';
import { noticesEntities } from '@demarche/notices';
import { PlanDrafting, Recommendations, plansEntities } from '@demarche/plans';
import { Efforts, progressEntities } from '@demarche/progress';
import { Register } from '@demarche/register';
import { Store, UnitOfWork } from '@demarche/store';
import type { OpenRooms } from '../../../test/support/rooms';
import { openStaffedRooms, type Staff } from '../../../test/support/staff';
import { Deadline } from './deadline.entity';
import type { NewDeadline } from './deadline.input';
import { Deadlines } from './deadlines.service';
import { DeadlinesModule } from './deadlines.module';
import { Reminder } from './reminder.entity';

let open: OpenRooms & { staff: Staff };
let deadlines: Deadlines;
let store: Store;
let planId: string;

beforeEach(async () => {
  open = await openStaffedRooms({
    modules: [JobsModule.forRoot({ mode: 'silent' }), DeadlinesModule],
    entities: [...noticesEntities, ...plansEntities, ...progressEntities, Deadline, Reminder],
  });
  deadlines = open.rooms.get(Deadlines);
  store = open.rooms.get(Store);
  planId = await planOf('TJK');
});
afterEach(() => open.close());

async function planOf(countryId: string): Promise<string> {
  const given = { countryId, cycleId: '2009', placementReason: 'commitments' } as const;
  return (await open.rooms.get(PlanDrafting).create(open.staff.desk, given)).id;
}

const report = (changes: Partial<NewDeadline> = {}): NewDeadline => ({
  planId,
  kind: 'post-report',
  title: 'Progress report',
  statutoryOn: '2009-11-15',
  ownerId: open.staff.post.userId,
  ...changes,
});

const set = (changes: Partial<NewDeadline> = {}) => deadlines.set(open.staff.desk, report(changes));

async function recommend(): Promise<string> {
  const given = {
    planId,
    priority: 'high',
    pillar: null,
    text: 'Prosecute officials who profit.',
    note: null,
  } as const;
  return (await open.rooms.get(Recommendations).add(open.staff.desk, given)).id;
}

const onRecommendation = (recommendationId: string) =>
  set({ recommendationId, kind: 'recommendation', title: 'First hearing', statutoryOn: '2009-12-11' });

async function ledger(deadlineId: string): Promise<string[]> {
  const { reminders } = await deadlines.one(open.staff.desk, deadlineId);
  return reminders.map(({ deadlineVersion, step, recipientName, state, reason, dueAt }) =>
    [`v${deadlineVersion}`, step, recipientName, dueAt, state, reason ?? ''].join(' ').trim(),
  );
}

const statesOf = async (id: string) => (await ledger(id)).map((line) => line.split('Z ')[1]);

describe('setting a deadline', () => {
  it('keeps both dates and the reason for the shift: Sunday 15 November is Friday 13 in Dushanbe', async () => {
    const { deadline } = await deadlines.one(open.staff.post, (await set()).id);
    expect(deadline).toMatchObject({ statutoryOn: '2009-11-15', effectiveOn: '2009-11-13', version: 1 });
    expect(deadline.reasons).toEqual([
      { date: '2009-11-15', code: 'weekend', where: 'washington' },
      { date: '2009-11-15', code: 'weekend', where: 'post' },
      { date: '2009-11-14', code: 'weekend', where: 'washington' },
      { date: '2009-11-14', code: 'weekend', where: 'post' },
    ]);
  });

  it.each([
    ['CAIRO', '2009-11-12'],
    ['MUSCAT', '2009-11-10'],
  ])('counts the working days of %s: %s', async (postId, effectiveOn) => {
    expect((await set({ postId, ownerId: open.staff.desk.userId })).effectiveOn).toBe(effectiveOn);
  });

  it('plans the ledger at nine in the morning of the post, and says what had passed already', async () => {
    expect(await ledger((await set()).id)).toEqual([
      'v1 ten-days Pat Dushanbe 2009-10-29T04:00:00.000Z skipped already-past',
      'v1 five-days Pat Dushanbe 2009-11-05T04:00:00.000Z planned',
      'v1 one-day Pat Dushanbe 2009-11-12T04:00:00.000Z planned',
      'v1 overdue Pat Dushanbe 2009-11-16T04:00:00.000Z planned',
      'v1 overdue Mo Manager 2009-11-16T04:00:00.000Z planned',
    ]);
  });

  it('follows Washington’s clocks through their change where no post owes it', async () => {
    const { id } = await set({ postId: null, ownerId: open.staff.desk.userId, statutoryOn: '2010-03-19' });
    expect((await ledger(id)).slice(0, 2)).toEqual([
      'v1 ten-days Dana Desk 2010-03-05T14:00:00.000Z planned',
      'v1 five-days Dana Desk 2010-03-12T14:00:00.000Z planned',
    ]);
    expect((await ledger(id))[2]).toBe('v1 one-day Dana Desk 2010-03-18T13:00:00.000Z planned');
  });

  it('tells a manager who owns it once, as its owner', async () => {
    const lines = await ledger((await set({ ownerId: open.staff.manager.userId })).id);
    expect(lines.filter((line) => line.includes('overdue'))).toEqual([
      'v1 overdue Mo Manager 2009-11-16T04:00:00.000Z planned',
    ]);
  });

  it('heaps nothing up for a deadline that is late when it is set: one overdue step, once each', async () => {
    const lines = await statesOf((await set({ statutoryOn: '2009-10-12' })).id);
    expect(lines).toEqual([
      'skipped already-past',
      'skipped already-past',
      'skipped already-past',
      'planned',
      'planned',
    ]);
  });

  it.each([
    ['a plan that does not exist', { planId: 'nothing' }, NotFound],
    ['a day that does not exist', { statutoryOn: '2009-02-30' }, Invalid],
    ['a closed or unknown owner', { ownerId: 'nobody' }, Invalid],
    ['a recommendation of another plan', { kind: 'recommendation', recommendationId: 'other' }, Invalid],
    ['a kind that names no recommendation', { kind: 'recommendation' }, Invalid],
    ['an empty title', { title: ' ' }, Invalid],
  ] as [string, Partial<NewDeadline>, typeof NotFound | typeof Invalid][])(
    'refuses %s and keeps nothing',
    async (_what, changes, Refusal) => {
      await expect(set(changes)).rejects.toBeInstanceOf(Refusal);
      expect(await store.reads.count(Deadline)).toBe(0);
      expect(await store.reads.count(Reminder)).toBe(0);
    },
  );

  it('refuses an owner who serves at another post, since that officer could not see it', async () => {
    await expect(set({ ownerId: open.staff.otherPost.userId })).rejects.toThrow('does not serve at the post');
  });

  it('is for desk officers and managers', async () => {
    await expect(deadlines.set(open.staff.post, report())).rejects.toBeInstanceOf(Forbidden);
    await expect(deadlines.set(open.staff.manager, report())).resolves.toMatchObject({ version: 1 });
  });

  it('writes the row, the reminders and the entry of the trail together or not at all', async () => {
    const before = (await open.rooms.get(Audit).entries(open.staff.administrator, {})).length;
    const { id } = await set();
    const entries = await open.rooms.get(Audit).entries(open.staff.administrator, {});
    expect(entries).toHaveLength(before + 1);
    expect(entries[0]).toMatchObject({ action: 'deadline.set', subjectKind: 'deadline', subjectId: id });
  });
});

describe('what a cycle makes owed', () => {
  it('is set once: the post’s report and answers by the post’s officer, the assessment by whoever sets it', async () => {
    const kept = await deadlines.setFromMilestones(open.staff.desk, planId);
    expect(
      kept.map(({ kind, statutoryOn, effectiveOn, postId, ownerId }) => [
        kind,
        statutoryOn,
        effectiveOn,
        postId,
        ownerId,
      ]),
    ).toEqual([
      ['post-report', '2009-11-15', '2009-11-13', 'DUSHANBE', open.staff.post.userId],
      ['interim-assessment', '2010-02-01', '2010-02-01', null, open.staff.desk.userId],
      ['post-answers', '2010-02-15', '2010-02-12', 'DUSHANBE', open.staff.post.userId],
    ]);
    expect(await deadlines.setFromMilestones(open.staff.desk, planId)).toEqual([]);
    expect(await store.reads.count(Deadline)).toBe(3);
  });

  it('leaves out what had passed when it is asked for', async () => {
    open.clock.set('2009-12-01T12:00:00.000Z');
    const kept = await deadlines.setFromMilestones(open.staff.desk, planId);
    expect(kept.map(({ kind }) => kind)).toEqual(['interim-assessment', 'post-answers']);
  });
});

describe('changing a deadline', () => {
  it('moves it: the old reminders are cancelled and new ones planned in the same act', async () => {
    const { id, version } = await set();
    const moved = await deadlines.move(open.staff.desk, { id, version, statutoryOn: '2009-11-30' });
    expect(moved).toMatchObject({ version: 2, effectiveOn: '2009-11-30' });
    const lines = await ledger(id);
    expect(lines.filter((line) => line.startsWith('v1 ') && !line.includes('already-past'))).toHaveLength(4);
    expect(lines.filter((line) => line.endsWith('cancelled moved'))).toHaveLength(4);
    expect(lines.filter((line) => line.startsWith('v2 ') && line.endsWith('planned'))).toHaveLength(5);
  });

  it('meets it: nothing is owed any more', async () => {
    const { id, version } = await set();
    await deadlines.meet(open.staff.post, { id, version, on: '2009-11-04' });
    const { state, reminders, nextReminder } = await deadlines.one(open.staff.post, id);
    expect(state).toBe('met');
    expect(nextReminder).toBeNull();
    expect(reminders.map((row) => row.state)).toEqual(['skipped', ...Array<string>(4).fill('cancelled')]);
    expect(reminders.every((row) => row.nextAt === null)).toBe(true);
  });

  it('cannot be met on a day that has not come at the post', async () => {
    const { id, version } = await set();
    await expect(deadlines.meet(open.staff.post, { id, version, on: '2009-11-05' })).rejects.toThrow(
      'not come',
    );
    open.clock.set('2009-11-04T19:30:00.000Z');
    await expect(deadlines.meet(open.staff.post, { id, version, on: '2009-11-05' })).resolves.toMatchObject({
      metOn: '2009-11-05',
    });
  });

  it('waives it with the reason', async () => {
    const { id, version } = await set();
    const waived = await deadlines.waive(open.staff.manager, {
      id,
      version,
      reason: 'The post is evacuated.',
    });
    expect(waived).toMatchObject({ waivedOn: '2009-11-04', waiveReason: 'The post is evacuated.' });
    expect((await statesOf(id)).filter((line) => line === 'cancelled waived')).toHaveLength(4);
  });

  it('gives it to somebody else, and tells the manager no second time about the same day', async () => {
    const { id, version } = await set();
    const { reminders } = await deadlines.one(open.staff.desk, id);
    const told = reminders.find((row) => row.step === 'overdue' && row.role === 'manager');
    const sent = { state: 'sent', sentAt: open.clock.now(), nextAt: null } as const;
    await open.rooms
      .get(UnitOfWork)
      .run(({ manager }) => manager.update(Reminder, { id: told?.id ?? '' }, sent));
    await deadlines.reassign(open.staff.desk, { id, version, ownerId: open.staff.desk.userId });
    const lines = await ledger(id);
    expect(lines).toContain('v2 overdue Mo Manager 2009-11-16T04:00:00.000Z skipped already-told');
    expect(lines).toContain('v2 overdue Dana Desk 2009-11-16T04:00:00.000Z planned');
    expect(lines).toContain('v1 one-day Pat Dushanbe 2009-11-12T04:00:00.000Z cancelled owner-changed');
  });

  it('refuses a stale change, a change without a version, and a change of what is closed', async () => {
    const { id, version } = await set();
    const again = { id, statutoryOn: '2009-12-01' };
    await deadlines.move(open.staff.desk, { ...again, version });
    await expect(deadlines.move(open.staff.desk, { ...again, version })).rejects.toMatchObject({
      code: 'stale',
    });
    await expect(deadlines.move(open.staff.desk, again)).rejects.toMatchObject({ code: 'missing-version' });
    await deadlines.waive(open.staff.desk, { id, version: 2, reason: 'Enough.' });
    await expect(deadlines.move(open.staff.desk, { ...again, version: 3 })).rejects.toBeInstanceOf(Conflict);
  });

  it('plans nothing when the change is refused', async () => {
    const { id } = await set();
    const before = await ledger(id);
    await expect(
      deadlines.move(open.staff.desk, { id, version: 7, statutoryOn: '2009-12-01' }),
    ).rejects.toThrow();
    expect(await ledger(id)).toEqual(before);
  });
});

describe('what happens on lower floors', () => {
  it('dropping a recommendation waives its deadline and cancels its reminders in the same act', async () => {
    const recommendationId = await recommend();
    const { id } = await onRecommendation(recommendationId);
    const other = await set();
    await open.rooms
      .get(Recommendations)
      .drop(open.staff.desk, { id: recommendationId, version: 1, reason: 'Overtaken.' });
    const view = await deadlines.one(open.staff.desk, id);
    expect(view.state).toBe('waived');
    expect(new Set(view.reminders.map((row) => `${row.state} ${row.reason}`))).toEqual(
      new Set(['cancelled recommendation-dropped']),
    );
    expect((await deadlines.one(open.staff.desk, other.id)).state).toBe('soon');
  });

  it('logging the act that completes a recommendation meets its deadline on the day of the act', async () => {
    const recommendationId = await recommend();
    const { id } = await onRecommendation(recommendationId);
    const act = {
      planId,
      recommendationIds: [recommendationId],
      happenedOn: '2009-11-02',
      ranBy: 'government',
      text: 'A court heard the case.',
    } satisfies Parameters<Efforts['record']>[1];
    const efforts = open.rooms.get(Efforts);
    await efforts.record(open.staff.post, act);
    expect((await deadlines.one(open.staff.desk, id)).state).toBe('upcoming');
    const effort = await efforts.record(open.staff.post, { ...act, completes: [recommendationId] });
    const view = await deadlines.one(open.staff.desk, id);
    expect(view.deadline).toMatchObject({ metOn: '2009-11-02', metBy: effort.id, version: 2 });
    expect(view.reminders.map((row) => row.state)).not.toContain('planned');
  });
});

describe('a calendar that changes', () => {
  const closing = (on: string) =>
    open.rooms.get(Register).addHoliday(open.staff.administrator, {
      postId: 'DUSHANBE',
      on,
      name: 'A day of rest',
      source: 'the post',
    });

  it('moves the working day of what is still to come, with its reminders, in the same act', async () => {
    const { id } = await set();
    await closing('2009-11-13');
    const { deadline } = await deadlines.one(open.staff.desk, id);
    expect(deadline).toMatchObject({ statutoryOn: '2009-11-15', effectiveOn: '2009-11-12', version: 2 });
    const lines = await ledger(id);
    expect(lines).toContain('v1 one-day Pat Dushanbe 2009-11-12T04:00:00.000Z cancelled calendar-changed');
    expect(lines).toContain('v2 one-day Pat Dushanbe 2009-11-10T04:00:00.000Z planned');
  });

  it('leaves what is late, what is closed, and what others owe as they stand', async () => {
    const late = await set({ statutoryOn: '2009-10-12' });
    const washington = await set({ postId: null, ownerId: open.staff.desk.userId });
    const met = await set();
    await deadlines.meet(open.staff.desk, { id: met.id, version: 1, on: '2009-11-01' });
    await closing('2009-11-13');
    for (const [id, version] of [
      [late.id, 1],
      [washington.id, 1],
      [met.id, 2],
    ] as const)
      expect((await deadlines.one(open.staff.desk, id)).deadline.version).toBe(version);
  });
});

describe('the board', () => {
  it('shows each deadline as it stands on the post’s wall, with what is said next', async () => {
    await set();
    const [row] = await deadlines.board(open.staff.desk);
    expect(row).toMatchObject({
      state: 'soon',
      pastStatutory: false,
      workingDaysLeft: 6,
      ownerName: 'Pat Dushanbe',
      city: 'Dushanbe',
      plan: { countryName: 'Tajikistan', cycleName: '2009–10' },
      lastReminder: null,
      nextReminder: { step: 'five-days' },
    });
  });

  it('turns overdue at the post’s midnight, not at Washington’s', async () => {
    await set();
    open.clock.set('2009-11-13T18:59:00.000Z');
    expect((await deadlines.board(open.staff.desk))[0]?.state).toBe('due');
    open.clock.set('2009-11-13T19:00:00.000Z');
    expect((await deadlines.board(open.staff.desk))[0]).toMatchObject({
      state: 'overdue',
      pastStatutory: false,
    });
  });

  it('filters by state, owner and post, and counts each state', async () => {
    await set({ statutoryOn: '2009-10-12' });
    await set();
    const { id, version } = await set({ statutoryOn: '2010-02-15', ownerId: open.staff.desk.userId });
    await deadlines.meet(open.staff.desk, { id, version, on: '2009-11-01' });
    const titles = async (filter: Parameters<Deadlines['board']>[1]) =>
      (await deadlines.board(open.staff.manager, filter)).map(({ state }) => state);
    expect(await titles({})).toEqual(['overdue', 'soon', 'met']);
    expect(await titles({ state: 'open' })).toEqual(['overdue', 'soon']);
    expect(await titles({ state: 'overdue' })).toEqual(['overdue']);
    expect(await titles({ state: 'closed' })).toEqual(['met']);
    expect(await titles({ ownerId: open.staff.desk.userId })).toEqual(['met']);
    expect(await titles({ postId: 'CAIRO' })).toEqual([]);
    expect(await titles({ state: 'nearing' })).toEqual(['soon']);
    expect(await titles({ from: '2009-11-13', until: '2009-11-13' })).toEqual(['soon']);
    expect(await titles({ from: '2009-11-14' })).toEqual(['met']);
    expect(await titles({ until: '2009-11-12' })).toEqual(['overdue']);
    expect(await deadlines.tally(open.staff.manager)).toEqual({
      met: 1,
      waived: 0,
      overdue: 1,
      due: 0,
      soon: 1,
      upcoming: 0,
    });
  });

  it('says for each recommendation how its most pressing open deadline stands', async () => {
    const [late, calm] = [await recommend(), await recommend()];
    const on = (recommendationId: string, statutoryOn: string) =>
      set({ recommendationId, kind: 'recommendation', title: 'Step', statutoryOn });
    const past = await on(late, '2009-10-30');
    await on(late, '2009-12-11');
    await on(calm, '2009-12-11');
    const pressing = async (actor: Actor) => [...(await deadlines.pressingOn(actor))];
    expect(await pressing(open.staff.post)).toEqual([
      [late, 'overdue'],
      [calm, 'upcoming'],
    ]);
    await deadlines.meet(open.staff.post, { id: past.id, version: 1, on: '2009-11-02' });
    expect(new Map(await pressing(open.staff.post)).get(late)).toBe('upcoming');
    expect(await pressing(open.staff.otherPost)).toEqual([]);
  });

  it('shows an officer only what their own post owes, and elsewhere answers as for a missing one', async () => {
    const { id } = await set();
    const washington = await set({ postId: null, ownerId: open.staff.desk.userId });
    const seen = async (actor: Actor) => (await deadlines.board(actor)).length;
    expect(await seen(open.staff.post)).toBe(1);
    expect(await seen(open.staff.otherPost)).toBe(0);
    const missing = await deadlines.one(open.staff.otherPost, 'nothing').catch(String);
    for (const [actor, one] of [
      [open.staff.otherPost, id],
      [open.staff.post, washington.id],
    ] as const) {
      expect(await deadlines.one(actor, one).catch(String)).toBe(missing);
      expect(await deadlines.meet(actor, { id: one, version: 1, on: '2009-11-04' }).catch(String)).toBe(
        missing,
      );
    }
  });

  it('shows fifty rows a page', async () => {
    for (let count = 0; count < 53; count += 1) await set({ title: `Step ${count}` });
    expect(await deadlines.board(open.staff.desk)).toHaveLength(50);
    expect(await deadlines.board(open.staff.desk, { page: 2 })).toHaveLength(3);
  });
});
