import { accessEntities, AccessModule, Actor, Audit, type Role } from '@demarche/access';
import { NotFound } from '@demarche/base';
import { PlanDrafting, plansEntities, PlansModule, Recommendations } from '@demarche/plans';
import { registerEntities, RegisterModule } from '@demarche/register';
import { Happenings } from '@demarche/store';
import { type OpenRooms, openRooms } from '../../../test/support/rooms';
import { EffortRecorded } from './efforts/effort-recorded';
import { EffortWithdrawal } from './efforts/effort-withdrawal.service';
import { Efforts } from './efforts/efforts.service';
import { progressEntities, ProgressModule } from './progress.module';
import { Progress } from './progress.service';
import { StatisticWithdrawal } from './statistics/statistic-withdrawal.service';
import { Statistics } from './statistics/statistics.service';

const person = (userId: string, role: Role, postIds: string[] = []) =>
  new Actor({ userId, name: userId, role, postIds });
const desk = person('dora', 'desk-officer');
const post = person('pavel', 'post-officer', ['DUSHANBE']);
const stranger = person('carla', 'post-officer', ['CAIRO']);
const manager = person('mona', 'manager');

let open: OpenRooms;
let efforts: Efforts;
let withdrawal: EffortWithdrawal;
let statistics: Statistics;
let figures: StatisticWithdrawal;
let planId: string;
let shelters: string;
let heard: EffortRecorded[];

async function planOf(countryId: string): Promise<{ plan: string; ask: string }> {
  const asked = { countryId, cycleId: '2009', placementReason: 'no-increasing-efforts' as const };
  const { id: plan } = await open.rooms.get(PlanDrafting).create(desk, asked);
  const given = { planId: plan, priority: 'high' as const, text: 'Shelter identified victims.' };
  return { plan, ask: (await open.rooms.get(Recommendations).add(desk, given)).id };
}

beforeEach(async () => {
  open = await openRooms({
    modules: [AccessModule, RegisterModule, PlansModule, ProgressModule],
    entities: [...accessEntities, ...registerEntities, ...plansEntities, ...progressEntities],
    at: '2009-11-04T12:00:00.000Z',
  });
  efforts = open.rooms.get(Efforts);
  withdrawal = open.rooms.get(EffortWithdrawal);
  statistics = open.rooms.get(Statistics);
  figures = open.rooms.get(StatisticWithdrawal);
  ({ plan: planId, ask: shelters } = await planOf('TJK'));
  heard = [];
  open.rooms.get(Happenings).on(EffortRecorded, 99, async (event) => void heard.push(event));
});
afterEach(() => open.close());

const toldAct = (change: object = {}) => ({
  text: 'The ministry of labor opened a shelter in Khujand.',
  happenedOn: '2009-10-12',
  ranBy: 'government' as const,
  recommendationIds: [shelters],
  completes: [shelters],
  ...change,
});
const record = () => efforts.record(post, { planId, ...toldAct() });
const figure = () =>
  statistics.record(post, {
    planId,
    from: '2009-05-01',
    until: '2009-09-30',
    term: 'cases sent to court',
    count: 4,
    unit: 'cases',
    recommendationId: shelters,
  });
const wrong = (id: string, version = 1) => ({ id, version, reason: 'It was about another country.' });

describe('a withdrawn effort', () => {
  it('is kept with who, when and why, and counts nowhere', async () => {
    const { id } = await record();
    expect(await withdrawal.withdraw(post, wrong(id))).toMatchObject({ id, version: 2 });
    expect(await efforts.one(post, id)).toMatchObject({
      withdrawnAt: '2009-11-04T12:00:00.000Z',
      withdrawnBy: 'pavel',
      withdrawReason: 'It was about another country.',
      text: toldAct().text,
    });
    expect(await efforts.of(post, planId)).toEqual([]);
    expect(await efforts.everOf(post, planId)).toHaveLength(1);
    expect(await efforts.recent(post, { planIds: [planId], limit: 5 })).toEqual([]);
    const progress = open.rooms.get(Progress);
    const [summary] = await progress.summaryOf(post, planId);
    expect(summary).toMatchObject({ entries: 0, credited: 0, lastOn: null, isCompleted: false });
    expect((await progress.summariesOf(post, [planId])).size).toBe(0);
  });

  it('completes nothing any more, and the house is told; restored, it completes again', async () => {
    const { id } = await record();
    const standing = { happenedOn: '2009-10-12', recommendationIds: [shelters], completes: [shelters] };
    await withdrawal.withdraw(post, wrong(id));
    await withdrawal.restore(desk, { id, version: 2, reason: 'It was right after all.' });
    expect(heard.slice(1)).toEqual([
      new EffortRecorded(id, standing, null),
      new EffortRecorded(id, null, standing),
    ]);
    expect(await efforts.of(post, planId)).toMatchObject([{ id, version: 3, withdrawnAt: null }]);
    const states = await efforts.wordingsOf(post, id);
    expect(states.map(({ version, reason, replacedBy }) => ({ version, reason, replacedBy }))).toEqual([
      { version: 1, reason: 'It was about another country.', replacedBy: 'pavel' },
      { version: 2, reason: 'It was right after all.', replacedBy: 'dora' },
    ]);
    expect(states[1]?.wording).toMatchObject({ withdrawnBy: 'pavel' });
  });

  it('is changed by nobody until it is restored, and neither act can be done twice', async () => {
    const { id } = await record();
    await expect(withdrawal.restore(post, { id, version: 1 })).rejects.toMatchObject({ code: 'state' });
    await withdrawal.withdraw(post, wrong(id));
    await expect(withdrawal.withdraw(post, wrong(id, 2))).rejects.toMatchObject({ code: 'state' });
    await expect(efforts.amend(post, { id, version: 2, ...toldAct() })).rejects.toMatchObject({
      code: 'state',
    });
  });

  it('needs a reason, the version seen, the permission and the post', async () => {
    const { id } = await record();
    await expect(withdrawal.withdraw(post, { id, version: 1, reason: '  ' })).rejects.toMatchObject({
      reasons: [{ field: 'reason' }],
    });
    await expect(withdrawal.withdraw(post, wrong(id, 7))).rejects.toMatchObject({ code: 'stale' });
    await expect(withdrawal.withdraw(post, { ...wrong(id), version: undefined })).rejects.toMatchObject({
      code: 'missing-version',
    });
    await expect(withdrawal.withdraw(manager, wrong(id))).rejects.toMatchObject({ permission: 'log-effort' });
    await expect(withdrawal.withdraw(stranger, wrong(id))).rejects.toBeInstanceOf(NotFound);
    expect(await efforts.of(post, planId)).toHaveLength(1);
  });

  it('leaves an entry of each act in the trail', async () => {
    const { id } = await record();
    await withdrawal.withdraw(post, wrong(id));
    await withdrawal.restore(post, { id, version: 2 });
    const admin = person('ada', 'administrator');
    const entries = await open.rooms.get(Audit).entries(admin, { subjectId: id });
    expect(entries.map(({ action }) => action).sort()).toEqual([
      'effort.record',
      'effort.restore',
      'effort.withdraw',
    ]);
  });
});

describe('an effort on the wrong plan', () => {
  it('is logged anew on the right one and withdrawn where it was, in one act', async () => {
    const { id } = await record();
    const other = await planOf('KHM');
    const told = toldAct({ recommendationIds: [other.ask], completes: [other.ask] });
    const moved = await withdrawal.move(desk, { id, version: 1, planId: other.plan, ...told });
    expect(await efforts.of(desk, planId)).toEqual([]);
    expect(await efforts.of(desk, other.plan)).toMatchObject([{ id: moved.id, completes: [other.ask] }]);
    expect((await efforts.one(desk, id)).withdrawReason).toContain('Cambodia: action plan 2009–10');
    expect(heard).toContainEqual(expect.objectContaining({ effortId: id, after: null }));
  });

  it('stays where it is when the new place is refused or the same', async () => {
    const { id } = await record();
    const other = await planOf('KHM');
    const onto = (plan: string) => ({ id, version: 1, planId: plan, ...toldAct() });
    await expect(withdrawal.move(desk, onto(other.plan))).rejects.toMatchObject({
      reasons: [{ code: 'not-in-plan' }],
    });
    await expect(withdrawal.move(desk, onto(planId))).rejects.toMatchObject({
      reasons: [{ code: 'same-plan' }],
    });
    await expect(withdrawal.move(post, onto(other.plan))).rejects.toBeInstanceOf(NotFound);
    expect(await efforts.of(desk, planId)).toHaveLength(1);
    expect(await efforts.of(desk, other.plan)).toEqual([]);
  });
});

describe('a withdrawn figure', () => {
  it('is kept, used nowhere, refuses changes, and comes back as it was', async () => {
    const { id } = await figure();
    await figures.withdraw(post, wrong(id));
    expect(await statistics.of(post, planId)).toEqual([]);
    expect(await statistics.everOf(post, planId)).toMatchObject([{ id, withdrawnBy: 'pavel' }]);
    const amended = { id, version: 2, from: '2009-05-01', until: '2009-09-30', term: 'x', count: 1 };
    await expect(statistics.amend(post, { ...amended, unit: 'cases' })).rejects.toMatchObject({
      code: 'state',
    });
    await expect(figures.withdraw(post, wrong(id, 2))).rejects.toMatchObject({ code: 'state' });
    await figures.restore(post, { id, version: 2 });
    expect(await statistics.of(post, planId)).toMatchObject([{ id, count: 4, withdrawReason: null }]);
    const states = await statistics.wordingsOf(post, id);
    expect(states.map(({ reason }) => reason)).toEqual(['It was about another country.', null]);
  });

  it('needs a reason, the version seen, the permission and the post', async () => {
    const { id } = await figure();
    await expect(figures.withdraw(post, { id, version: 1, reason: '' })).rejects.toMatchObject({
      reasons: [{ field: 'reason' }],
    });
    await expect(figures.withdraw(post, wrong(id, 7))).rejects.toMatchObject({ code: 'stale' });
    await expect(figures.withdraw(manager, wrong(id))).rejects.toMatchObject({
      permission: 'log-statistic',
    });
    await expect(figures.withdraw(stranger, wrong(id))).rejects.toBeInstanceOf(NotFound);
  });
});
