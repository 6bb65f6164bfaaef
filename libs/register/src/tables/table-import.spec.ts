import { TableImport } from './table-import.service';
import { accessEntities, AccessModule, Actor, Audit, SYSTEM_ACTOR } from '@demarche/access';
import { Happenings } from '@demarche/store';
import { type OpenRooms, openRooms } from '../../../../test/support/rooms';
import { CalendarChanged } from '../events';
import { RegisterModule, registerEntities } from '../register.module';
import { Register } from '../register.service';
import type { TableKind } from './table';

const keeper = new Actor({ userId: 'anna', name: 'Anna Keeper', role: 'administrator', postIds: [] });
const officer = new Actor({ userId: 'otto', name: 'Otto Desk', role: 'desk-officer', postIds: [] });

const rows = (columns: string, ...lines: string[]) =>
  lines.map((line, index) => {
    const cells = line.split('|');
    return {
      line: index + 2,
      cells: Object.fromEntries(columns.split('|').map((column, place) => [column, cells[place] ?? ''])),
    };
  });

const POSTS = 'mrn_post_token|country|iso3|city|plain_language_address|zone';
const TIERS = 'iso3|country|year|tier|source';
const CALENDAR = 'iso3|country|weekend_start|weekend_end|weekend_note';

describe('importing a table', () => {
  let open: OpenRooms;
  let register: Register;

  beforeEach(async () => {
    open = await openRooms({
      modules: [AccessModule, RegisterModule],
      entities: [...accessEntities, ...registerEntities],
    });
    register = open.rooms.get(Register);
  });
  afterEach(() => open.close());

  const load = (kind: TableKind, lines: ReturnType<typeof rows>, preview = false) =>
    open.rooms.get(TableImport).run(keeper, { kind, rows: lines, preview });

  it('previews without writing, then loads the good lines and names the refused ones', async () => {
    const lines = rows(
      POSTS,
      'KHUJAND|Tajikistan|TJK|Khujand|AMCONSUL KHUJAND|',
      'NOWHERE|Atlantis|ATL|Nowhere||',
      'Khujand|Tajikistan|TJK|Khujand||',
      '|Tajikistan|TJK|Kulob||',
      'KAZAN|Russia|RUS|Kazan|AMCONSUL KAZAN|',
      'OMSK|Russia||Omsk|AMCONSUL OMSK|Asia/Omsk',
      'TOMSK|Russia||Tomsk|AMCONSUL TOMSK|Asia/Nirgendwo',
      'KULOB|Tajikistan|TJK|||',
      'BOSTON|United States|USA|Boston||America/New_York',
    );
    const preview = await load('posts', lines, true);
    await expect(register.post('KHUJAND')).rejects.toMatchObject({ kind: 'not-found' });
    const report = await load('posts', lines);
    expect(report).toEqual({ ...preview, preview: false });
    expect(report.changes.map(({ line, act, subject }) => `${line} ${act} ${subject}`)).toEqual([
      '2 add KHUJAND',
      '7 add OMSK',
    ]);
    expect(report.refused.map(({ line, code }) => `${line} ${code}`)).toEqual([
      '3 country-unknown',
      '4 twice',
      '5 token-missing',
      '6 zone-unknown',
      '8 zone-unknown',
      '9 city-missing',
      '10 not-abroad',
    ]);
    expect(await register.post('KHUJAND')).toMatchObject({
      name: 'Consulate General Khujand',
      kind: 'consulate',
      zone: 'Asia/Dushanbe',
      isActive: true,
    });
  });

  it('never moves a known post and takes no other name of one for a new post', async () => {
    const lines = rows(
      POSTS,
      'KINGSTON|Canada|CAN|Kingston|AMEMBASSY KINGSTON|',
      'EFTOLONDON|United Kingdom|GBR|London||',
      'MADRAS|India|IND|Chennai||',
      'LONDON|United Kingdom|GBR|Londinium||',
    );
    const report = await load('posts', lines);
    expect(report.refused.map(({ code }) => code)).toEqual(['country-disagrees', 'other-name', 'other-name']);
    expect(report).toMatchObject({ added: 0, unchanged: 1 });
    expect(await register.post('KINGSTON')).toMatchObject({ countryId: 'JAM' });
    expect(await register.post('LONDON')).toMatchObject({ city: 'London' });
  });

  it('adds listings, corrects those that the table contradicts, and refuses what cannot be one', async () => {
    const lines = rows(
      TIERS,
      'TJK|Tajikistan|2009|2|a list',
      '|Burma|2012|2wl|',
      'KHM|Cambodia|2009|2WL|a list',
      'KHM|Cambodia|2009|3|a list',
      'KHM|Cambodia|1999|3|a list',
      'KHM|Cambodia|2010|4|a list',
      'ATL|Atlantis|2010|1|a list',
      'TJK|Tajikistan|2008|2WL|another list',
    );
    const report = await load('tiers', lines);
    expect(report).toMatchObject({ accepted: 4, added: 2, changed: 1, unchanged: 1 });
    expect(report.refused.map(({ line, code }) => `${line} ${code}`)).toEqual([
      '5 twice',
      '6 year-wrong',
      '7 tier-unknown',
      '8 country-unknown',
    ]);
    const tajik = (await register.listingsOf('TJK')).find(({ reportYear }) => reportYear === 2009);
    expect(tajik).toMatchObject({ tier: '2', source: 'a list' });
    expect(await register.listingsOf('MMR')).toMatchObject([{ reportYear: 2012, tier: '2WL' }]);
  });

  it('starts a differing weekend on the day of loading and keeps what was before', async () => {
    const report = await load('calendar', rows(CALENDAR, 'TJK|Tajikistan|fri|sun|', 'EGY|Egypt|fri|sat|'));
    expect(report).toMatchObject({ added: 0, changed: 1, unchanged: 1, refused: [] });
    expect((await register.calendarOf('DUSHANBE')).workWeeks).toEqual([
      { from: null, weekend: [6, 7] },
      { from: '2009-11-04', weekend: [5, 6, 7] },
    ]);
  });

  it('leaves a weekend alone that the register dates later than today, and lines that doubt themselves', async () => {
    const report = await load(
      'calendar',
      rows(
        CALENDAR,
        'ARE|United Arab Emirates|fri|sat|',
        'TJK|Tajikistan|fri|sat|from memory',
        'JPN|Japan|sat|sun|from memory',
        'KOR|South Korea|x|sun|',
        'PRK|North Korea|sun|sun|',
        'JPN|Japan|sat|sun|',
      ),
    );
    expect(report.refused.map(({ line, code }) => `${line} ${code}`)).toEqual([
      '2 dated-row-stands',
      '3 line-in-doubt',
      '5 weekend-unknown',
      '6 no-post',
      '7 twice',
    ]);
    expect((await register.calendarOf('ABUDHABI')).workWeeks.at(-1)?.from).toBe('2022-01-01');
    expect((await register.calendarOf('DUSHANBE')).workWeeks).toHaveLength(1);
  });

  it('writes nothing at all when one of the good lines cannot be kept', async () => {
    open.rooms.get(Happenings).on(CalendarChanged, 9, async ({ postId }) => {
      if (postId === 'TOKYO') throw new Error('a room above could not follow');
    });
    const lines = rows(CALENDAR, 'TJK|Tajikistan|fri|sat|', 'JPN|Japan|fri|sat|');
    await expect(load('calendar', lines)).rejects.toThrow('could not follow');
    expect((await register.calendarOf('DUSHANBE')).workWeeks).toHaveLength(1);
  });

  it('refuses a table without the columns it needs, an empty one, and a person who may not', async () => {
    await expect(load('tiers', rows('iso3|country|tier', 'TJK|Tajikistan|2'))).rejects.toThrow(/year/);
    await expect(load('tiers', [])).rejects.toMatchObject({ kind: 'invalid' });
    const table = { kind: 'tiers', rows: rows(TIERS, 'TJK|Tajikistan|2010|2|x'), preview: true } as const;
    await expect(open.rooms.get(TableImport).run(officer, table)).rejects.toMatchObject({
      kind: 'forbidden',
    });
  });

  it('names lines that could not be read as rows among the refused, and writes one entry into the trail', async () => {
    const given = {
      kind: 'tiers',
      rows: rows(TIERS, 'TJK|Tajikistan|2010|2WL|a list'),
      preview: false,
    } as const;
    const misfits = [{ line: 1, reason: 'has 3 cells where the header has 5' }];
    const report = await open.rooms.get(TableImport).run(keeper, { ...given, misfits });
    expect(report.refused).toEqual([
      { line: 1, code: 'no-row', reason: 'The line has 3 cells where the header has 5.' },
    ]);
    const [entry] = await open.rooms.get(Audit).entries(SYSTEM_ACTOR, { subjectId: 'tiers' });
    expect(entry).toMatchObject({ action: 'register.import-table', detail: { added: 1, refused: 1 } });
  });
});
