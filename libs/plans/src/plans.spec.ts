import { Audit } from '@demarche/access';
import { Conflict, Forbidden, Invalid, NotFound } from '@demarche/base';
import { PlaceKeeping } from '@demarche/register';
import { Happenings, type Unit } from '@demarche/store';
import type { OpenRooms } from '../../../test/support/rooms';
import { openStaffedRooms, type Staff } from '../../../test/support/staff';
import { Plan, PlanSource } from './plan.entity';
import {
  PlanCreated,
  RecommendationAdded,
  RecommendationDropped,
  RecommendationRestored,
  RecommendationReworded,
} from './plan-events';
import { PlansModule } from './plans.module';
import { PlanReading } from './plan-reading.service';
import { PlanDrafting } from './plan-drafting.service';
import { Recommendations } from './recommendations.service';
import type { NewPlan, NewRecommendation } from './plans.input';
import { Recommendation, RecommendationRevision } from './recommendation.entity';

const TAJIKISTAN: NewPlan = { countryId: 'TJK', cycleId: '2009', placementReason: 'no-increasing-efforts' };
const EGYPT: NewPlan = { countryId: 'EGY', cycleId: '2009', placementReason: 'significant-victims' };

describe('plans', () => {
  let open: OpenRooms & { staff: Staff };
  let plans: PlanReading;
  let drafting: PlanDrafting;
  let recommendations: Recommendations;
  let staff: Staff;

  beforeEach(async () => {
    open = await openStaffedRooms({
      modules: [PlansModule],
      entities: [Plan, PlanSource, Recommendation, RecommendationRevision],
    });
    plans = open.rooms.get(PlanReading);
    drafting = open.rooms.get(PlanDrafting);
    recommendations = open.rooms.get(Recommendations);
    staff = open.staff;
  });
  afterEach(() => open.close());

  const made = async (given = TAJIKISTAN) => (await drafting.create(staff.desk, given)).id;
  const add = (planId: string, given: Partial<NewRecommendation> = {}) =>
    recommendations.add(staff.desk, { planId, priority: 'high', text: 'Fund the shelters.', ...given });
  const listing = async (planId: string) =>
    (await plans.open(staff.desk, planId)).recommendations.map(({ number, text }) => `${number} ${text}`);

  describe('from blank', () => {
    it('is made for the lead post, with a title that people find, and marked SBU unless said otherwise', async () => {
      const view = await plans.open(staff.desk, await made());
      expect(view).toMatchObject({
        plan: {
          title: 'Tajikistan: action plan 2009–10',
          postId: 'DUSHANBE',
          placementReason: 'no-increasing-efforts',
          instructedBy: null,
          marking: 'SBU',
          version: 1,
          createdBy: staff.desk.userId,
          createdAt: '2009-11-04T14:00:00.000Z',
        },
        country: { name: 'Tajikistan' },
        post: { city: 'Dushanbe' },
        cycle: { reportYear: 2009 },
        recommendations: [],
        standing: [],
        source: null,
      });
    });

    it('stands once per country and cycle, also when two people start at the same moment', async () => {
      const outcomes = await Promise.allSettled([made(), drafting.create(staff.secondDesk, TAJIKISTAN)]);
      const refused = outcomes.filter((outcome) => outcome.status === 'rejected');
      expect(refused).toHaveLength(1);
      expect((refused[0] as PromiseRejectedResult).reason).toMatchObject({ code: 'duplicate' });
      expect((await plans.list(staff.desk)).total).toBe(1);
      await made({ ...TAJIKISTAN, cycleId: '2010' });
      expect((await plans.list(staff.desk)).total).toBe(2);
    });

    it.each([
      [{ countryId: 'ZZZ' }, 'countryId'],
      [{ cycleId: '1950' }, 'cycleId'],
      [{ placementReason: 'commitments' as const, cycleId: '2024' }, 'placementReason'],
      [{ placementReason: 'dislike' as never }, 'placementReason'],
    ])('is refused with %j, naming the field', async (wrong, field) => {
      const refused = drafting.create(staff.desk, { ...TAJIKISTAN, ...wrong });
      await expect(refused).rejects.toThrow(Invalid);
      await expect(refused).rejects.toMatchObject({ reasons: [{ field }] });
      expect((await plans.list(staff.desk)).total).toBe(0);
    });

    it('is made by desk officers only', async () => {
      await expect(drafting.create(staff.post, TAJIKISTAN)).rejects.toThrow(Forbidden);
      await expect(drafting.create(staff.manager, TAJIKISTAN)).rejects.toThrow(Forbidden);
      await expect(drafting.create(staff.administrator, TAJIKISTAN)).rejects.toThrow(Forbidden);
    });
  });

  describe('a post officer', () => {
    it('sees the plans of the own post and no other, in lists as in single things', async () => {
      const [own, other] = [await made(), await made(EGYPT)];
      const foreign = await add(other);
      expect((await plans.list(staff.post)).rows.map((row) => row.id)).toEqual([own]);
      expect(await plans.list(staff.post, { countryId: 'EGY' })).toMatchObject({ rows: [], total: 0 });
      expect(await plans.list(staff.post, { postId: 'CAIRO' })).toMatchObject({ rows: [], total: 0 });
      expect((await plans.list(staff.otherPost)).rows.map((row) => row.id)).toEqual([other]);
      await expect(plans.open(staff.post, other)).rejects.toThrow(NotFound);
      await expect(plans.recommendation(staff.post, foreign.id)).rejects.toThrow(NotFound);
      await expect(plans.revisions(staff.post, foreign.id)).rejects.toThrow(NotFound);
      await expect(plans.source(staff.post, other)).rejects.toThrow(NotFound);
    });

    it('is told the same of another post’s plan as of a missing one', async () => {
      const other = await made(EGYPT);
      const words = async (id: string) => plans.open(staff.post, id).catch((error: Error) => error.message);
      expect(await words(other)).toBe(await words('no-such-plan'));
    });

    it('does not see a plan whose country has no post', async () => {
      const places = open.rooms.get(PlaceKeeping, { strict: false });
      await places.setLeadPost(staff.administrator, { countryId: 'TJK', postId: null });
      const id = await made();
      expect(await plans.open(staff.desk, id)).toMatchObject({ plan: { postId: null }, post: null });
      await expect(plans.open(staff.post, id)).rejects.toThrow(NotFound);
      expect((await plans.list(staff.post)).total).toBe(0);
    });
  });

  describe('the list', () => {
    it('shows names and how much is asked for, newest cycle first', async () => {
      const [tajikistan, egypt] = [await made(), await made(EGYPT)];
      await made({ ...TAJIKISTAN, cycleId: '2010' });
      const first = await add(tajikistan);
      await add(tajikistan);
      await add(tajikistan, { priority: 'other', pillar: 'protection' });
      await recommendations.drop(staff.desk, { id: first.id, version: 1, reason: 'Done' });
      const { rows, ...count } = await plans.list(staff.manager);
      expect(count).toEqual({ total: 3, page: 1, pages: 1 });
      expect(rows.map((row) => [row.countryName, row.cycleName, row.postName, row.high, row.other])).toEqual([
        ['Tajikistan', '2010–11', 'Embassy Dushanbe', 0, 0],
        ['Egypt', '2009–10', 'Embassy Cairo', 0, 0],
        ['Tajikistan', '2009–10', 'Embassy Dushanbe', 1, 1],
      ]);
      expect((await plans.list(staff.manager, { countryId: 'EGY' })).rows.map((row) => row.id)).toEqual([
        egypt,
      ]);
      expect((await plans.list(staff.manager, { cycleId: '2010' })).total).toBe(1);
    });

    it('is not for administrators, who keep accounts', async () => {
      await expect(plans.list(staff.administrator)).rejects.toThrow(Forbidden);
    });
  });

  describe('recommendations', () => {
    it('get an identity, a lineage, the plan’s marking and a first revision', async () => {
      const planId = await made();
      const { id, version, number } = await add(planId, { note: 'For post.' });
      expect([version, number]).toEqual([1, 1]);
      const row = await plans.recommendation(staff.post, id);
      expect(row).toMatchObject({ planId, text: 'Fund the shelters.', note: 'For post.', marking: 'SBU' });
      expect(row.lineageId).not.toBe('');
      expect(await plans.revisions(staff.post, id)).toMatchObject([
        { version: 1, text: 'Fund the shelters.', note: 'For post.', by: staff.desk.userId, reason: null },
      ]);
    });

    it('are numbered within their heading, the high-priority list being one whatever the pillar', async () => {
      const planId = await made();
      await add(planId, { text: 'A' });
      await add(planId, { text: 'B', pillar: 'protection' });
      await add(planId, { text: 'C', priority: 'other', pillar: 'protection' });
      await add(planId, { text: 'D', priority: 'other', pillar: 'prosecution' });
      await add(planId, { text: 'E', priority: 'other', pillar: 'protection' });
      await add(planId, { text: 'F', priority: 'other' });
      await add(planId, { text: 'G', priority: 'other' });
      expect(await listing(planId)).toEqual(['1 A', '2 B', '1 D', '1 C', '2 E', '1 F', '2 G']);
    });

    it('keep their numbers when one is dropped, and nobody gets the dropped one’s', async () => {
      const planId = await made();
      await add(planId, { text: 'A' });
      const { id } = await add(planId, { text: 'B' });
      await add(planId, { text: 'C' });
      await recommendations.drop(staff.desk, { id, version: 1, reason: 'The law passed.' });
      expect(await add(planId, { text: 'D' })).toMatchObject({ number: 4 });
      const view = await plans.open(staff.desk, planId);
      expect(view.standing.map(({ number, text }) => [number, text])).toEqual([
        [1, 'A'],
        [3, 'C'],
        [4, 'D'],
      ]);
      expect(view.recommendations[1]).toMatchObject({
        number: 2,
        droppedOn: '2009-11-04',
        dropReason: 'The law passed.',
      });
    });

    it('move down when one is put before them, under that heading only', async () => {
      const planId = await made();
      await add(planId, { text: 'A' });
      await add(planId, { text: 'B' });
      await add(planId, { text: 'X', priority: 'other', pillar: 'prevention' });
      expect(await add(planId, { text: 'C', at: 2 })).toMatchObject({ number: 2 });
      expect(await add(planId, { text: 'Y', priority: 'other', at: 1 })).toMatchObject({ number: 1 });
      expect(await add(planId, { text: 'D', at: 99 })).toMatchObject({ number: 4 });
      expect(await listing(planId)).toEqual(['1 A', '2 C', '3 B', '4 D', '1 X', '1 Y']);
    });

    it('never share a number, however many people add at once', async () => {
      const planId = await made();
      const added = await Promise.all(
        Array.from({ length: 10 }, (_, index) => add(planId, { text: `T${index}` })),
      );
      expect(new Set(added.map((receipt) => receipt.number)).size).toBe(10);
    });

    it('lose a bracketed note to the note field, however it is typed', async () => {
      const planId = await made();
      const { id } = await add(planId, { text: 'Fund the shelters. [Note: ask UNICEF]', note: 'First.' });
      expect(await plans.recommendation(staff.desk, id)).toMatchObject({
        text: 'Fund the shelters.',
        note: 'First. ask UNICEF',
      });
      const empty = add(planId, { text: '[Note: only this]' });
      await expect(empty).rejects.toMatchObject({ reasons: [{ field: 'text', code: 'only-a-note' }] });
    });

    it('are added by desk officers to plans that exist', async () => {
      const planId = await made();
      const given = { planId, priority: 'high' as const, text: 'Fund the shelters.' };
      await expect(recommendations.add(staff.post, given)).rejects.toThrow(Forbidden);
      await expect(add('no-such-plan')).rejects.toThrow(NotFound);
    });
  });

  describe('rewording', () => {
    it('keeps every wording with who, when and why', async () => {
      const { id } = await add(await made(), { note: 'Old note.' });
      open.clock.advance(60_000);
      const reworded = { id, version: 1, text: 'Fund three shelters.', reason: 'Measurable.' };
      expect(await recommendations.reword(staff.secondDesk, reworded)).toEqual({ id, version: 2 });
      expect(await plans.recommendation(staff.desk, id)).toMatchObject({
        text: 'Fund three shelters.',
        note: null,
        version: 2,
      });
      expect(await plans.revisions(staff.desk, id)).toMatchObject([
        { version: 1, text: 'Fund the shelters.', note: 'Old note.', by: staff.desk.userId },
        {
          version: 2,
          text: 'Fund three shelters.',
          note: null,
          by: staff.secondDesk.userId,
          at: '2009-11-04T14:01:00.000Z',
          reason: 'Measurable.',
        },
      ]);
    });

    it('is refused on a stale version and without one, and nothing is kept', async () => {
      const { id } = await add(await made());
      await recommendations.reword(staff.desk, { id, version: 1, text: 'Second.' });
      const stale = recommendations.reword(staff.secondDesk, { id, version: 1, text: 'Third.' });
      await expect(stale).rejects.toMatchObject({ code: 'stale' });
      const blind = recommendations.reword(staff.secondDesk, { id, text: 'Third.' });
      await expect(blind).rejects.toMatchObject({ code: 'missing-version' });
      expect(await plans.revisions(staff.desk, id)).toHaveLength(2);
    });

    it('lets one of two people win who save on the same version', async () => {
      const { id } = await add(await made());
      const outcomes = await Promise.allSettled([
        recommendations.reword(staff.desk, { id, version: 1, text: 'Mine.' }),
        recommendations.reword(staff.secondDesk, { id, version: 1, text: 'Yours.' }),
      ]);
      expect(outcomes.map((outcome) => outcome.status).sort()).toEqual(['fulfilled', 'rejected']);
      expect(await plans.revisions(staff.desk, id)).toHaveLength(2);
    });

    it('with the same words makes no new version, yet is still refused on a stale one', async () => {
      const { id } = await add(await made());
      const same = { id, version: 1, text: 'Fund the shelters.' };
      expect(await recommendations.reword(staff.desk, same)).toEqual({ id, version: 1 });
      expect(await plans.revisions(staff.desk, id)).toHaveLength(1);
      await expect(recommendations.reword(staff.desk, { ...same, version: 7 })).rejects.toMatchObject({
        code: 'stale',
      });
    });

    it('and dropping end with the drop', async () => {
      const { id } = await add(await made());
      const { version } = await recommendations.drop(staff.desk, { id, version: 1, reason: 'Done.' });
      expect(version).toBe(2);
      const late = recommendations.reword(staff.desk, { id, version, text: 'Again.' });
      await expect(late).rejects.toThrow(Conflict);
      await expect(recommendations.drop(staff.desk, { id, version, reason: 'Again.' })).rejects.toMatchObject(
        {
          code: 'state',
        },
      );
      await expect(recommendations.drop(staff.desk, { id, version, reason: ' ' })).rejects.toThrow(Invalid);
    });
  });

  describe('restoring a dropped recommendation', () => {
    it('brings it back under its number, with both reasons among its wordings', async () => {
      const planId = await made();
      const { id, number } = await add(planId);
      await recommendations.drop(staff.desk, { id, version: 1, reason: 'Thought to be done.' });
      await add(planId);
      const back = { id, version: 2, reason: 'The shelter closed again.' };
      expect(await recommendations.restore(staff.desk, back)).toEqual({ id, version: 3 });
      expect(await plans.recommendation(staff.desk, id)).toMatchObject({
        ...{ number, droppedOn: null, dropReason: null },
      });
      expect((await plans.open(staff.desk, planId)).standing.map((one) => one.id)).toContain(id);
      expect(await plans.revisions(staff.desk, id)).toMatchObject([
        { version: 1, change: null },
        { version: 2, change: 'dropped', reason: 'Thought to be done.' },
        { version: 3, change: 'restored', reason: 'The shelter closed again.' },
      ]);
    });

    it('is refused for one that stands, without a reason, on another version, and to those who may not draft', async () => {
      const { id } = await add(await made());
      const back = { id, version: 1, reason: 'Asked again.' };
      await expect(recommendations.restore(staff.desk, back)).rejects.toMatchObject({ code: 'state' });
      await recommendations.drop(staff.desk, { id, version: 1, reason: 'Done.' });
      await expect(recommendations.restore(staff.desk, { ...back, reason: '' })).rejects.toThrow(Invalid);
      await expect(recommendations.restore(staff.desk, back)).rejects.toMatchObject({ code: 'stale' });
      await expect(recommendations.restore(staff.post, { ...back, version: 2 })).rejects.toMatchObject({
        permission: 'draft-plan',
      });
    });
  });

  describe('what higher rooms are told', () => {
    const told: string[] = [];

    beforeEach(() => {
      told.length = 0;
      const happenings = open.rooms.get(Happenings);
      happenings.on(PlanCreated, 99, async (event) => void told.push(`plan ${event.planId}`));
      happenings.on(
        RecommendationAdded,
        99,
        async (event) => void told.push(`added ${event.recommendationId}`),
      );
      happenings.on(
        RecommendationReworded,
        99,
        async (event) => void told.push(`reworded ${event.recommendationId}`),
      );
      happenings.on(
        RecommendationDropped,
        99,
        async (event) => void told.push(`dropped ${event.recommendationId}`),
      );
      happenings.on(
        RecommendationRestored,
        99,
        async (event) => void told.push(`restored ${event.recommendationId}`),
      );
    });

    it('follows the acts, and a rewording with the same words is none', async () => {
      const planId = await made();
      const { id } = await add(planId);
      await recommendations.reword(staff.desk, { id, version: 1, text: 'Fund the shelters.' });
      await recommendations.reword(staff.desk, { id, version: 1, text: 'Fund three shelters.' });
      await recommendations.drop(staff.desk, { id, version: 2, reason: 'Done.' });
      await recommendations.restore(staff.desk, { id, version: 3, reason: 'Not done.' });
      expect(told).toEqual([
        ...[`plan ${planId}`, `added ${id}`, `reworded ${id}`, `dropped ${id}`, `restored ${id}`],
      ]);
    });

    it('rolls the whole act back when one of them fails', async () => {
      const { id } = await add(await made());
      const fail = async (_event: object, _unit: Unit) => {
        throw new Error('a higher room refused');
      };
      open.rooms.get(Happenings).on(RecommendationDropped, 98, fail);
      const failing = recommendations.drop(staff.desk, { id, version: 1, reason: 'Done.' });
      await expect(failing).rejects.toThrow('a higher room refused');
      expect(await plans.recommendation(staff.desk, id)).toMatchObject({ droppedOn: null, version: 1 });
    });
  });

  it('leaves one entry an act in the trail, with ids and no wording', async () => {
    const { id } = await add(await made(), { text: 'A telling wording.' });
    await recommendations.drop(staff.desk, { id, version: 1, reason: 'A telling reason.' });
    const trail = await open.rooms.get(Audit).entries(staff.administrator, { actorId: staff.desk.userId });
    expect(trail.map((entry) => entry.action)).toEqual([
      'recommendation.drop',
      'recommendation.add',
      'plan.create',
    ]);
    expect(JSON.stringify(trail)).not.toContain('telling');
  });

  it('makes one plan of a form that was sent twice', async () => {
    const twice = [TAJIKISTAN, TAJIKISTAN].map((given) =>
      drafting.create(staff.desk.submitting('form-1'), given),
    );
    const [first, second] = await Promise.all(twice);
    expect(second).toEqual(first);
    expect((await plans.list(staff.desk)).total).toBe(1);
  });

  it('names plans and recommendations to rooms that list rows of their own', async () => {
    const planId = await made();
    const { id } = await add(planId);
    expect((await plans.heads([planId, planId, 'gone'])).get(planId)).toMatchObject({
      title: 'Tajikistan: action plan 2009–10',
      postId: 'DUSHANBE',
    });
    expect((await plans.recommendationsNamed([id])).get(id)).toMatchObject({ number: 1, planId });
  });

  it('tells a home page what several plans ask for with high priority, as far as the reader may see them', async () => {
    const [tajikistan, egypt] = [await made(), await made(EGYPT)];
    const { id: first, version } = await add(tajikistan);
    const { id: second } = await add(tajikistan);
    await add(tajikistan, { priority: 'other', pillar: 'protection' });
    const asked = async (actor = staff.manager) => {
      const byPlan = await plans.highPriorityOf(actor, [egypt, tajikistan]);
      return new Map([...byPlan].map(([planId, rows]) => [planId, rows.map(({ id }) => id)]));
    };
    expect(await asked()).toEqual(
      new Map([
        [tajikistan, [first, second]],
        [egypt, []],
      ]),
    );
    await recommendations.drop(staff.desk, { id: first, version, reason: 'Merged.' });
    expect((await asked()).get(tajikistan)).toEqual([second]);
    expect([...(await asked(staff.otherPost)).keys()]).toEqual([egypt]);
  });
});
