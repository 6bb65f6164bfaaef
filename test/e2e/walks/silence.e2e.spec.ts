import { type Machine, openMachine } from '../../support/machine';
import { fullPlan, longTexts } from '../../silence/full-plan';
import { expectHeard, expectHeardOnce, LARGEST } from '../../silence/heard';
import { HOSTILE_CABLES } from '../../silence/hostile-cables';
import { asFile, asRows, LARGE_TABLES } from '../../silence/largest-tables';
import { keysOf, openUploader } from '../../support/upload';
import { type Browser, openTestWeb, type OpenWeb } from '../../support/web';

jest.setTimeout(60_000);

/**
 * Milliseconds. Suites beside this one share its caches and its memory, in which the same steps take longer; what is asked
 * on a machine of its own is asked by `npm run silence`.
 */
const BESIDE_OTHERS = 2 * LARGEST;

/** One of each way in which the reader of cables looks far ahead or back. */
const CABLES = [
  'numbered paragraphs',
  'paragraph numbers alone',
  'blank lines',
  'begins of blocks',
  'citations in the reference line',
  'lettered references',
  'brackets in the reference line',
];

describe('what is largest of each kind keeps nobody waiting: the short form of `npm run silence`', () => {
  let web: OpenWeb;
  let desk: Machine;

  beforeAll(async () => {
    web = await openTestWeb('sqlite');
    desk = await openMachine(web.app, { role: 'desk-officer' });
  });
  afterAll(() => web.close());

  it.each(CABLES)('a cable of 400,000 characters: %s', async (name) => {
    const text = HOSTILE_CABLES[name];
    await expectHeard(name, () => desk.post('/api/v1/cables/check', { text }), BESIDE_OTHERS);
  });

  it('a cable imported', async () => {
    const place = { countryId: 'LSO', cycleId: '2009', placementReason: 'no-increasing-efforts' };
    const body = { ...place, text: HOSTILE_CABLES['numbered paragraphs'], placementConfirmed: true };
    await expectHeardOnce('a cable imported', () => desk.post('/api/v1/cables/import', body), BESIDE_OTHERS);
  });

  it.each(LARGE_TABLES.map((table) => [`${table.kind} (${table.heading})`, table] as const))(
    'a table of one megabyte: %s',
    async (name, table) => {
      const administrator = await openMachine(web.app, { role: 'administrator' });
      const body = { kind: table.kind, preview: true, rows: asRows(table) };
      const send = () => administrator.post('/api/v1/register/import', body);
      await expectHeard(`${name}, checked by a program`, send, BESIDE_OTHERS);
    },
  );

  it('a table as a file', async () => {
    const [table] = LARGE_TABLES;
    if (!table) throw new Error('There is no table.');
    const una = await openUploader(web, 'administrator');
    const keys = keysOf((await una.get('/register/import')).body, '/register/import/check');
    const file = { filename: 'table.csv', bytes: asFile(table) };
    const check = () => una.send('/register/import/check', { ...keys, kind: table.kind }, file);
    await expectHeard(`${table.kind} (${table.heading}), checked as a file`, check, BESIDE_OTHERS);
  });

  describe('of a plan with sixty recommendations, acts and figures of the longest texts', () => {
    let plan: string;
    let browser: Browser;

    beforeAll(async () => {
      plan = await fullPlan(
        desk,
        await openMachine(web.app, { role: 'post-officer', postIds: ['DUSHANBE'] }),
      );
      browser = await web.browser('desk-officer');
    });

    it('its cable, as a page and as a file of Word', async () => {
      let id = '';
      const make = async () => {
        const made = await desk.post(`/api/v1/plans/${plan}/papers`, { kind: 'cable' });
        id = String(made.body.id);
        return made;
      };
      await expectHeard('cable made', make, BESIDE_OTHERS);
      await expectHeard('cable on its page', () => browser.get(`/papers/${id}`), BESIDE_OTHERS);
      const file = () => desk.get(`/api/v1/papers/${id}/file?format=docx`);
      await expectHeard('cable as docx', file, BESIDE_OTHERS);
    });

    it.each(['', '/progress', '/progress.csv', '/statistics.csv', '/narrative'])(
      'its page %s',
      async (page) => {
        await expectHeard(`the plan${page}`, () => browser.get(`/plans/${plan}${page}`), BESIDE_OTHERS);
      },
    );

    it('one more of 400,000 characters, which is refused', async () => {
      for (const [name, text] of Object.entries(longTexts(400_000))) {
        const asked = { priority: 'high', text };
        const send = () => desk.post(`/api/v1/plans/${plan}/recommendations`, asked);
        await expectHeard(`400000 characters of ${name}`, send, BESIDE_OTHERS);
      }
    });
  });
});
