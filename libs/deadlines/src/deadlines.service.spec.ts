import { Audit, type Actor } from '@demarche/access';
import { Conflict, Forbidden, Invalid, NotFound } from '@demarche/base';
import { noticesEntities } from '@demarche/notices';
import { PlanDrafting, Recommendations, plansEntities } from '@demarche/plans';
import { Efforts, progressEntities } from '@demarche/progress';
import { CalendarKeeping } from '@demarche/register';
import { Store } from '@demarche/store';
import type { OpenRooms } from '../../../test/support/rooms';
import { openStaffedRooms, type Staff } from '../../../test/support/staff';
import { DeadlineBoard } from './board/deadline-board.service';
import { Deadline } from './deadline.entity';
import type { NewDeadline } from './terms/deadline.input';
import { Deadlines } from './deadlines.service';
import { DeadlineRevision } from './deadline-revision.entity';
import { DeadlinesModule } from './deadlines.module';

let open: OpenRooms & { staff: Staff };
let deadlines: Deadlines;
let board: DeadlineBoard;
let store: Store;
let planId: string;

beforeEach(async () => {
  open = await openStaffedRooms({
    modules: [DeadlinesModule],
    entities: [...noticesEntities, ...plansEntities, ...progressEntities, Deadline, DeadlineRevision],
  });
  deadlines = open.rooms.get(Deadlines);
  board = open.rooms.get(DeadlineBoard);
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

describe('setting a deadline', () => {
  it('keeps both dates and the reason for the shift: Sunday 15 November is Friday 13 in Dushanbe', async () => {
    const { deadline } = await board.one(open.staff.post, (await set()).id);
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
    },
  );

  it('refuses an owner who serves at another post, since that officer could not see it', async () => {
    await expect(set({ ownerId: open.staff.otherPost.userId })).rejects.toThrow('does not serve at the post');
  });

  it('is for desk officers and managers', async () => {
    await expect(deadlines.set(open.staff.post, report())).rejects.toBeInstanceOf(Forbidden);
    await expect(deadlines.set(open.staff.manager, report())).resolves.toMatchObject({ version: 1 });
  });

  it('writes the row and the entry of the trail together or not at all', async () => {
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
  it('moves it, and reckons its working day anew', async () => {
    const { id, version } = await set();
    const moved = await deadlines.move(open.staff.desk, { id, version, statutoryOn: '2009-11-30' });
    expect(moved).toMatchObject({ version: 2, effectiveOn: '2009-11-30' });
  });

  it('meets it', async () => {
    const { id, version } = await set();
    await deadlines.meet(open.staff.post, { id, version, on: '2009-11-04' });
    expect((await board.one(open.staff.post, id)).state).toBe('met');
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
});

describe('what happens on lower floors', () => {
  it('dropping a recommendation waives its deadline in the same act', async () => {
    const recommendationId = await recommend();
    const { id } = await onRecommendation(recommendationId);
    const other = await set();
    await open.rooms
      .get(Recommendations)
      .drop(open.staff.desk, { id: recommendationId, version: 1, reason: 'Overtaken.' });
    const view = await board.one(open.staff.desk, id);
    expect(view.state).toBe('waived');
    expect((await board.one(open.staff.desk, other.id)).state).toBe('soon');
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
    expect((await board.one(open.staff.desk, id)).state).toBe('upcoming');
    const effort = await efforts.record(open.staff.post, { ...act, completes: [recommendationId] });
    const view = await board.one(open.staff.desk, id);
    expect(view.deadline).toMatchObject({ metOn: '2009-11-02', metBy: effort.id, version: 2 });
  });
});

describe('a calendar that changes', () => {
  const closing = (on: string) =>
    open.rooms.get(CalendarKeeping).addHoliday(open.staff.administrator, {
      postId: 'DUSHANBE',
      on,
      name: 'A day of rest',
      source: 'the post',
    });

  it('moves the working day of what is still to come in the same act', async () => {
    const { id } = await set();
    await closing('2009-11-13');
    const { deadline } = await board.one(open.staff.desk, id);
    expect(deadline).toMatchObject({ statutoryOn: '2009-11-15', effectiveOn: '2009-11-12', version: 2 });
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
      expect((await board.one(open.staff.desk, id)).deadline.version).toBe(version);
  });
});

describe('the board', () => {
  it('shows each deadline as it stands on the post’s wall', async () => {
    await set();
    const [row] = await board.board(open.staff.desk);
    expect(row).toMatchObject({
      state: 'soon',
      pastStatutory: false,
      workingDaysLeft: 6,
      ownerName: 'Pat Dushanbe',
      city: 'Dushanbe',
      subject: { countryName: 'Tajikistan', cycleName: '2009–10' },
    });
  });

  it('turns overdue at the post’s midnight, not at Washington’s', async () => {
    await set();
    open.clock.set('2009-11-13T18:59:00.000Z');
    expect((await board.board(open.staff.desk))[0]?.state).toBe('due');
    open.clock.set('2009-11-13T19:00:00.000Z');
    expect((await board.board(open.staff.desk))[0]).toMatchObject({
      state: 'overdue',
      pastStatutory: false,
    });
  });

  it('filters by state, owner and post, and counts each state', async () => {
    await set({ statutoryOn: '2009-10-12' });
    await set();
    const { id, version } = await set({ statutoryOn: '2010-02-15', ownerId: open.staff.desk.userId });
    await deadlines.meet(open.staff.desk, { id, version, on: '2009-11-01' });
    const titles = async (filter: Parameters<DeadlineBoard['board']>[1]) =>
      (await board.board(open.staff.manager, filter)).map(({ state }) => state);
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
    expect(await board.tally(open.staff.manager)).toEqual({
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
    const pressing = async (actor: Actor) => [...(await board.pressingOn(actor))];
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
    const seen = async (actor: Actor) => (await board.board(actor)).length;
    expect(await seen(open.staff.post)).toBe(1);
    expect(await seen(open.staff.otherPost)).toBe(0);
    const told = (refused: Promise<unknown>) => refused.catch((error: Error) => error.message);
    const missing = await told(board.one(open.staff.otherPost, 'nothing'));
    for (const [actor, one] of [
      [open.staff.otherPost, id],
      [open.staff.post, washington.id],
    ] as const) {
      expect(await told(board.one(actor, one))).toBe(missing);
      expect(await told(deadlines.meet(actor, { id: one, version: 1, on: '2009-11-04' }))).toBe(missing);
    }
  });

  it('shows fifty rows a page', async () => {
    for (let count = 0; count < 53; count += 1) await set({ title: `Step ${count}` });
    expect(await board.board(open.staff.desk)).toHaveLength(50);
    expect(await board.board(open.staff.desk, { page: 2 })).toHaveLength(3);
  });
});
