import { accessEntities, AccessModule, Actor, Audit } from '@demarche/access';
import { NotFound } from '@demarche/base';
import { PlanReading, PlanDrafting, Recommendations, plansEntities, PlansModule } from '@demarche/plans';
import { PlaceKeeping, registerEntities, RegisterModule } from '@demarche/register';
import { Happenings, Store } from '@demarche/store';
import { type OpenRooms, openRooms } from '../../../test/support/rooms';
import { Effort, EffortRecommendation, EffortRevision } from './efforts/effort.entity';
import { EffortRecorded, newlyCompletedBy, noLongerCompletedBy } from './efforts/effort-recorded';
import { Efforts } from './efforts/efforts.service';
import { ProgressModule, progressEntities } from './progress.module';
import { Progress } from './progress.service';
import { Statistic } from './statistics/statistic.entity';
import { Statistics } from './statistics/statistics.service';

const desk = new Actor({ userId: 'dora', name: 'Dora Desk', role: 'desk-officer', postIds: [] });
const post = new Actor({ userId: 'pavel', name: 'Pavel Post', role: 'post-officer', postIds: ['DUSHANBE'] });
const stranger = new Actor({
  userId: 'carla',
  name: 'Carla Cairo',
  role: 'post-officer',
  postIds: ['CAIRO'],
});
const manager = new Actor({ userId: 'mona', name: 'Mona Manager', role: 'manager', postIds: [] });
const auditor = new Actor({ userId: 'ada', name: 'Ada Admin', role: 'administrator', postIds: [] });

/** Dushanbe is five hours ahead of UTC: this is half past midnight of 5 November there, and still the 4th elsewhere. */
const AFTER_MIDNIGHT_IN_DUSHANBE = '2009-11-04T19:30:00.000Z';

let open: OpenRooms;
let plans: PlanReading;
let drafting: PlanDrafting;
let recommendations: Recommendations;
let efforts: Efforts;
let statistics: Statistics;
let progress: Progress;
let store: Store;
let planId: string;
let shelters: string;
let trials: string;

async function addRecommendation(text: string, plan = planId) {
  const given = { planId: plan, priority: 'high' as const, pillar: null, text, note: null };
  return (await recommendations.add(desk, given)).id;
}

async function makePlan(countryId: string) {
  const asked = { countryId, cycleId: '2009', placementReason: 'no-increasing-efforts' as const };
  return (await drafting.create(desk, asked)).id;
}

beforeEach(async () => {
  open = await openRooms({
    modules: [AccessModule, RegisterModule, PlansModule, ProgressModule],
    entities: [...accessEntities, ...registerEntities, ...plansEntities, ...progressEntities],
    at: AFTER_MIDNIGHT_IN_DUSHANBE,
  });
  plans = open.rooms.get(PlanReading);
  drafting = open.rooms.get(PlanDrafting);
  recommendations = open.rooms.get(Recommendations);
  efforts = open.rooms.get(Efforts);
  statistics = open.rooms.get(Statistics);
  progress = open.rooms.get(Progress);
  store = open.rooms.get(Store);
  planId = await makePlan('TJK');
  shelters = await addRecommendation('Shelter identified victims.');
  trials = await addRecommendation('Try officials who take part in trafficking.');
});
afterEach(() => open.close());

const toldAct = (change: object = {}) => ({
  text: 'The ministry of labor opened a shelter in Khujand.',
  happenedOn: '2009-10-12',
  ranBy: 'government' as const,
  recommendationIds: [shelters],
  ...change,
});
const act = (change: object = {}) => ({ planId, ...toldAct(change) });

const standing = (recommendationIds: string[], completes: string[]) => ({
  happenedOn: '2009-10-12',
  recommendationIds,
  completes,
});

const toldFigure = (change: object = {}) => ({
  from: '2009-05-01',
  until: '2009-09-30',
  term: 'cases sent to court',
  count: 4,
  unit: 'cases' as const,
  ...change,
});
const figure = (change: object = {}) => ({ planId, ...toldFigure(change) });

describe('logging an effort', () => {
  it('takes four fields, and the verdict stands beside it with its reason and what is missing', async () => {
    const receipt = await efforts.record(post, act());
    expect(receipt).toMatchObject({
      version: 1,
      verdict: 'credit',
      reasons: [{ code: 'government-ran', field: 'ranBy' }],
      missing: [],
    });
    expect(await efforts.of(post, planId)).toEqual([
      expect.objectContaining({
        id: receipt.id,
        postId: 'DUSHANBE',
        marking: 'SBU',
        recordedBy: 'pavel',
        recommendationIds: [shelters],
        completes: [],
        credit: expect.objectContaining({ verdict: 'credit' }),
      }),
    ]);
  });

  it('keeps no verdict in the row, so that the rule of the day of reading decides', () => {
    const columns = store.reads.connection.getMetadata(Effort).columns.map((column) => column.propertyName);
    expect(columns.filter((name) => /credit|verdict/i.test(name))).toEqual([]);
  });

  it('says what is missing where an outsider ran the act with a gift of the government', async () => {
    const given = act({ ranBy: 'igo', paidBy: 'igo', governmentGave: ['premises'] });
    expect(await efforts.record(post, given)).toMatchObject({
      verdict: 'credit-if-role-shown',
      missing: ['role'],
    });
  });

  it('leaves one audit entry that names the plan and no word of the text', async () => {
    const { id } = await efforts.record(post, act());
    const entries = await open.rooms.get(Audit).entries(auditor, { subjectId: id });
    expect(entries.map(({ action, detail }) => [action, detail])).toEqual([
      ['effort.record', { planId, recommendationIds: [shelters] }],
    ]);
  });

  it('takes the day that has begun at the post, and refuses the next', async () => {
    await expect(efforts.record(post, act({ happenedOn: '2009-11-05' }))).resolves.toBeDefined();
    await expect(efforts.record(post, act({ happenedOn: '2009-11-06' }))).rejects.toMatchObject({
      reasons: [{ field: 'happenedOn', code: 'in-the-future' }],
    });
  });

  it('goes by Washington’s day where a plan has no post', async () => {
    await open.rooms.get(PlaceKeeping).setLeadPost(auditor, { countryId: 'SOM', postId: null });
    const postless = await makePlan('SOM');
    const asked = await addRecommendation('Write a law.', postless);
    const given = { planId: postless, recommendationIds: [asked] };
    expect((await plans.open(desk, postless)).post).toBeNull();
    await expect(efforts.record(desk, act({ ...given, happenedOn: '2009-11-05' }))).rejects.toThrow(
      'has not come yet',
    );
    await expect(efforts.record(desk, act({ ...given, happenedOn: '2009-11-04' }))).resolves.toBeDefined();
  });

  it('refuses a recommendation of another plan, a dropped one, and a completion it is not about, all at once', async () => {
    const other = await addRecommendation('Something else.', await makePlan('KHM'));
    const dropped = await addRecommendation('No longer asked for.');
    await recommendations.drop(desk, { id: dropped, version: 1, reason: 'Done elsewhere.' });
    const given = act({ recommendationIds: [shelters, other, dropped], completes: [trials] });
    await expect(efforts.record(post, given)).rejects.toMatchObject({
      reasons: [{ code: 'not-in-plan' }, { code: 'dropped' }, { code: 'not-about' }],
    });
    expect(await store.reads.count(Effort)).toBe(0);
  });

  it('answers an officer of another post as if the plan did not exist', async () => {
    const missing = await efforts.record(stranger, act({ planId: 'no-such-plan' })).catch((error) => error);
    const hidden = await efforts.record(stranger, act()).catch((error) => error);
    expect(hidden).toBeInstanceOf(NotFound);
    expect(hidden).toEqual(missing);
  });

  it('is not for a manager', async () => {
    await expect(efforts.record(manager, act())).rejects.toMatchObject({ permission: 'log-effort' });
  });

  it('has no second effect when the same form is sent twice', async () => {
    const first = await efforts.record(post.submitting('form-1'), act());
    const second = await efforts.record(post.submitting('form-1'), act());
    expect(second).toEqual(first);
    expect(await store.reads.count(Effort)).toBe(1);
  });

  it('tells the house inside the unit, and a listener that refuses undoes the whole act', async () => {
    const heard: EffortRecorded[] = [];
    open.rooms.get(Happenings).on(EffortRecorded, 7, async (event) => {
      heard.push(event);
      if (heard.length === 2) throw new Error('refused upstairs');
    });
    const given = act({ recommendationIds: [shelters, trials], completes: [trials] });
    const { id } = await efforts.record(post, given);
    expect(heard[0]).toEqual(EffortRecorded.logged(id, standing([shelters, trials], [trials])));
    await expect(efforts.record(post, given)).rejects.toThrow('refused upstairs');
    expect(await store.reads.count(Effort)).toBe(1);
    expect(await store.reads.count(EffortRecommendation)).toBe(2);
  });
});

describe('amending an effort', () => {
  const whole = (id: string, change: object = {}) => ({ id, version: 1, ...toldAct(change) });

  it('states the entry anew, changes the verdict with it, and keeps what it said before', async () => {
    const { id } = await efforts.record(post, act({ ranBy: 'ngo', paidBy: 'ngo', source: 'Local press' }));
    const receipt = await efforts.amend(
      post,
      whole(id, {
        ranBy: 'ngo',
        paidBy: 'ngo',
        governmentGave: ['premises'],
        role: 'The city lent the building.',
        recommendationIds: [trials],
      }),
    );
    expect(receipt).toMatchObject({ id, version: 2, verdict: 'credit' });
    expect(await efforts.one(post, id)).toMatchObject({
      role: 'The city lent the building.',
      source: null,
      recommendationIds: [trials],
      marking: 'SBU',
      recordedBy: 'pavel',
    });
    expect(await efforts.wordingsOf(post, id)).toEqual([
      expect.objectContaining({
        version: 1,
        replacedBy: 'pavel',
        wording: expect.objectContaining({
          source: 'Local press',
          role: null,
          recommendationIds: [shelters],
        }),
      }),
    ]);
  });

  it('refuses a stale version and a missing one, and then changes nothing', async () => {
    const { id } = await efforts.record(post, act());
    await efforts.amend(post, whole(id, { text: 'Second wording.' }));
    await expect(efforts.amend(desk, whole(id, { text: 'Lost wording.' }))).rejects.toMatchObject({
      code: 'stale',
    });
    await expect(efforts.amend(desk, whole(id, { version: undefined }))).rejects.toMatchObject({
      code: 'missing-version',
    });
    expect((await efforts.one(post, id)).text).toBe('Second wording.');
    expect(await store.reads.count(EffortRevision)).toBe(1);
  });

  it('may go on naming a recommendation that has been dropped since', async () => {
    const { id } = await efforts.record(post, act());
    await recommendations.drop(desk, { id: shelters, version: 1, reason: 'Done elsewhere.' });
    await expect(efforts.amend(post, whole(id, { text: 'Clearer wording.' }))).resolves.toBeDefined();
    await expect(efforts.record(post, act())).rejects.toMatchObject({ reasons: [{ code: 'dropped' }] });
  });

  it('tells the house what the effort completes before and after', async () => {
    const heard: EffortRecorded[] = [];
    const { id } = await efforts.record(post, act({ completes: [shelters] }));
    open.rooms.get(Happenings).on(EffortRecorded, 7, async (event) => void heard.push(event));
    const both = { recommendationIds: [shelters, trials], completes: [shelters, trials] };
    await efforts.amend(post, whole(id, both));
    await efforts.amend(post, whole(id, { version: 2, happenedOn: '2009-10-20' }));
    const one = standing([shelters], [shelters]);
    const two = standing([shelters, trials], [shelters, trials]);
    const none = { ...standing([shelters], []), happenedOn: '2009-10-20' };
    expect(heard).toEqual([new EffortRecorded(id, one, two), new EffortRecorded(id, two, none)]);
    expect(heard.map(newlyCompletedBy)).toEqual([[trials], []]);
    expect(heard.map(noLongerCompletedBy)).toEqual([[], [shelters, trials]]);
  });

  it('answers an officer of another post as if the entry did not exist', async () => {
    const { id } = await efforts.record(post, act());
    const missing = await efforts.one(stranger, 'no-such-entry').catch((error) => error);
    expect(missing).toBeInstanceOf(NotFound);
    expect(await efforts.one(stranger, id).catch((error) => error)).toEqual(missing);
    expect(await efforts.amend(stranger, whole(id)).catch((error) => error)).toEqual(missing);
    expect(await efforts.wordingsOf(stranger, id).catch((error) => error)).toEqual(missing);
  });
});

describe('reading progress', () => {
  it('summarizes every recommendation of a plan, those without entries included', async () => {
    await efforts.record(post, act({ happenedOn: '2009-10-12' }));
    await efforts.record(post, act({ happenedOn: '2009-11-02', ranBy: 'ngo', paidBy: 'ngo' }));
    const shared = act({ happenedOn: '2009-06-01', recommendationIds: [trials, shelters] });
    await efforts.record(post, shared);
    const silent = await addRecommendation('Nothing yet.');
    expect(await progress.summaryOf(manager, planId)).toEqual([
      { recommendationId: shelters, entries: 3, credited: 2, lastOn: '2009-11-02', isCompleted: false },
      { recommendationId: trials, entries: 1, credited: 1, lastOn: '2009-06-01', isCompleted: false },
      { recommendationId: silent, entries: 0, credited: 0, lastOn: null, isCompleted: false },
    ]);
  });

  it('summarizes several plans at once as far as the reader may see them', async () => {
    const cambodia = await makePlan('KHM');
    const asked = await addRecommendation('Something else.', cambodia);
    await efforts.record(desk, act());
    await efforts.record(desk, act({ planId: cambodia, recommendationIds: [asked] }));
    const all = await progress.summariesOf(manager, [planId, cambodia]);
    expect([...all.keys()].sort()).toEqual([shelters, asked].sort());
    expect([...(await progress.summariesOf(post, [planId, cambodia])).keys()]).toEqual([shelters]);
    expect((await progress.summariesOf(manager, [])).size).toBe(0);
  });

  it('shows the acts of one recommendation fifty a page, and counts all of them', async () => {
    const later = await efforts.record(post, act({ happenedOn: '2009-10-13', completes: [shelters] }));
    const first = await efforts.record(post, act({ happenedOn: '2009-08-01', ranBy: 'us' }));
    for (let number = 0; number < 49; number += 1) await efforts.record(post, act());
    await efforts.record(post, act({ recommendationIds: [trials] }));
    const asked = { id: shelters, planId };
    const one = await progress.actsOf(post, asked, 1);
    expect(one).toMatchObject({
      pages: 2,
      summary: { entries: 51, credited: 50, lastOn: '2009-10-13', isCompleted: true },
    });
    expect(one.acts).toHaveLength(50);
    expect(one.acts[0]).toMatchObject({ id: later.id, completes: [shelters] });
    expect((await progress.actsOf(post, asked, 2)).acts.map(({ id }) => id)).toEqual([first.id]);
    expect((await progress.actsOf(post, asked, 3)).acts).toEqual([]);
    await expect(progress.actsOf(stranger, asked, 1)).rejects.toThrow(NotFound);
  });

  it('lists the latest efforts of several plans, newest first and no more than asked for', async () => {
    const cambodia = await makePlan('KHM');
    const asked = await addRecommendation('Something else.', cambodia);
    await efforts.record(desk, act({ happenedOn: '2009-09-01' }));
    await efforts.record(desk, act({ happenedOn: '2009-11-01' }));
    const elsewhere = { planId: cambodia, recommendationIds: [asked], happenedOn: '2009-10-01' };
    await efforts.record(desk, act(elsewhere));
    const planIds = [planId, cambodia];
    const days = async (actor: Actor, limit: number) =>
      (await efforts.recent(actor, { planIds, limit })).map((effort) => effort.happenedOn);
    expect(await days(desk, 2)).toEqual(['2009-11-01', '2009-10-01']);
    expect(await days(post, 5)).toEqual(['2009-11-01', '2009-09-01']);
    expect(await days(stranger, 5)).toEqual([]);
  });
});

describe('logging a figure', () => {
  it('keeps it with the verdict of the rule and the reason for a refusal', async () => {
    const accepted = { category: 'prosecution', basis: 'trafficking-offence' };
    expect(await statistics.record(post, figure(accepted))).toMatchObject({
      accepted: true,
      category: 'prosecution',
    });
    expect(
      await statistics.record(post, figure({ category: 'prosecution', basis: 'related' })),
    ).toMatchObject({
      accepted: false,
      reasons: [{ code: 'related-offence', field: 'basis' }],
    });
    const kept = await statistics.of(post, planId);
    expect(kept.map((one) => one.acceptance.accepted).sort()).toEqual([false, true]);
  });

  it('waits unmapped until a person maps the host’s term by an amendment', async () => {
    const { id, accepted, reasons } = await statistics.record(post, figure({ basis: 'trafficking-offence' }));
    expect([accepted, reasons]).toEqual([false, [{ code: 'no-category', field: 'category' }]]);
    const told = toldFigure({ basis: 'trafficking-offence', category: 'prosecution' });
    expect(await statistics.amend(desk, { id, version: 1, ...told })).toMatchObject({
      accepted: true,
      version: 2,
    });
    await expect(statistics.amend(desk, { id, version: 1, ...told })).rejects.toMatchObject({
      code: 'stale',
    });
    expect((await statistics.one(post, id)).category).toBe('prosecution');
  });

  it('keeps cases and persons as two figures, each with its own unit', async () => {
    await statistics.record(post, figure({ count: 4, unit: 'cases' }));
    await statistics.record(post, figure({ count: 9, unit: 'persons' }));
    const kept = await statistics.of(post, planId);
    expect(kept.map(({ count, unit }) => `${count} ${unit}`).sort()).toEqual(['4 cases', '9 persons']);
  });

  it('refuses a period that is reversed or not over, and a recommendation of another plan', async () => {
    const other = await addRecommendation('Something else.', await makePlan('KHM'));
    const given = figure({ from: '2009-12-01', until: '2009-11-30', recommendationId: other });
    await expect(statistics.record(post, given)).rejects.toMatchObject({
      reasons: [{ code: 'period-reversed' }, { code: 'in-the-future' }, { code: 'not-in-plan' }],
    });
    expect(await store.reads.count(Statistic)).toBe(0);
  });

  it('answers an officer of another post as if the figure did not exist', async () => {
    const { id } = await statistics.record(post, figure());
    const missing = await statistics.one(stranger, 'no-such-figure').catch((error) => error);
    expect(missing).toBeInstanceOf(NotFound);
    expect(await statistics.one(stranger, id).catch((error) => error)).toEqual(missing);
    await expect(statistics.of(stranger, planId)).rejects.toThrow(NotFound);
    await expect(statistics.record(stranger, figure())).rejects.toThrow(NotFound);
  });
});
