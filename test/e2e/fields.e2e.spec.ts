import { readdirSync, readFileSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { Audit } from '@demarche/access';
import { UnitOfWork } from '@demarche/store';
import { DataSource } from 'typeorm';
import { DATABASES } from '../support/database';
import { type Machine, openMachine, type Told } from '../support/machine';
import { openSeason, readText, type Season } from '../support/season';
import { type OpenWeb, openTestWeb } from '../support/web';

jest.setTimeout(60_000);

const reasonsOf = ({ body }: Told) =>
  (body.reasons as { field: string; code: string; message: string }[]) ?? [];
const codesOf = (told: Told) => reasonsOf(told).map(({ field, code }) => `${field}: ${code}`);

describe.each(DATABASES)('fields on %s', (kind) => {
  let web: OpenWeb;
  let season: Season;
  let desk: Machine;
  let post: Machine;
  let administrator: Machine;

  beforeAll(async () => {
    web = await openTestWeb(kind, { SPILL_CONTACT: 'the duty officer at extension 4711' });
    season = await openSeason(web);
    desk = await openMachine(web.app, { role: 'desk-officer' });
    post = await openMachine(web.app, { role: 'post-officer', postIds: ['DUSHANBE'] });
    administrator = await openMachine(web.app, { role: 'administrator' });
  });
  afterAll(() => web.close());

  const act = (fields: object = {}) =>
    post.post(`/api/v1/plans/${season.planId}/efforts`, {
      text: 'The ministry opened a shelter.',
      happenedOn: '2009-10-12',
      ranBy: 'government',
      recommendationIds: [season.recommendations[0]],
      ...fields,
    });
  const figure = (fields: object = {}) =>
    post.post(`/api/v1/plans/${season.planId}/statistics`, {
      from: '2009-05-01',
      until: '2009-10-31',
      term: 'Indictments',
      count: 4,
      unit: 'cases',
      ...fields,
    });
  const deadline = (fields: object = {}) =>
    desk.post(`/api/v1/plans/${season.planId}/deadlines`, {
      kind: 'other',
      title: 'Report',
      statutoryOn: '2009-11-15',
      ownerId: season.deskActor.userId,
      ...fields,
    });

  it('take Word’s line breaks and bullets, and drop what nobody sees', async () => {
    const told = await act({ text: '\uF0B7 First\u000Bsecond bud\u00ADget\u200B line' });
    expect(told.status).toBe(201);
    const { body } = await post.get(`/api/v1/efforts/${String(told.body.id)}`);
    expect(JSON.stringify(body)).toContain('• First second budget line');
  });

  it('refuse hidden characters with name and place, in long texts, titles and names alike', async () => {
    expect(reasonsOf(await act({ text: 'three \u202Emen' }))[0]?.message).toContain(
      'character 7, right-to-left override (U+202E)',
    );
    expect(reasonsOf(await deadline({ title: 'ab\u0007' }))[0]?.message).toContain(
      'character 3, bell (U+0007)',
    );
    const person = { email: 'new@example.gov', name: 'A\u202EB', title: 'Desk', role: 'clearer' };
    expect(codesOf(await administrator.post('/api/v1/people', person))).toEqual(['name: control-character']);
  });

  it('take an address with an apostrophe', async () => {
    const person = { email: "maeve.o'connor@example.gov", name: 'Maeve', title: 'Desk', role: 'clearer' };
    expect((await administrator.post('/api/v1/people', person)).status).toBe(201);
    expect(
      (await administrator.post('/api/v1/people', { ...person, email: 'a..b@example.gov' })).status,
    ).toBe(422);
  });

  it('read numbers that have one reading, and say which sign they did not understand', async () => {
    for (const count of ['1,234', '1\u202F234', '١٬٢٣٤', '۱۲۳۴'])
      expect((await figure({ count })).status).toBe(201);
    expect(reasonsOf(await figure({ count: '45 persons' }))[0]?.message).toContain(
      '“persons” was not understood',
    );
    expect(reasonsOf(await figure({ count: '' }))[0]?.message).toContain('blank is not zero');
  });

  it.each(['0209-11-15', '1000-01-01', '1990-05-05', '2100-01-01', '9999-12-31', '0001-01-01'])(
    'refuse the day %s everywhere',
    async (on) => {
      expect(codesOf(await deadline({ statutoryOn: on, sure: true }))).toEqual([
        'statutoryOn: day-out-of-range',
      ]);
      expect(codesOf(await act({ happenedOn: on, sure: true }))).toEqual(['happenedOn: day-out-of-range']);
      expect(codesOf(await figure({ from: on }))).toEqual(['from: day-out-of-range']);
    },
  );

  it('ask which year was meant', async () => {
    expect(reasonsOf(await deadline({ statutoryOn: '0209-11-15' }))[0]?.message).toContain(
      'Was this meant to be 2009?',
    );
  });

  it('ask about a day far from the cycle, and believe whoever is sure', async () => {
    expect(codesOf(await deadline({ statutoryOn: '2019-11-15' }))).toEqual(['statutoryOn: far-day']);
    expect((await deadline({ statutoryOn: '2019-11-15', sure: true })).status).toBe(201);
    expect(codesOf(await act({ happenedOn: '2004-10-12' }))).toEqual(['happenedOn: far-day']);
    expect((await act({ happenedOn: '2004-10-12', sure: true })).status).toBe(201);
    expect(codesOf(await figure({ from: '2004-05-01' }))).toEqual(['from: far-day']);
    expect((await figure({ from: '2004-05-01', sure: true })).status).toBe(201);
    const set = await deadline();
    const moved = { statutoryOn: '2019-11-15', version: 1, reason: 'Put off.' };
    const address = `/api/v1/deadlines/${String(set.body.id)}/move`;
    expect(codesOf(await desk.post(address, moved))).toEqual(['statutoryOn: far-day']);
    expect((await desk.post(address, { ...moved, sure: true })).status).toBe(200);
    const met = { on: '2005-11-15', version: 2 };
    const meeting = `/api/v1/deadlines/${String(set.body.id)}/meet`;
    expect(codesOf(await desk.post(meeting, met))).toEqual(['on: far-day']);
    expect((await desk.post(meeting, { ...met, sure: true })).status).toBe(200);
  });

  it('ask about a date of a cycle far from it, its last day too, and show what it would move without moving it', async () => {
    const keeper = administrator;
    await desk.post(`/api/v1/plans/${season.planId}/deadlines/from-milestones`, {});
    const address = '/api/v1/cycles/2009/milestones';
    const date = { kind: 'interim-assessment', nature: 'instructed', on: '2019-02-10' };
    const entered = { ...date, source: '09 STATE 3' };
    expect(codesOf(await keeper.post(address, entered))).toEqual(['on: far-day']);
    const span = { ...entered, kind: 'interim-window', on: '2009-09-01', until: '2019-09-01' };
    expect(codesOf(await keeper.post(address, span))).toEqual(['until: far-day']);
    const asked = (query: object) => `${address}/foreseen?${new URLSearchParams({ ...date, ...query })}`;
    expect(codesOf(await keeper.get(asked({})))).toEqual(['on: far-day']);
    const { body } = await keeper.get(asked({ on: '2010-02-10' }));
    expect((body.rows as object[]).length).toBeGreaterThan(0);
    expect(body.rows).toContainEqual(
      expect.objectContaining({ from: '2010-02-01', to: '2010-02-10', follows: true }),
    );
    expect((await keeper.get(asked({ on: '2019-02-10', sure: 'true' }))).status).toBe(200);
    expect((await desk.get(asked({ on: '2010-02-10' }))).status).toBe(403);
  });

  it('ask on the page with a box that appears with the question, and keep what was typed', async () => {
    const page = season.post;
    const before = await page.get(`/log?plan=${season.planId}`);
    expect(before.body).not.toContain('name="sure"');
    const told = {
      text: 'A shelter was opened.',
      happenedOn: '2004-10-12',
      ranBy: 'government',
      recommendationIds: season.recommendations[0],
    };
    const asked = await page.submit('/log', told);
    expect(asked.status).toBe(422);
    expect(asked.body).toContain('name="sure"');
    expect(readText(asked.body)).toContain('I am sure of this day');
    expect(asked.body).toContain('A shelter was opened.');
    page.shown(asked);
    expect((await page.submit('/log', { ...told, sure: 'yes' })).status).toBe(303);
  });

  it('answer an id that nothing can have like one that nothing has', async () => {
    for (const id of ['nonsense', "x'%20OR%201=1", '%F0%9F%98%80', 'x'.repeat(100)]) {
      expect((await desk.get(`/api/v1/deadlines/${id}`)).status).toBe(404);
      const moved = { statutoryOn: '2009-11-20', version: 1 };
      expect((await desk.post(`/api/v1/deadlines/${id}/move`, moved)).status).toBe(404);
    }
    expect((await desk.get('/api/v1/plans?page=1e9')).status).toBe(422);
  });

  it('refuse a weekend that leaves no common working day', async () => {
    const week = { from: null, weekend: [1, 2, 3, 4, 5], source: 'Note' };
    const put = await administrator.post('/api/v1/posts/DUSHANBE/work-weeks', week);
    expect(codesOf(put)).toEqual(['weekend: no-common-working-day']);
  });

  describe('stop what is classified', () => {
    const WORD = 'Quixotrope';
    const TEXT = `1. (C) The ${WORD} was discussed.`;

    it('by API, naming whom to call and repeating nothing', async () => {
      const stopped = [
        await act({ text: TEXT }),
        await act({ role: `SECRET//NOFORN\n${WORD}` }),
        await deadline({ title: `(S) ${WORD}` }),
        await figure({ source: `Classified by: ${WORD}` }),
        await desk.post('/api/v1/cables/check', { text: TEXT }),
        await desk.post('/api/v1/cables/import', { text: `SECRET//NOFORN\n${WORD}` }),
        await administrator.post('/api/v1/people', {
          email: 'x',
          name: `(TS) ${WORD}`,
          title: '',
          role: 'none',
        }),
      ];
      for (const { status, body } of stopped) {
        expect([status, (body.reasons as { code: string }[])[0]?.code]).toEqual([422, 'spill']);
        expect(body.detail).toContain('Call the duty officer at extension 4711 now.');
        expect(JSON.stringify(body)).not.toContain(WORD);
      }
    });

    it('on pages, without showing it again', async () => {
      await season.post.get(`/log?plan=${season.planId}`);
      const told = { text: TEXT, happenedOn: 'soon', ranBy: 'government' };
      const page = await season.post.submit('/log', told);
      expect(page.status).toBe(422);
      expect(readText(page.body)).toContain('Call the duty officer at extension 4711 now.');
      expect(page.body).not.toContain(WORD);
      await season.desk.get('/plans/import');
      expect(
        (await season.desk.submit('/plans/import', { text: `S E C R E T\n${WORD}` })).body,
      ).not.toContain(WORD);
      season.otherPost.forget();
      expect((await season.otherPost.post('/log', told)).body).not.toContain(WORD);
    });

    it('and leave person, rule and hash in the trail', async () => {
      const rows = await web.app
        .get(DataSource)
        .query('SELECT * FROM "auditEntries" ORDER BY seq DESC LIMIT 20');
      const found = (rows as { action: string; actorName: string; detail: string }[]).filter(
        ({ action }) => action === 'refuse.spill',
      );
      expect(found).toHaveLength(9);
      expect(JSON.parse(found[0]?.detail ?? '')).toEqual({
        rule: 'header-line',
        hash: expect.stringMatching(/^[0-9a-f]{64}$/),
        finds: 1,
      });
      expect(await web.app.get(Audit).verify()).toMatchObject({ fault: null });
    });

    it('and leave no byte of it in the database, its journal, the outbox or any file', async () => {
      await web.app.get(UnitOfWork).run(async () => undefined);
      expect(await placesOf(WORD)).toEqual([]);
      expect(await placesOf('shelter')).not.toEqual([]);
    });

    it('and let unclassified marks pass', async () => {
      for (const text of [
        'UNCLASSIFIED',
        'UNCLAS',
        'SBU',
        'E.O. 12958: N/A',
        '(SBU) One.',
        'The Secret Service',
        '(c) 2025',
      ])
        expect((await act({ text })).status).toBe(201);
    });

    async function placesOf(word: string): Promise<string[]> {
      const files = filesIn(web.database.settings.varFolder).filter((file) =>
        readFileSync(file).includes(word),
      );
      if (kind === 'sqlite') return files;
      const source = web.app.get(DataSource);
      const tables = (await source.query(`SELECT tablename FROM pg_tables WHERE schemaname = 'public'`)) as {
        tablename: string;
      }[];
      for (const { tablename } of tables) {
        const [row] = (await source.query(
          `SELECT count(*) AS found FROM "${tablename}" t WHERE t::text LIKE $1`,
          [`%${word}%`],
        )) as { found: string }[];
        if (Number(row?.found) > 0) files.push(tablename);
      }
      return files;
    }
  });
});

function filesIn(folder: string): string[] {
  return readdirSync(folder)
    .map((name) => join(folder, name))
    .flatMap((path) => (statSync(path).isDirectory() ? filesIn(path) : [path]));
}
