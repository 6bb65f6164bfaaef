import { Audit } from '@demarche/access';
import { Forbidden, Invalid, SpillStopped } from '@demarche/base';
import { PlaceKeeping } from '@demarche/register';
import { Happenings } from '@demarche/store';
import type { OpenRooms } from '../../../../test/support/rooms';
import { openStaffedRooms, type Staff } from '../../../../test/support/staff';
import { Plan, PlanSource } from '../plan.entity';
import { PlanCreated, RecommendationAdded } from '../plan-events';
import { PlansModule } from '../plans.module';
import { PlanReading } from '../plan-reading.service';
import { PlanDrafting } from '../plan-drafting.service';
import { CableChecking } from './cable-checking.service';
import { CableImporting } from './cable-import.service';
import type { CableImport } from '../plans.input';
import { Recommendation, RecommendationRevision } from '../recommendation.entity';

const USUAL = {
  to: 'AMEMBASSY DUSHANBE PRIORITY 1090',
  tags: 'KCRM PHUM TI',
  subject: 'TAJIKISTAN: ACTION PLAN (2009-2010)',
  date: '251732Z AUG 09',
  classification: 'UNCLAS',
  mark: 'SBU',
  reason: 'Tajikistan was placed on the list because it showed no evidence of increasing efforts.',
  short: ['Fund the existing shelters.', 'Train the border police. [Note: IOM offers help.]'],
};
type CableTraits = Partial<typeof USUAL>;

/** A cable in our own words, in the form in which plans are sent. */
function cableOf(traits: CableTraits = {}): string {
  const { to, tags, subject, date, classification, mark, reason, short } = { ...USUAL, ...traits };
  return `PP RUEHDBU
DE RUEHC #8600/01 2371751
ZNR UUUUU ZZH
P ${date}
FM SECSTATE WASHDC
TO ${to}

${classification} STATE 088600

SENSITIVE
SIPDIS

E.O. 12958: N/A
TAGS: ${tags}
SUBJECT: ${subject}

REF: 2008 STATE 132759

1. (U) This is an action request.

2. (U) Begin talking points:

-- ${reason}

End talking points.

3. (${mark}) Begin Action Plan:

1A. Action Plan for the Short-Term: The following steps are recommended:

${short.map((text) => `-- ${text}`).join('\n\n')}

1B. Other areas the government should consider:

Prosecution:

-- Improve the collection of court data.

Protection:

-- Open a telephone line for victims.

-- Inspect the farms at harvest time.

End non-paper.

4. (U) The Department thanks post.
CLINTON
`;
}

const CHOSEN = { countryId: 'TJK', cycleId: '2009', placementReason: 'no-increasing-efforts' } as const;

describe('a plan from a cable', () => {
  let open: OpenRooms & { staff: Staff };
  let plans: PlanReading;
  let drafting: PlanDrafting;
  let checking: CableChecking;
  let importing: CableImporting;
  let staff: Staff;

  beforeEach(async () => {
    open = await openStaffedRooms({
      modules: [PlansModule],
      entities: [Plan, PlanSource, Recommendation, RecommendationRevision],
    });
    plans = open.rooms.get(PlanReading);
    drafting = open.rooms.get(PlanDrafting);
    checking = open.rooms.get(CableChecking);
    importing = open.rooms.get(CableImporting);
    staff = open.staff;
  });
  afterEach(() => open.close());

  const check = (traits?: CableTraits) => checking.check(staff.desk, cableOf(traits));
  const codes = async (traits?: CableTraits) =>
    (await check(traits)).problems.map(({ code, weight }) => `${weight} ${code}`);
  const load = (traits?: CableTraits, chosen: Partial<CableImport> = {}) =>
    importing.import(staff.desk, { text: cableOf(traits), ...CHOSEN, ...chosen });

  describe('checked', () => {
    it('asks about a placement that the register does not show, and takes a person’s word for it', async () => {
      const canberra = {
        to: 'AMEMBASSY CANBERRA PRIORITY 1090',
        tags: 'KCRM PHUM AS',
        subject: 'AUSTRALIA: ACTION PLAN (2009-2010)',
      };
      expect(await check()).toMatchObject({ placementKnown: true });
      expect(await check(canberra)).toMatchObject({ placementKnown: false, canImport: true });
      expect(await codes(canberra)).toContain('look placement-unknown');
      const { id } = await load(canberra, { countryId: 'AUS', placementConfirmed: true });
      expect((await plans.open(staff.desk, id)).plan.placementConfirmedBy).toBe(staff.desk.userId);
    });

    it('finds country, post, cycle, reason and marking, and what would be made', async () => {
      expect(await check()).toMatchObject({
        cable: { number: '09STATE88600' },
        country: { id: 'TJK' },
        countryBy: 'tags',
        post: { id: 'DUSHANBE' },
        cycle: { id: '2009' },
        cycleYear: { year: 2009, by: 'subject' },
        placementReason: 'no-increasing-efforts',
        marking: 'SBU',
        title: 'Tajikistan: action plan 2009–10',
        existing: null,
        problems: [],
        canImport: true,
        recommendations: [
          { number: 1, priority: 'high', pillar: null, text: 'Fund the existing shelters.', note: null },
          { number: 2, priority: 'high', text: 'Train the border police.', note: 'IOM offers help.' },
          {
            number: 1,
            priority: 'other',
            pillar: 'prosecution',
            text: 'Improve the collection of court data.',
          },
          { number: 1, priority: 'other', pillar: 'protection', text: 'Open a telephone line for victims.' },
          { number: 2, priority: 'other', pillar: 'protection', text: 'Inspect the farms at harvest time.' },
        ],
      });
    });

    it('makes nothing', async () => {
      await check();
      expect((await plans.list(staff.desk)).total).toBe(0);
    });

    it('passes on what the reader found odd', async () => {
      const { cable } = await checking.check(staff.desk, cableOf().replace('2. (U)', '2.(U)'));
      expect(cable.anomalies.map((anomaly) => anomaly.code)).toContain('paragraph-number-form');
    });

    it('finds the country by the subject where the tags name none, and by the addressee as a last resort', async () => {
      expect(await check({ tags: 'KCRM PHUM' })).toMatchObject({
        country: { id: 'TJK' },
        countryBy: 'subject',
      });
      const subject = 'ACTION PLAN (2009-2010)';
      expect(await check({ tags: 'KCRM PHUM', subject })).toMatchObject({
        country: { id: 'TJK' },
        countryBy: 'addressee',
      });
    });

    it('chooses among several tagged countries the one that the subject names, else asks', async () => {
      expect(await check({ tags: 'KCRM TI UZ' })).toMatchObject({ country: { id: 'TJK' }, problems: [] });
      const unsaid = { tags: 'KCRM TI UZ', subject: 'ACTION PLAN (2009-2010)', to: 'AMEMBASSY CAIRO' };
      expect(await check(unsaid)).toMatchObject({
        country: null,
        title: null,
        candidates: [{ id: 'TJK' }, { id: 'UZB' }],
        problems: [{ code: 'country-ambiguous', weight: 'choose', field: 'countryId' }],
        canImport: true,
      });
    });

    it('says that the country is missing when nothing names it', async () => {
      const unsaid = { tags: 'KCRM', subject: 'ACTION PLAN (2009-2010)', to: 'SOME PLACE' };
      expect(await codes(unsaid)).toEqual(['choose country-missing']);
    });

    it('takes the cycle from the date where the subject has none, and says when the two disagree', async () => {
      const undated = 'TAJIKISTAN: ACTION PLAN';
      expect(await check({ subject: undated })).toMatchObject({
        cycle: { id: '2009' },
        cycleYear: { by: 'date' },
      });
      expect(await codes({ subject: `${undated} (2010-2011)` })).toEqual([
        'look cycle-disagrees',
        'look placement-unknown',
      ]);
      expect(await codes({ subject: `${undated} (2090-2091)` })).toEqual(['choose cycle-unknown']);
    });

    it('says when the cable went to another post than the one that gets the plan', async () => {
      expect(await check({ to: 'AMEMBASSY CAIRO' })).toMatchObject({
        post: { id: 'DUSHANBE' },
        problems: [{ code: 'addressee-elsewhere', weight: 'look' }],
      });
      expect(await codes({ to: 'ALL POSTS' })).toEqual(['look addressee-unknown']);
      const places = open.rooms.get(PlaceKeeping, { strict: false });
      await places.setLeadPost(staff.administrator, { countryId: 'TJK', postId: null });
      expect(await codes({ to: 'AMEMBASSY CAIRO' })).toEqual(['look post-missing']);
      expect(await check()).toMatchObject({ post: { id: 'DUSHANBE' }, problems: [] });
    });

    it('asks for the reason where the cable gives none', async () => {
      expect(await codes({ reason: 'We look forward to working together.' })).toEqual([
        'choose reason-missing',
      ]);
    });

    it('names the plan that stands in the way', async () => {
      const { id } = await load();
      expect(await check()).toMatchObject({
        existing: { id, title: 'Tajikistan: action plan 2009–10' },
        problems: [{ code: 'duplicate', weight: 'stops' }],
        canImport: false,
      });
    });

    it('points at wordings with brackets inside, said twice, or empty but for a note', async () => {
      expect(await codes({ short: ['Fund the [two] shelters.'] })).toEqual(['look brackets-inside']);
      expect(await codes({ short: ['Fund shelters.', 'Fund shelters.'] })).toEqual(['look said-twice']);
      expect(await codes({ short: ['[Note: nothing else]'] })).toEqual(['stops only-a-note']);
      expect(await codes({ short: [`Fund ${'x'.repeat(4_001)}`] })).toEqual(['stops too-long']);
    });

    it('keeps every note with its recommendation, in whatever brackets', async () => {
      const short = [
        'Fund the shelters. (Comment: post knows them. End comment.)',
        'Train the police. [Note: IOM offers help. End note.]',
        'Screen the persons arrested.',
      ];
      const { recommendations } = await check({ short });
      expect(recommendations.slice(0, 3).map(({ text, note }) => [text, note])).toEqual([
        ['Fund the shelters.', 'post knows them.'],
        ['Train the police.', 'IOM offers help.'],
        ['Screen the persons arrested.', null],
      ]);
      expect(recommendations).toHaveLength(6);
    });

    it('says of a draft that it is one, and of words without a place that they have none', async () => {
      const text = cableOf().replace(/^P .* 09\n/m, '');
      const draft = await checking.check(staff.desk, `${text}\nWhat came after the name.\n`);
      expect(draft.cable.number).toBeNull();
      expect(draft.problems.map(({ code, weight }) => `${weight} ${code}`)).toEqual([
        'look draft',
        'look left-out',
      ]);
      const { id } = await importing.import(staff.desk, { text, ...CHOSEN });
      expect((await plans.open(staff.desk, id)).plan.instructedBy).toBeNull();
    });

    it('is for desk officers', async () => {
      await expect(checking.check(staff.post, cableOf())).rejects.toThrow(Forbidden);
      await expect(checking.check(staff.manager, 'no cable')).rejects.toThrow(Forbidden);
    });

    it('refuses a text that is no cable, and says what it lacks', async () => {
      const refused = checking.check(staff.desk, 'Dear colleagues, thank you.');
      await expect(refused).rejects.toThrow(Invalid);
      await expect(refused).rejects.toMatchObject({ reasons: [{ field: 'text', code: 'not-a-cable' }] });
    });
  });

  describe('imported', () => {
    it('becomes plan, recommendations, first revisions and the kept cable', async () => {
      const text = cableOf();
      const { id, recommendations } = await load();
      expect(recommendations).toBe(5);
      const view = await plans.open(staff.post, id);
      expect(view).toMatchObject({
        plan: {
          countryId: 'TJK',
          cycleId: '2009',
          postId: 'DUSHANBE',
          instructedBy: '09STATE88600',
          marking: 'SBU',
          placementReason: 'no-increasing-efforts',
        },
        source: { cableNumber: '09STATE88600', readAt: '2009-11-04T14:00:00.000Z' },
      });
      expect(
        view.standing.map(({ priority, pillar, number, note }) => [priority, pillar, number, note]),
      ).toEqual([
        ['high', null, 1, null],
        ['high', null, 2, 'IOM offers help.'],
        ['other', 'prosecution', 1, null],
        ['other', 'protection', 1, null],
        ['other', 'protection', 2, null],
      ]);
      expect(new Set(view.standing.map(({ lineageId }) => lineageId)).size).toBe(5);
      for (const { id: recommendationId, text: wording } of view.standing)
        expect(await plans.revisions(staff.desk, recommendationId)).toMatchObject([
          { version: 1, text: wording },
        ]);
      expect(await plans.source(staff.post, id)).toMatchObject({ text, cableNumber: '09STATE88600' });
    });

    it('takes the marking of the paragraph that holds the plan', async () => {
      const { id } = await load({ mark: 'U' });
      const view = await plans.open(staff.desk, id);
      expect([view.plan.marking, ...view.standing.map(({ marking }) => marking)]).toEqual(Array(6).fill('U'));
    });

    it('follows the person’s choice of country and cycle over the cable’s', async () => {
      const { id } = await load({}, { countryId: 'EGY', cycleId: '2010' });
      expect(await plans.open(staff.desk, id)).toMatchObject({
        plan: { countryId: 'EGY', cycleId: '2010', postId: 'CAIRO', instructedBy: '09STATE88600' },
      });
    });

    it('stands once per country and cycle', async () => {
      await load();
      await expect(load()).rejects.toMatchObject({ code: 'duplicate' });
      await expect(drafting.create(staff.desk, CHOSEN)).rejects.toMatchObject({ code: 'duplicate' });
      expect((await plans.list(staff.desk)).total).toBe(1);
    });

    it('is one act: one entry in the trail, and the events of everything it made', async () => {
      const told: string[] = [];
      const happenings = open.rooms.get(Happenings);
      happenings.on(PlanCreated, 99, async () => void told.push('plan'));
      happenings.on(RecommendationAdded, 99, async () => void told.push('recommendation'));
      const { id } = await load();
      expect(told).toEqual(['plan', ...Array<string>(5).fill('recommendation')]);
      const audit = open.rooms.get(Audit);
      const trail = await audit.entries(staff.administrator, { actorId: staff.desk.userId });
      expect(trail).toMatchObject([
        { action: 'plan.import-cable', subjectId: id, detail: { cable: '09STATE88600', recommendations: 5 } },
      ]);
    });

    it('leaves nothing behind when a later recommendation fails', async () => {
      let seen = 0;
      open.rooms.get(Happenings).on(RecommendationAdded, 99, async () => {
        seen += 1;
        if (seen === 4) throw new Error('a higher room refused');
      });
      await expect(load()).rejects.toThrow('a higher room refused');
      expect((await plans.list(staff.desk)).total).toBe(0);
      expect((await check()).existing).toBeNull();
    });

    it.each([
      ['a paragraph marked C', { mark: 'C' }, 'spill'],
      ['a classification above UNCLAS', { classification: 'C O N F I D E N T I A L' }, 'spill'],
      ['an empty wording', { short: ['[Note: nothing else]'] }, 'only-a-note'],
    ])('is refused with %s', async (_what, traits, code) => {
      const refused = load(traits);
      await expect(refused).rejects.toThrow(code === 'spill' ? SpillStopped : Invalid);
      await expect(refused).rejects.toMatchObject({ reasons: [{ code }] });
      expect((await plans.list(staff.desk)).total).toBe(0);
    });

    it('is for desk officers', async () => {
      const given = { text: cableOf(), ...CHOSEN };
      await expect(importing.import(staff.post, given)).rejects.toThrow(Forbidden);
      await expect(importing.import(staff.administrator, given)).rejects.toThrow(Forbidden);
    });
  });
});
