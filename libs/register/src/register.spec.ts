import { PlaceKeeping } from './places/place-keeping.service';
import { CycleKeeping } from './cycles/cycle-keeping.service';
import { CalendarKeeping } from './calendar/calendar-keeping.service';
import { accessEntities, AccessModule, Actor, Audit } from '@demarche/access';
import { isWorkingDay, workingDate } from '@demarche/rules';
import { Store } from '@demarche/store';
import { type OpenRooms, openRooms } from '../../../test/support/rooms';
import { Country } from './places/country.entity';
import { RegisterModule, registerEntities } from './register.module';
import { Register } from './register.service';
import { Shipping } from './shipped/shipping.service';
import { WorkWeekRow } from './calendar/work-week.entity';

const keeper = new Actor({ userId: 'anna', name: 'Anna Keeper', role: 'administrator', postIds: [] });
const officer = new Actor({ userId: 'otto', name: 'Otto Desk', role: 'desk-officer', postIds: [] });

const openRegister = () =>
  openRooms({ modules: [AccessModule, RegisterModule], entities: [...accessEntities, ...registerEntities] });

describe('the register', () => {
  let open: OpenRooms;
  let register: Register;

  beforeAll(async () => {
    open = await openRegister();
    register = open.rooms.get(Register);
  });
  afterAll(() => open.close());

  it.each([
    ['Dushanbe', '2009-11-13'],
    ['CAIRO', '2009-11-12'],
    ['muscat', '2009-11-10'],
    ['Abu-Dhabi', '2009-11-12'],
    ['riyadh', '2009-11-10'],
    ['Algiers', '2009-11-12'],
    ['kuwait', '2009-11-12'],
  ])('moves 15 November 2009 for %s to %s', async (name, effective) => {
    const post = await register.postByName(name);
    const parties = await register.partiesFor(post.id, 2009);
    expect(workingDate('2009-11-15', parties).effective).toBe(effective);
  });

  it.each([
    ['ABUDHABI', '2021-12-31', false],
    ['ABUDHABI', '2022-01-02', false],
    ['ABUDHABI', '2021-12-26', true],
    ['ABUDHABI', '2022-01-07', true],
    ['RIYADH', '2013-06-27', false],
    ['RIYADH', '2013-07-04', true],
    ['RIYADH', '2013-06-29', false],
    ['MUSCAT', '2013-04-27', true],
    ['MUSCAT', '2013-05-02', true],
    ['MUSCAT', '2013-05-04', false],
  ])('knows whether %s works on %s: %s', async (postId, date, works) => {
    expect(isWorkingDay(date, [await register.calendarOf(postId)])).toBe(works);
  });

  it('finds a post by city, token, former name or short name, and a country by tag and by other names', async () => {
    for (const name of ['Phnom Penh', 'PHNOMPENH', 'phnom-penh']) {
      expect((await register.postByName(name)).id).toBe('PHNOMPENH');
    }
    expect((await register.postByName('Kiev')).id).toBe('KYIV');
    expect((await register.postByName('RIO DE JAN')).id).toBe('RIODEJANEIRO');
    expect((await register.postByName("N'Djaména")).id).toBe('NDJAMENA');
    const places = await register.finder();
    expect(places.countryTagged('ti')?.id).toBe('TJK');
    expect(places.country('Gambia')?.id).toBe('GMB');
    expect(places.country('Myanmar')?.id).toBe('MMR');
    expect([places.country('Atlantis'), places.post(''), places.post('Kiev')?.id]).toEqual([
      null,
      null,
      'KYIV',
    ]);
    await expect(register.postByName('Atlantis')).rejects.toMatchObject({ kind: 'not-found' });
    await expect(register.calendarOf('ATLANTIS')).rejects.toMatchObject({ kind: 'not-found' });
  });

  it('tells the calendars of many posts as it tells each one', async () => {
    const span = { from: '2000-01-01', until: '2030-12-31' };
    const asked = ['DUSHANBE', 'MUSCAT', 'ABUDHABI'];
    const [some, all] = [await register.calendarsOf(asked, span), await register.calendarsOf(null, span)];
    for (const postId of asked) {
      const own = await register.calendarOf(postId);
      expect([some.get(postId), all.get(postId)]).toEqual([own, own]);
    }
    expect([...(await register.postsAmong([...asked, 'ATLANTIS'])).keys()]).toEqual([
      'ABUDHABI',
      'DUSHANBE',
      'MUSCAT',
    ]);
    expect(await register.postsAmong([])).toEqual(new Map());
  });

  it('gives each country no lead post or one, possibly abroad', async () => {
    expect((await register.leadPostOf('TJK'))?.id).toBe('DUSHANBE');
    expect((await register.leadPostOf('ATG'))?.id).toBe('BRIDGETOWN');
    expect((await register.leadPostOf('GNB'))?.countryId).toBe('SEN');
    expect(await register.leadPostOf('PRK')).toBeNull();
    const led = (await register.countriesLedBy('CURACAO')).map(({ id }) => id);
    expect(led).toEqual(expect.arrayContaining(['ABW', 'CUW', 'SXM']));
    const leads = await register.leadPosts();
    expect([leads.get('TJK')?.id, leads.get('CUW')?.id, leads.get('PRK')]).toEqual([
      'DUSHANBE',
      'CURACAO',
      undefined,
    ]);
  });

  it('tells the milestones of 2009–10 and of today as they are known', async () => {
    const told = (await register.milestonesOf('2009')).map(({ kind, nature, on, until }) =>
      [kind, nature, on, until].filter(Boolean).join(' '),
    );
    expect(told).toEqual([
      'report statutory 2009-06-01',
      'report actual 2009-06-16',
      'determinations statutory 2009-07-31 2009-09-14',
      'post-report instructed 2009-11-15',
      'post-answers instructed 2010-02-15',
      'interim-assessment statutory 2010-02-01',
      'interim-window instructed 2009-05-01 2009-11-30',
    ]);
    const today = await register.milestonesOf('2026');
    expect(today.map(({ kind, on, until }) => [kind, on, until])).toEqual([
      ['report', '2026-06-30', undefined],
      ['determinations', '2026-08-14', '2026-09-28'],
      ['statutory-plan', '2026-12-27', undefined],
      ['interim-assessment', '2027-02-01', undefined],
      ['interim-window', '2026-04-01', null],
    ]);
    expect((await register.cycle('2009')).name).toBe('2009–10');
    await expect(register.milestonesOf('1999')).rejects.toMatchObject({ kind: 'not-found' });
  });

  it('loads what ships once, however often it is told to', async () => {
    const { reads } = open.rooms.get(Store);
    const before = [await reads.count(Country), await reads.count(WorkWeekRow)];
    expect(await open.rooms.get(Shipping).load()).toBe(false);
    expect([await reads.count(Country), await reads.count(WorkWeekRow)]).toEqual(before);
  });
});

describe('keeping the register', () => {
  let open: OpenRooms;
  let register: Register;

  beforeEach(async () => {
    open = await openRegister();
    register = open.rooms.get(Register);
  });
  afterEach(() => open.close());

  it('lets an entered release move what is counted from the report, and replaces an older entry', async () => {
    const milestone = { cycleId: '2025', kind: 'report', nature: 'actual', source: 'release' } as const;
    await open.rooms.get(CycleKeeping).setMilestone(keeper, { ...milestone, on: '2025-09-01' });
    await open.rooms.get(CycleKeeping).setMilestone(keeper, { ...milestone, on: '2025-09-29' });
    const milestones = await register.milestonesOf('2025');
    expect(milestones.filter(({ kind }) => kind === 'report').map(({ on }) => on)).toEqual([
      '2025-06-30',
      '2025-09-29',
    ]);
    const determinations = milestones.find(({ kind }) => kind === 'determinations');
    expect(determinations).toMatchObject({ on: '2025-11-13', until: '2025-12-28' });
    expect(milestones.find(({ kind }) => kind === 'statutory-plan')?.on).toBe('2026-03-28');
  });

  it('refuses a statutory milestone, a date that does not exist and a span that ends before it starts', async () => {
    const milestone = {
      cycleId: '2025',
      kind: 'post-report',
      nature: 'instructed',
      source: 'cable',
    } as const;
    const statutory = { ...milestone, nature: 'statutory' as 'actual', on: '2025-11-15' };
    await expect(open.rooms.get(CycleKeeping).setMilestone(keeper, statutory)).rejects.toMatchObject({
      kind: 'invalid',
    });
    for (const wrong of [{ on: '2025-02-30' }, { on: '2025-11-15', until: '2025-11-14' }])
      await expect(
        open.rooms.get(CycleKeeping).setMilestone(keeper, { ...milestone, ...wrong }),
      ).rejects.toMatchObject({
        kind: 'invalid',
      });
  });

  it('reckons with a holiday from the moment it is entered until it is taken away', async () => {
    const effective = async () =>
      workingDate('2009-11-15', await register.partiesFor('DUSHANBE', 2009)).effective;
    const holiday = { postId: 'DUSHANBE', on: '2009-11-13', name: 'Day of rest', source: 'post' };
    const { id } = await open.rooms.get(CalendarKeeping).addHoliday(keeper, holiday);
    expect(await effective()).toBe('2009-11-12');
    await expect(open.rooms.get(CalendarKeeping).addHoliday(keeper, holiday)).rejects.toMatchObject({
      code: 'duplicate',
    });
    await open.rooms.get(CalendarKeeping).removeHoliday(keeper, id);
    expect(await effective()).toBe('2009-11-13');
    await expect(open.rooms.get(CalendarKeeping).removeHoliday(keeper, id)).rejects.toMatchObject({
      kind: 'not-found',
    });
  });

  it('starts a new weekend on its day and leaves the days before it as they were', async () => {
    const week = { postId: 'DUSHANBE', weekend: [7, 5], source: 'post' };
    await open.rooms.get(CalendarKeeping).setWorkWeek(keeper, { ...week, from: '2010-01-01' });
    expect((await register.calendarOf('DUSHANBE')).workWeeks).toEqual([
      { from: null, weekend: [6, 7] },
      { from: '2010-01-01', weekend: [5, 7] },
    ]);
    await open.rooms.get(CalendarKeeping).setWorkWeek(keeper, { ...week, weekend: [6], from: null });
    expect((await register.workWeeksOf('DUSHANBE')).map(({ weekend }) => weekend)).toEqual([[6], [5, 7]]);
    await expect(
      open.rooms.get(CalendarKeeping).setWorkWeek(keeper, { ...week, weekend: [], from: null }),
    ).rejects.toMatchObject({
      kind: 'invalid',
    });
  });

  it('says which post deals with a country, or that none does', async () => {
    await open.rooms.get(PlaceKeeping).setLeadPost(keeper, { countryId: 'BLR', postId: 'MINSK' });
    expect((await register.leadPostOf('BLR'))?.id).toBe('MINSK');
    await open.rooms.get(PlaceKeeping).setLeadPost(keeper, { countryId: 'BLR', postId: null });
    expect(await register.leadPostOf('BLR')).toBeNull();
    await expect(
      open.rooms.get(PlaceKeeping).setLeadPost(keeper, { countryId: 'BLR', postId: 'X' }),
    ).rejects.toMatchObject({
      kind: 'not-found',
    });
  });

  it('opens a cycle that is not there yet, once', async () => {
    await open.rooms.get(CycleKeeping).openCycle(keeper, 2031);
    expect((await register.cycle('2031')).name).toBe('2031–32');
    await expect(open.rooms.get(CycleKeeping).openCycle(keeper, 2031)).rejects.toMatchObject({
      code: 'duplicate',
    });
    await expect(open.rooms.get(CycleKeeping).openCycle(keeper, 1990)).rejects.toMatchObject({
      kind: 'invalid',
    });
  });

  it('is kept only by those who may, and writes each act into the trail', async () => {
    const lead = { countryId: 'TJK', postId: null };
    await expect(open.rooms.get(PlaceKeeping).setLeadPost(officer, lead)).rejects.toMatchObject({
      kind: 'forbidden',
    });
    await open.rooms.get(PlaceKeeping).setLeadPost(keeper, lead);
    const entries = await open.rooms.get(Audit).entries(keeper, {});
    expect(entries.map(({ action }) => action)).toEqual(['register.set-lead-post', 'register.load-shipped']);
  });
});
