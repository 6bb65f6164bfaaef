import { Accounts } from '@demarche/access';
import { Conflict, Forbidden } from '@demarche/base';
import { Notices, noticesEntities } from '@demarche/notices';
import { PlanDrafting, plansEntities, Recommendations } from '@demarche/plans';
import { Efforts, EffortWithdrawal, progressEntities } from '@demarche/progress';
import { CalendarKeeping, CycleKeeping } from '@demarche/register';
import { Store } from '@demarche/store';
import type { OpenRooms } from '../../../../test/support/rooms';
import { openStaffedRooms, type Staff } from '../../../../test/support/staff';
import { DeadlineBoard } from '../board/deadline-board.service';
import { Deadline } from '../deadline.entity';
import { DeadlineRevision } from '../deadline-revision.entity';
import { DeadlinesModule } from '../deadlines.module';
import { Deadlines } from '../deadlines.service';
import type { NewDeadline } from '../terms/deadline.input';
import { MilestoneMoves } from '../terms/milestone-moves.service';

let open: OpenRooms & { staff: Staff };
let deadlines: Deadlines;
let planId: string;
let recommendationId: string;

beforeEach(async () => {
  open = await openStaffedRooms({
    modules: [DeadlinesModule],
    entities: [...noticesEntities, ...plansEntities, ...progressEntities, Deadline, DeadlineRevision],
  });
  deadlines = open.rooms.get(Deadlines);
  const plan = { countryId: 'TJK', cycleId: '2009', placementReason: 'commitments' } as const;
  planId = (await open.rooms.get(PlanDrafting).create(open.staff.desk, plan)).id;
  const wording = { planId, priority: 'high', pillar: null, text: 'Try officials.', note: null } as const;
  recommendationId = (await open.rooms.get(Recommendations).add(open.staff.desk, wording)).id;
});
afterEach(() => open.close());

const set = (changes: Partial<NewDeadline> = {}) =>
  deadlines.set(open.staff.desk, {
    planId,
    kind: 'post-report',
    title: 'Progress report',
    statutoryOn: '2009-11-15',
    ownerId: open.staff.post.userId,
    ...changes,
  });

const step = () =>
  set({ recommendationId, kind: 'recommendation', title: 'First hearing', statutoryOn: '2009-12-01' });

const row = async (id: string) => (await open.rooms.get(DeadlineBoard).one(open.staff.desk, id)).deadline;

const changesOf = async (deadlineId: string) => {
  const found = await open.rooms
    .get(Store)
    .reads.find(DeadlineRevision, { where: { deadlineId }, order: { version: 'ASC' } });
  return found.map(({ change, reason }) => [change, reason]);
};

const told = async (actor = open.staff.post) =>
  (await open.rooms.get(Notices).of(actor)).map(({ text }) => text);

const act = (changes: object = {}) => ({
  text: 'A court heard the case.',
  happenedOn: '2009-11-02',
  ranBy: 'government' as const,
  recommendationIds: [recommendationId],
  completes: [recommendationId],
  ...changes,
});

describe('an act that completes a recommendation', () => {
  let id: string;
  let effortId: string;
  beforeEach(async () => {
    ({ id } = await step());
    effortId = (await open.rooms.get(Efforts).record(open.staff.post, { planId, ...act() })).id;
  });
  const amend = (version: number, changes: object) =>
    open.rooms.get(Efforts).amend(open.staff.post, { id: effortId, version, ...act(changes) });

  it('opens its deadline again when it is amended so that it completes nothing', async () => {
    expect(await row(id)).toMatchObject({ metOn: '2009-11-02', metBy: effortId });
    await amend(1, { completes: [] });
    expect(await row(id)).toMatchObject({ metOn: null, metBy: null, version: 3 });
    await amend(2, {});
    expect(await row(id)).toMatchObject({ metOn: '2009-11-02', metBy: effortId });
    expect((await changesOf(id)).map(([change]) => change)).toEqual(['met', 'effort-changed', 'met']);
  });

  it('takes the day that its deadline was met along to another day', async () => {
    await amend(1, { happenedOn: '2009-10-20' });
    expect(await row(id)).toMatchObject({ metOn: '2009-10-20', metBy: effortId });
  });

  it('opens its deadline again when it is withdrawn, and meets it again when it is restored', async () => {
    const withdrawal = open.rooms.get(EffortWithdrawal);
    await withdrawal.withdraw(open.staff.post, { id: effortId, version: 1, reason: 'Another country.' });
    expect(await row(id)).toMatchObject({ metOn: null });
    await withdrawal.restore(open.staff.post, { id: effortId, version: 2, reason: 'It was this one.' });
    expect(await row(id)).toMatchObject({ metOn: '2009-11-02', metBy: effortId });
  });

  it('leaves the deadline met where another act completes the recommendation too', async () => {
    const other = await open.rooms
      .get(Efforts)
      .record(open.staff.post, { planId, ...act({ happenedOn: '2009-11-03' }) });
    await amend(1, { completes: [] });
    expect(await row(id)).toMatchObject({ metOn: '2009-11-03', metBy: other.id });
  });

  it('leaves the deadline waived where the recommendation was dropped meanwhile', async () => {
    const recommendations = open.rooms.get(Recommendations);
    await recommendations.drop(open.staff.desk, { id: recommendationId, version: 1, reason: 'Done.' });
    await amend(1, { completes: [] });
    expect(await row(id)).toMatchObject({ metOn: null, waiveReason: 'The recommendation was dropped.' });
  });

  it('leaves a day that a person said by hand', async () => {
    const byHand = await set({ title: 'By hand' });
    await deadlines.meet(open.staff.post, { id: byHand.id, version: 1, on: '2009-11-03', effortId });
    await amend(1, { happenedOn: '2009-10-20' });
    expect(await row(byHand.id)).toMatchObject({ metOn: '2009-11-03', metBy: effortId });
  });

  it('is said again by hand when a withdrawn act is restored', async () => {
    const byHand = await set({ title: 'By hand' });
    await deadlines.meet(open.staff.post, { id: byHand.id, version: 1, on: '2009-11-03', effortId });
    const withdrawal = open.rooms.get(EffortWithdrawal);
    await withdrawal.withdraw(open.staff.post, { id: effortId, version: 1, reason: 'Twice.' });
    expect(await row(byHand.id)).toMatchObject({ metOn: null, metBy: null });
    await withdrawal.restore(open.staff.post, { id: effortId, version: 2, reason: 'Not twice.' });
    expect(await row(byHand.id)).toMatchObject({ metOn: '2009-11-03', metBy: effortId });
  });
});

describe('a recommendation that is dropped and restored', () => {
  it('opens again what the drop had waived, and leaves what a person had waived', async () => {
    const [dropped, waived] = [await step(), await step()];
    await deadlines.waive(open.staff.desk, { id: waived.id, version: 1, reason: 'Enough.' });
    const recommendations = open.rooms.get(Recommendations);
    await recommendations.drop(open.staff.desk, { id: recommendationId, version: 1, reason: 'No.' });
    expect(await row(dropped.id)).toMatchObject({ waivedOn: '2009-11-04' });
    await recommendations.restore(open.staff.desk, { id: recommendationId, version: 2, reason: 'Yes.' });
    expect(await row(dropped.id)).toMatchObject({ waivedOn: null, waiveReason: null });
    expect(await row(waived.id)).toMatchObject({ waiveReason: 'Enough.' });
  });
});

describe('reopening', () => {
  it('opens what was met by mistake, and what was waived, with the reason', async () => {
    const { id } = await set();
    await deadlines.meet(open.staff.post, { id, version: 1, on: '2009-11-03' });
    const again = { id, version: 2, reason: 'Only a draft was sent.' };
    expect(await deadlines.reopen(open.staff.desk, again)).toMatchObject({ metOn: null, version: 3 });
    await deadlines.waive(open.staff.desk, { id, version: 3, reason: 'Evacuated.' });
    await deadlines.reopen(open.staff.manager, { id, version: 4, reason: 'Back at work.' });
    expect(await changesOf(id)).toEqual([
      ['met', null],
      ['reopened', 'Only a draft was sent.'],
      ['waived', 'Evacuated.'],
      ['reopened', 'Back at work.'],
    ]);
    expect((await told())[0]).toBe('Tajikistan: Progress report is open again, due Fri 13 Nov 2009.');
  });

  it('needs a reason, the permission, and something closed', async () => {
    const { id } = await set();
    const asked = { id, version: 1, reason: 'Why not.' };
    await expect(deadlines.reopen(open.staff.desk, asked)).rejects.toBeInstanceOf(Conflict);
    await deadlines.meet(open.staff.post, { id, version: 1, on: '2009-11-03' });
    const second = { ...asked, version: 2 };
    await expect(deadlines.reopen(open.staff.post, second)).rejects.toBeInstanceOf(Forbidden);
    await expect(deadlines.reopen(open.staff.desk, { ...second, reason: ' ' })).rejects.toThrow('Say why');
    await expect(deadlines.reopen(open.staff.otherPost, second)).rejects.toBeInstanceOf(Forbidden);
  });
});

describe('a milestone that is moved', () => {
  const instruct = (on: string) =>
    open.rooms.get(CycleKeeping).setMilestone(open.staff.administrator, milestone(on));
  const milestone = (on: string) =>
    ({ cycleId: '2009', kind: 'post-report', nature: 'instructed', on, source: 'Cable of the day' }) as const;

  it('takes along the deadlines that stand at the old day, and brings them back', async () => {
    const { id } = await set();
    await instruct('2009-11-20');
    expect(await row(id)).toMatchObject({
      statutoryOn: '2009-11-20',
      effectiveOn: '2009-11-20',
      nature: 'instructed',
    });
    await instruct('2009-11-15');
    expect(await row(id)).toMatchObject({ statutoryOn: '2009-11-15', effectiveOn: '2009-11-13' });
    expect(await changesOf(id)).toEqual([
      ['milestone-moved', 'Cable of the day'],
      ['milestone-moved', 'Cable of the day'],
    ]);
  });

  it('leaves what people moved, what is closed, other cycles and other kinds', async () => {
    const moved = await set();
    await deadlines.move(open.staff.desk, { id: moved.id, version: 1, statutoryOn: '2009-11-18' });
    const met = await set();
    await deadlines.meet(open.staff.post, { id: met.id, version: 1, on: '2009-11-03' });
    const other = await set({ kind: 'other' });
    await instruct('2009-11-20');
    expect((await row(moved.id)).statutoryOn).toBe('2009-11-18');
    expect((await row(met.id)).statutoryOn).toBe('2009-11-15');
    expect((await row(other.id)).statutoryOn).toBe('2009-11-15');
  });

  it('tells the owner of each deadline, and the desk how many', async () => {
    await set();
    await instruct('2009-11-20');
    expect(await told()).toEqual([
      'Tajikistan: Progress report is due Fri 20 Nov 2009 now. It was due Fri 13 Nov 2009.',
    ]);
    expect(await told(open.staff.desk)).toEqual([
      'Progress report of the post: the cycle now says Fri 20 Nov 2009. Deadlines moved with it: 1.',
    ]);
  });

  it('is foreseen before it is saved: what moves, whose, and what stays', async () => {
    await set();
    const moved = await set({ title: 'Second' });
    await deadlines.move(open.staff.desk, { id: moved.id, version: 1, statutoryOn: '2009-11-18' });
    const { administrator, desk } = open.staff;
    const moves = await open.rooms.get(CycleKeeping).foreseeMilestone(administrator, milestone('2009-11-20'));
    const foreseen = await open.rooms.get(MilestoneMoves).preview(administrator, moves);
    const lines = foreseen.map((one) => [one.title, one.ownerName, one.from, one.to, one.follows]);
    expect(lines).toEqual([
      ['Progress report', 'Pat Dushanbe', '2009-11-13', '2009-11-20', true],
      ['Second', 'Pat Dushanbe', '2009-11-18', '2009-11-20', false],
    ]);
    await expect(open.rooms.get(MilestoneMoves).preview(desk, moves)).rejects.toBeInstanceOf(Forbidden);
  });
});

describe('the nature of a date', () => {
  it('is the law’s or the instruction’s where the cycle says so, and the office’s otherwise', async () => {
    const kept = await deadlines.setFromMilestones(open.staff.desk, planId);
    expect(kept.map(({ kind, nature }) => [kind, nature])).toEqual([
      ['post-report', 'instructed'],
      ['interim-assessment', 'statutory'],
      ['post-answers', 'instructed'],
    ]);
    expect((await set({ kind: 'other' })).nature).toBe('entered');
    expect((await set({ kind: 'other', nature: 'instructed' })).nature).toBe('instructed');
    await expect(set({ kind: 'other', nature: 'statutory' })).rejects.toThrow('The law sets no such day');
  });

  it('changes with a move away from the day of the law', async () => {
    const assessment = { kind: 'interim-assessment', postId: null } as const;
    const { desk } = open.staff;
    const { id } = await set({ ...assessment, statutoryOn: '2010-02-01', ownerId: desk.userId });
    expect((await row(id)).nature).toBe('statutory');
    const moved = await deadlines.move(desk, { id, version: 1, statutoryOn: '2010-02-12', reason: 'Snow.' });
    expect(moved.nature).toBe('entered');
    expect(await changesOf(id)).toEqual([['moved', 'Snow.']]);
  });
});

describe('a day far from the cycle', () => {
  it('is asked about, and taken from somebody who is sure', async () => {
    await expect(set({ statutoryOn: '2015-11-15' })).rejects.toMatchObject({
      reasons: [expect.objectContaining({ field: 'statutoryOn', code: 'far-day' })],
    });
    expect((await set({ statutoryOn: '2015-11-15', sure: true })).statutoryOn).toBe('2015-11-15');
    for (const statutoryOn of ['0209-11-15', '1990-05-05', '9999-12-31', '0001-01-01'])
      await expect(set({ statutoryOn, sure: true })).rejects.toThrow('Days are taken from');
  });
});

describe('a holiday that is added', () => {
  it('tells the owner of each deadline that moved, and nobody of one that did not', async () => {
    await set();
    await set({ title: 'Later', statutoryOn: '2009-11-18' });
    await open.rooms.get(CalendarKeeping).addHoliday(open.staff.administrator, {
      postId: 'DUSHANBE',
      on: '2009-11-13',
      name: 'A day of rest',
      source: 'the post',
    });
    expect(await told()).toEqual([
      'Tajikistan: Progress report is due Thu 12 Nov 2009 now. It was due Fri 13 Nov 2009.',
    ]);
  });
});

describe('a change by somebody else', () => {
  it('is told to the owner, old or new, and not to whoever made it', async () => {
    const { id } = await set();
    await deadlines.move(open.staff.desk, { id, version: 1, statutoryOn: '2009-11-18' });
    await deadlines.reassign(open.staff.manager, { id, version: 2, ownerId: open.staff.desk.userId });
    await deadlines.meet(open.staff.desk, { id, version: 3, on: '2009-11-03' });
    expect(await told()).toHaveLength(1);
    expect(await told(open.staff.desk)).toEqual([
      'Tajikistan: Progress report is yours from now on, due Wed 18 Nov 2009.',
    ]);
  });
});

describe('an account that is closed', () => {
  const accounts = () => open.rooms.get(Accounts);
  const boardRow = (id: string) => open.rooms.get(DeadlineBoard).one(open.staff.desk, id);

  it('hands its open deadlines to the successor in the same act, and keeps the closed ones', async () => {
    const { administrator, desk, post } = open.staff;
    const [owed, met] = [await set(), await set()];
    await deadlines.meet(post, { id: met.id, version: 1, on: '2009-11-03' });
    await accounts().close(administrator, post.userId, desk.userId);
    expect((await row(owed.id)).ownerId).toBe(desk.userId);
    expect((await row(met.id)).ownerId).toBe(post.userId);
    expect(await changesOf(owed.id)).toEqual([['owner-left', null]]);
    expect(await told(desk)).toEqual([
      'Tajikistan: Progress report is yours from now on, due Fri 13 Nov 2009.',
    ]);
  });

  it('is not closed when the successor could not see what is handed over', async () => {
    const { administrator, otherPost, post } = open.staff;
    const { id } = await set();
    await expect(accounts().close(administrator, post.userId, otherPost.userId)).rejects.toMatchObject({
      reasons: [expect.objectContaining({ field: 'successorId', code: 'owner-elsewhere' })],
    });
    expect(await boardRow(id)).toMatchObject({ ownerName: 'Pat Dushanbe', ownerGone: null });
  });

  it('marks its deadlines at once and tells the desk and the managers how many, until it is opened again', async () => {
    const { administrator, desk, manager, post } = open.staff;
    const { id } = await set();
    await set();
    await accounts().close(administrator, post.userId);
    expect((await boardRow(id)).ownerGone).toBe('closed');
    for (const person of [desk, manager])
      expect(await told(person)).toEqual([
        'Pat Dushanbe: The account is closed. Open deadlines in this name: 2.',
      ]);
    await accounts().reopen(administrator, post.userId);
    expect((await boardRow(id)).ownerGone).toBeNull();
    expect((await told(desk))[0]).toBe(
      'Pat Dushanbe: The account is open again. Open deadlines in this name: 2.',
    );
  });

  it('is shown with what it owns before it is closed, to administrators only', async () => {
    const { administrator, desk, post } = open.staff;
    const met = await set();
    await deadlines.meet(post, { id: met.id, version: 1, on: '2009-11-03' });
    await set({ title: 'Still owed' });
    const owned = await open.rooms.get(DeadlineBoard).openOwnedBy(administrator, post.userId);
    expect(owned.map(({ deadline, subject }) => [deadline.title, subject.countryName])).toEqual([
      ['Still owed', 'Tajikistan'],
    ]);
    await expect(open.rooms.get(DeadlineBoard).openOwnedBy(desk, post.userId)).rejects.toBeInstanceOf(
      Forbidden,
    );
  });
});

describe('somebody who leaves a post', () => {
  const leave = async (successorId?: string) => {
    const { administrator, post } = open.staff;
    const change = { postIds: ['CAIRO'], version: 1, ...(successorId ? { successorId } : {}) };
    await open.rooms.get(Accounts).amend(administrator, post.userId, change as never);
  };

  it('hands over what the post owes, or leaves it marked', async () => {
    const { id } = await set();
    await leave();
    expect((await open.rooms.get(DeadlineBoard).one(open.staff.desk, id)).ownerGone).toBe('elsewhere');
    expect(await told(open.staff.desk)).toEqual([
      'Pat Dushanbe: The service at the post ends. Open deadlines in this name: 1.',
    ]);
  });

  it('hands over what the post owes to the successor', async () => {
    const { id } = await set();
    await leave(open.staff.desk.userId);
    expect((await row(id)).ownerId).toBe(open.staff.desk.userId);
  });
});
