import { type Machine, openMachine } from '../support/machine';
import { keysOf, openUploader } from '../support/upload';
import { type Browser, openTestWeb, type OpenWeb } from '../support/web';
import { expectHeard, expectHeardOnce, LARGEST, PAGE } from './heard';
import { fullPlan, longTexts } from './full-plan';
import { HOSTILE_CABLES } from './hostile-cables';
import { asFile, asRows, LARGE_TABLES } from './largest-tables';

jest.setTimeout(60_000);

describe('the largest input of each kind keeps nobody waiting', () => {
  let web: OpenWeb;
  let desk: Machine;
  let post: Machine;
  let administrator: Machine;
  let browser: Browser;
  let plan: string;

  beforeAll(async () => {
    web = await openTestWeb('sqlite');
    desk = await openMachine(web.app, { role: 'desk-officer' });
    post = await openMachine(web.app, { role: 'post-officer', postIds: ['DUSHANBE'] });
    administrator = await openMachine(web.app, { role: 'administrator' });
    browser = await web.browser('desk-officer');
    plan = await fullPlan(desk, post);
  });
  afterAll(() => web.close());

  describe('a cable of 400,000 characters', () => {
    it.each(Object.keys(HOSTILE_CABLES))('%s', async (name) => {
      const text = HOSTILE_CABLES[name];
      await expectHeard(name, () => desk.post('/api/v1/cables/check', { text }), LARGEST);
    });

    it('on the page, pasted and as a file', async () => {
      const text = HOSTILE_CABLES['numbered paragraphs'] ?? '';
      await browser.get('/plans/import');
      await expectHeard('a pasted cable', () => browser.submit('/plans/import', { text }), LARGEST);
      const una = await openUploader(web, 'desk-officer');
      const keys = keysOf((await una.get('/plans/import')).body, '/plans/import');
      const file = { filename: 'cable.txt', bytes: Buffer.from(text) };
      await expectHeard('a cable as a file', () => una.send('/plans/import', keys, file), LARGEST);
    });

    it('imported whole', async () => {
      const text = HOSTILE_CABLES['numbered paragraphs'];
      const chosen = { countryId: 'LSO', cycleId: '2009', placementReason: 'no-increasing-efforts' };
      const body = { ...chosen, text, placementConfirmed: true };
      await expectHeardOnce('a cable imported', () => desk.post('/api/v1/cables/import', body), LARGEST);
    });
  });

  describe('a table of one megabyte for the register', () => {
    let una: Awaited<ReturnType<typeof openUploader>>;

    beforeAll(async () => {
      una = await openUploader(web, 'administrator');
    });

    it.each(LARGE_TABLES.map((table) => [`${table.kind} (${table.heading})`, table] as const))(
      '%s',
      async (name, table) => {
        const rows = asRows(table);
        for (const preview of [true, false]) {
          const body = { kind: table.kind, preview, rows };
          const send = () => administrator.post('/api/v1/register/import', body);
          if (preview) await expectHeard(`${name}, checked by a program`, send, LARGEST);
          else await expectHeardOnce(`${name}, loaded by a program`, send, LARGEST);
        }
        const keys = keysOf((await una.get('/register/import')).body, '/register/import/check');
        const file = { filename: 'table.csv', bytes: asFile(table) };
        const fields = { ...keys, kind: table.kind };
        const check = () => una.send('/register/import/check', fields, file);
        await expectHeard(`${name}, checked as a file`, check, LARGEST);
      },
    );
  });

  describe('the longest texts', () => {
    it.each([4_000, 400_000])('of %d characters, taken or refused', async (length) => {
      for (const [name, text] of Object.entries(longTexts(length))) {
        const asked = { priority: 'high', text };
        const send = () => desk.post(`/api/v1/plans/${plan}/recommendations`, asked);
        await expectHeard(`${length} characters of ${name}`, send, LARGEST);
      }
    });

    it('pasted into the log', async () => {
      const officer = await web.browser('post-officer', { postIds: ['DUSHANBE'] });
      await officer.get(`/log?plan=${plan}`);
      const act = { planId: plan, happenedOn: '2009-10-12', ranBy: 'government' };
      for (const [name, text] of Object.entries(longTexts(150_000)))
        await expectHeardOnce(`${name} in the log`, () => officer.submit('/log', { ...act, text }), LARGEST);
    });
  });

  describe('a plan with sixty recommendations, acts and figures of the longest texts', () => {
    it.each(['cable', 'talking-points', 'non-paper', 'interim-assessment'])('as %s', async (kind) => {
      let id = '';
      const make = async () => {
        const made = await desk.post(`/api/v1/plans/${plan}/papers`, { kind });
        id = String(made.body.id);
        return made;
      };
      await expectHeard(`${kind} made`, make, LARGEST);
      for (const format of ['txt', 'docx'])
        await expectHeard(
          `${kind} as ${format}`,
          () => desk.get(`/api/v1/papers/${id}/file?format=${format}`),
          LARGEST,
        );
      await expectHeard(`${kind} on its page`, () => browser.get(`/papers/${id}`), LARGEST);
    });

    it('on its pages and tables', async () => {
      const pages = ['', '/progress', '/progress.csv', '/statistics', '/statistics.csv', '/narrative'];
      for (const page of pages)
        await expectHeard(`the plan${page}`, () => browser.get(`/plans/${plan}${page}`), LARGEST);
    });

    it('and every other page answers as if it were small', async () => {
      for (const page of ['/today', '/plans', '/deadlines', '/assessments', '/countries/TJK', '/log'])
        await expectHeard(page, () => browser.get(page), PAGE);
    });
  });
});
