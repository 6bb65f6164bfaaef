import { TableImport } from './tables/table-import.service';
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { accessEntities, AccessModule, Actor } from '@demarche/access';
import { parse } from 'csv-parse/sync';
import { type OpenRooms, openRooms } from '../../../test/support/rooms';
import { RegisterModule, registerEntities } from './register.module';
import { Register } from './register.service';
import { SHIPPED_COUNTRIES, SHIPPED_POSTS } from './shipped/catalogue';
import { SHIPPED_LISTINGS } from './shipped/cycles';
import type { TableKind, TableReport, TableRow } from './tables/table';

// The reference tables lie outside the project: named by DEMARCHE_CORPUS, else beside the checkout, else not there at all.
const given = process.env.DEMARCHE_CORPUS;
const folder = given || join(__dirname, '../../../../shared');
const isGiven = Boolean(given) || existsSync(folder);
const CORPUS_TESTS = 6;
if (!isGiven) process.stdout.write(`reference corpus not given: ${CORPUS_TESTS} not run\n`);

const keeper = new Actor({ userId: 'anna', name: 'Anna Keeper', role: 'administrator', postIds: [] });

function tableOf(file: string): TableRow[] {
  const rows: Record<string, string>[] = parse(readFileSync(join(folder, 'data', file), 'utf8'), {
    columns: true,
  });
  return rows.map((cells, index) => ({ line: index + 2, cells }));
}

const reasonsOf = (report: TableReport) => {
  const counts: Record<string, number> = {};
  for (const { code } of report.refused) counts[code] = (counts[code] ?? 0) + 1;
  return counts;
};

(isGiven ? describe : describe.skip)('against the reference tables', () => {
  let open: OpenRooms;
  let register: Register;

  beforeAll(async () => {
    open = await openRooms({
      modules: [AccessModule, RegisterModule],
      entities: [...accessEntities, ...registerEntities],
      at: '2026-11-22T12:00:00.000Z',
    });
    register = open.rooms.get(Register);
  });
  afterAll(() => open.close());

  const importTable = (kind: TableKind, file: string, preview: boolean) =>
    open.rooms.get(TableImport).run(keeper, { kind, rows: tableOf(file), preview });
  const rankedRows = () =>
    tableOf('country_calendar.csv').filter(({ cells }) => cells.in_tip_tiers === 'yes');

  it('knows every ranked country under its ISO codes and its geographic tag', () => {
    const told = rankedRows().map(({ cells }) => `${cells.iso3} ${cells.iso2} ${cells.geo_tag}`);
    const ranked = SHIPPED_COUNTRIES.filter(({ isRanked }) => isRanked);
    const known = ranked.map(({ id, iso2, geographicTag }) => `${id} ${iso2} ${geographicTag}`);
    expect(known.sort()).toEqual(told.sort());
  });

  it('finds nearly every country by the name that the tables give it', async () => {
    const missing: string[] = [];
    const places = await register.finder();
    const rows = [...tableOf('us_posts.csv'), ...rankedRows()];
    for (const { cells } of rows) {
      const found = places.country(cells.country ?? '');
      if (found?.id !== cells.iso3) missing.push(cells.country ?? '');
    }
    expect(missing).toEqual([]);
  });

  it('finds every post of the table by its token, and those refused are no posts or are put elsewhere', async () => {
    const report = await importTable('posts', 'us_posts.csv', true);
    expect(report.accepted + report.refused.length).toBe(252);
    expect(report.changes.map(({ subject }) => subject)).toEqual(['BONN', 'HILLAH', 'IZMIR', 'KIRKUK']);
    expect(reasonsOf(report)).toEqual({ 'other-name': 15, 'country-disagrees': 4 });
    expect((await register.posts()).length).toBe(SHIPPED_POSTS.length);
  });

  it('loads posts, which then keep the days of their country, and finds nothing new the second time', async () => {
    expect((await importTable('posts', 'us_posts.csv', false)).added).toBe(4);
    expect(await register.post('KIRKUK')).toMatchObject({ kind: 'office', zone: 'Asia/Baghdad' });
    expect((await register.calendarOf('KIRKUK')).workWeeks.at(-1)?.weekend).toEqual([5, 6]);
    expect((await importTable('posts', 'us_posts.csv', false)).added).toBe(0);
  });

  it('loads every listing, agrees with those that ship, and finds nothing new the second time', async () => {
    const report = await importTable('tiers', 'tip_tiers.csv', false);
    expect(report).toMatchObject({ accepted: 3064, changed: 0, refused: [] });
    expect(report.unchanged).toBe(SHIPPED_LISTINGS.length);
    const tajik = await register.listingsOf('TJK');
    expect(tajik.find(({ reportYear }) => reportYear === 2009)?.tier).toBe('2WL');
    expect((await register.listingsOfYear(2009)).length).toBeGreaterThan(170);
    expect((await importTable('tiers', 'tip_tiers.csv', false)).unchanged).toBe(3064);
  });

  it('takes no weekend from a table of weekends that it has better, and leaves counts of holidays aside', async () => {
    const report = await importTable('calendar', 'country_calendar.csv', false);
    expect(report.accepted + report.refused.length).toBe(236);
    expect(report.changes).toEqual([]);
    expect(reasonsOf(report)).toEqual({ 'country-unknown': 34, 'no-post': 21, 'line-in-doubt': 6 });
    expect((await register.calendarOf('MUSCAT')).workWeeks.map(({ weekend }) => weekend)).toEqual([
      [4, 5],
      [5, 6],
    ]);
    expect(await register.holidaysOf('LONDON')).toEqual([]);
  });
});
