import { accessEntities, AccessModule, Actor, Audit } from '@demarche/access';
import { NotFound } from '@demarche/base';
import { PlanDrafting, PlanReading, Recommendations, plansEntities, PlansModule } from '@demarche/plans';
import {
  Efforts,
  EffortWithdrawal,
  progressEntities,
  ProgressModule,
  Statistics,
  StatisticWithdrawal,
} from '@demarche/progress';
import { CycleKeeping, registerEntities, RegisterModule } from '@demarche/register';
import { Store } from '@demarche/store';
import { type OpenRooms, openRooms } from '../../../test/support/rooms';
import { Narrative } from './narrative.entity';
import { Narratives } from './narratives.service';
import { narrativesEntities, NarrativesModule } from './narratives.module';
import { NarrativeStandings } from './standings.service';

const desk = new Actor({ userId: 'dora', name: 'Dora Desk', role: 'desk-officer', postIds: [] });
const other = new Actor({ userId: 'dina', name: 'Dina Desk', role: 'desk-officer', postIds: [] });
const post = new Actor({ userId: 'pavel', name: 'Pavel Post', role: 'post-officer', postIds: ['DUSHANBE'] });
const stranger = new Actor({
  userId: 'carla',
  name: 'Carla Cairo',
  role: 'post-officer',
  postIds: ['CAIRO'],
});
const keeper = new Actor({ userId: 'anna', name: 'Anna Admin', role: 'administrator', postIds: [] });

let open: OpenRooms;
let drafting: PlanDrafting;
let recommendations: Recommendations;
let efforts: Efforts;
let narratives: Narratives;
let planId: string;
let shelters: string;
let trials: string;

async function addRecommendation(text: string, priority: 'high' | 'other' = 'high') {
  const pillar = priority === 'other' ? ('protection' as const) : null;
  return (await recommendations.add(desk, { planId, priority, pillar, text, note: null })).id;
}

async function makePlan(cycleId: string) {
  const asked = { countryId: 'TJK', cycleId, placementReason: 'no-increasing-efforts' as const };
  return (await drafting.create(desk, asked)).id;
}

beforeEach(async () => {
  const modules = [AccessModule, RegisterModule, PlansModule, ProgressModule, NarrativesModule];
  open = await openRooms({
    modules,
    entities: [
      ...accessEntities,
      ...registerEntities,
      ...plansEntities,
      ...progressEntities,
      ...narrativesEntities,
    ],
  });
  drafting = open.rooms.get(PlanDrafting);
  recommendations = open.rooms.get(Recommendations);
  efforts = open.rooms.get(Efforts);
  narratives = open.rooms.get(Narratives);
  planId = await makePlan('2009');
  shelters = await addRecommendation('Shelter identified victims.');
  trials = await addRecommendation('Try officials who take part in trafficking.');
});
afterEach(() => open.close());

const act = (change: object = {}) => ({
  planId,
  text: 'The ministry of labor opened a shelter in Khujand.',
  happenedOn: '2009-10-12',
  ranBy: 'government' as const,
  recommendationIds: [shelters],
  ...change,
});

describe('a narrative from a plan and its log', () => {
  it('has a passage for each high-priority recommendation, resting on what was logged inside the window', async () => {
    const done = await efforts.record(post, act());
    const outsider = await efforts.record(post, act({ ranBy: 'us', paidBy: 'us' }));
    const early = await efforts.record(post, act({ happenedOn: '2009-04-30' }));
    const assembled = await narratives.assemble(desk, planId);
    expect(assembled).toMatchObject({
      planId,
      country: { id: 'TJK', name: 'Tajikistan' },
      cycle: { id: '2009', reportYear: 2009 },
      window: { from: '2009-05-01', until: '2009-11-30' },
      asOf: '2009-11-04',
      objections: [],
      version: 0,
    });
    expect(assembled.passages.map(({ recommendationId, hasNews }) => [recommendationId, hasNews])).toEqual([
      [shelters, true],
      [trials, false],
    ]);
    expect(assembled.passages[0]?.sentences.map((sentence) => sentence.entries)).toEqual([[done.id]]);
    expect(assembled.uncredited.map(({ effortId, reason }) => [effortId, reason])).toEqual([
      [early.id, 'outside-window'],
      [outsider.id, 'no-credit'],
    ]);
  });

  it('leaves out dropped and further recommendations, and lists what was done for them', async () => {
    const further = await addRecommendation('Train border guards.', 'other');
    await recommendations.drop(desk, { id: trials, version: 1, reason: 'Moved to another plan.' });
    const { id } = await efforts.record(post, act({ recommendationIds: [further] }));
    const assembled = await narratives.assemble(desk, planId);
    expect(assembled.passages.map((passage) => passage.recommendationId)).toEqual([shelters]);
    expect(assembled.elsewhere.map((entry) => entry.effortId)).toEqual([id]);
  });

  it('tells accepted figures and lists refused ones', async () => {
    const statistics = open.rooms.get(Statistics);
    const figure = { planId, from: '2009-05-01', until: '2009-09-30', term: 'trials', count: 4 };
    const mapped = { ...figure, unit: 'cases' as const, category: 'prosecution' as const };
    const told = await statistics.record(post, { ...mapped, basis: 'trafficking-offence' });
    const refused = await statistics.record(post, { ...mapped, basis: 'related' });
    const assembled = await narratives.assemble(desk, planId);
    expect(assembled.statistics.map((sentence) => sentence.statistics)).toEqual([[told.id]]);
    expect(assembled.refusedStatistics.map((apart) => apart.statisticId)).toEqual([refused.id]);
  });

  it('follows a window that somebody entered', async () => {
    await efforts.record(post, act());
    const window = { kind: 'interim-window' as const, nature: 'instructed' as const };
    await open.rooms.get(CycleKeeping).setMilestone(keeper, {
      ...window,
      cycleId: '2009',
      on: '2009-05-01',
      until: '2009-09-30',
      source: '09STATE1',
    });
    const assembled = await narratives.assemble(desk, planId);
    expect(assembled.window).toEqual({ from: '2009-05-01', until: '2009-09-30', source: '09STATE1' });
    expect(assembled.passages[0]?.hasNews).toBe(false);
  });

  it('is not assembled for a cycle whose window nobody knows', async () => {
    const later = await makePlan('2014');
    await expect(narratives.assemble(desk, later)).rejects.toMatchObject({ code: 'state' });
  });

  it('does not exist for an officer of another post', async () => {
    await expect(narratives.assemble(stranger, planId)).rejects.toThrow(NotFound);
    await expect(narratives.assemble(post, planId)).resolves.toBeDefined();
  });

  it('changes nothing by being read', async () => {
    await narratives.assemble(desk, planId);
    expect(await open.rooms.get(Store).reads.count(Narrative)).toBe(0);
  });
});

describe('how far the narratives of a list are', () => {
  const listed = async (actor: Actor) => {
    const { rows } = await open.rooms.get(PlanReading).list(actor);
    return open.rooms.get(NarrativeStandings).of(actor, rows);
  };

  it('is what each narrative says when it is opened, and nothing where no window is known', async () => {
    const cambodia = { countryId: 'KHM', cycleId: '2009', placementReason: 'no-increasing-efforts' as const };
    const { id: second } = await drafting.create(desk, cambodia);
    const asked = { planId: second, priority: 'high' as const, pillar: null, note: null };
    const hotline = await recommendations.add(desk, { ...asked, text: 'Open a hotline.' });
    const later = await makePlan('2014');
    await efforts.record(post, act({ recommendationIds: [shelters, trials] }));
    await efforts.record(post, act({ ranBy: 'us', paidBy: 'us' }));
    await efforts.record(post, act({ happenedOn: '2009-04-30' }));
    await efforts.record(
      desk,
      act({ planId: second, text: 'Tier 3 awaits.', recommendationIds: [hotline.id] }),
    );
    await narratives.chooseScale(desk, { planId, version: 0, scaleWord: 'some' });
    const standings = await listed(desk);
    expect([...standings.keys()].sort()).toEqual([planId, second].sort());
    expect(standings.has(later)).toBe(false);
    for (const id of [planId, second]) {
      const { opening, passages, objections, wordCount } = await narratives.assemble(desk, id);
      expect(standings.get(id)).toEqual({
        isOpen: opening.isOpen,
        passages: passages.length,
        withNews: passages.filter(({ hasNews }) => hasNews).length,
        objections: objections.length,
        wordCount,
      });
    }
    expect(standings.get(second)?.objections).toBe(1);
  });

  it('tells a post of its own plans alone, and a person without a post of none', async () => {
    expect([...(await listed(post)).keys()]).toEqual([planId]);
    expect((await listed(stranger)).size).toBe(0);
  });
});

describe('the measure of the opening', () => {
  it('is chosen by a person, may be chosen anew, and may be opened again', async () => {
    expect(await narratives.chooseScale(desk, { planId, version: 0, scaleWord: 'modest' })).toBe(1);
    const { opening, version } = await narratives.assemble(desk, planId);
    expect([opening.scaleWord, opening.isOpen, version]).toEqual(['modest', false, 1]);
    expect(await narratives.chooseScale(other, { planId, version: 1, scaleWord: 'limited' })).toBe(2);
    expect(await narratives.chooseScale(other, { planId, version: 2, scaleWord: null })).toBe(3);
    expect((await narratives.assemble(desk, planId)).opening.isOpen).toBe(true);
  });

  it('is not overwritten by somebody who saw an older choice, or none', async () => {
    await narratives.chooseScale(desk, { planId, version: 0, scaleWord: 'modest' });
    for (const version of [0, 2])
      await expect(
        narratives.chooseScale(other, { planId, version, scaleWord: 'some' }),
      ).rejects.toMatchObject({ code: 'stale' });
    await expect(narratives.chooseScale(other, { planId, scaleWord: 'some' })).rejects.toMatchObject({
      code: 'missing-version',
    });
    expect((await narratives.assemble(desk, planId)).opening.scaleWord).toBe('modest');
  });

  it('is settled by whoever comes first when two choose at once', async () => {
    const outcomes = await Promise.allSettled([
      narratives.chooseScale(desk, { planId, version: 0, scaleWord: 'modest' }),
      narratives.chooseScale(other, { planId, version: 0, scaleWord: 'some' }),
    ]);
    expect(outcomes.map((outcome) => outcome.status).sort()).toEqual(['fulfilled', 'rejected']);
  });

  it('is not the post’s to choose', async () => {
    await expect(
      narratives.chooseScale(post, { planId, version: 0, scaleWord: 'significant' }),
    ).rejects.toMatchObject({ permission: 'edit-narrative' });
  });

  it('stands in the audit trail with the word', async () => {
    await narratives.chooseScale(desk, { planId, version: 0, scaleWord: 'some' });
    const entries = await open.rooms.get(Audit).entries(keeper, { subjectId: planId });
    expect(entries[0]).toMatchObject({
      action: 'narrative.choose-scale',
      actorId: 'dora',
      detail: { scaleWord: 'some', version: 1 },
    });
  });
});

describe('an entry that was withdrawn', () => {
  it('is told nowhere, not even among what was left out, and neither is a figure; restored, both are back', async () => {
    const statistics = open.rooms.get(Statistics);
    const figure = {
      ...{ planId, recommendationId: shelters, from: '2009-05-01', until: '2009-09-30' },
      ...({ term: 'investigations', category: 'investigation', basis: 'trafficking-offence' } as const),
      ...({ count: 1, unit: 'persons', source: 'Ministry' } as const),
    };
    const told = await efforts.record(post, act());
    const apart = await efforts.record(post, act({ ranBy: 'us', paidBy: 'us' }));
    const counted = await statistics.record(post, figure);
    const before = await narratives.assemble(desk, planId);
    expect(before.passages[0]?.sentences.map(({ text }) => text).join(' ')).toContain(
      'an investigation of 1 person',
    );
    const reason = 'Logged by mistake.';
    for (const { id } of [told, apart])
      await open.rooms.get(EffortWithdrawal).withdraw(post, { id, version: 1, reason });
    await open.rooms.get(StatisticWithdrawal).withdraw(post, { id: counted.id, version: 1, reason });
    const after = await narratives.assemble(desk, planId);
    expect(after.passages[0]).toMatchObject({ hasNews: false, waiting: [] });
    expect(JSON.stringify(after)).not.toMatch(new RegExp(`${told.id}|${apart.id}|${counted.id}`));
    await open.rooms.get(EffortWithdrawal).restore(post, { id: told.id, version: 2 });
    await open.rooms.get(StatisticWithdrawal).restore(post, { id: counted.id, version: 2 });
    const again = await narratives.assemble(desk, planId);
    expect(again.passages).toEqual(before.passages);
  });
});
