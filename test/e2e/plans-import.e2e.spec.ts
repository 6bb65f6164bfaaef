import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { DATABASES } from '../support/database';
import { keysOf, openUploader } from '../support/upload';
import { type Browser, openTestWeb, type OpenWeb } from '../support/web';

const FIXTURES = join(__dirname, '..', '..', 'libs', 'cables', 'fixtures');
const LESOTHO = readFileSync(join(FIXTURES, '09STATE70412-lesotho.txt'), 'utf8');
const DAMAGED = readFileSync(join(FIXTURES, '09STATE81190-togo-damaged.txt'), 'utf8');
const MEBIBYTE = 1_048_576;

describe.each(DATABASES)('a plan from a cable in a browser on %s', (kind) => {
  let web: OpenWeb;
  let desk: Browser;

  beforeAll(async () => {
    web = await openTestWeb(kind);
    desk = await web.browser('desk-officer');
  });
  afterAll(() => web.close());

  const checked = async (text: string) => {
    await desk.get('/plans/import');
    return desk.submit('/plans/import', { text });
  };

  describe('checking pasted text', () => {
    it('shows what was read and what would be created, and creates nothing', async () => {
      const { status, body } = await checked(LESOTHO);
      expect(status).toBe(200);
      expect(body).toContain('<h1>Check what the cable says</h1>');
      expect(body).toContain('6 recommendations, 6 paragraphs, 3 talking points.');
      expect(body).toContain('Cable 09STATE70412: nothing has been created yet.');
      expect(body).toContain('Lesotho: action plan 2009–10');
      expect(body).toContain('Create the plan with 6 recommendations');
      expect(body).toMatch(/value="LSO" selected/);
      expect(body).toContain('Read from the TAGS line.');
      expect((await desk.get('/plans')).body).toContain('Plans appear here');
    });

    it('says what the cable leaves open, and offers the choice', async () => {
      const { body } = await checked(LESOTHO);
      expect(body).toContain('Needs your choice');
      expect(body).toContain(
        'The cable does not say in one sentence why the country was placed on the list.',
      );
      expect(body).toContain('[For the post only: post may offer the list drawn up in ref B.]');
    });

    it('names every odd place of a damaged copy with its paragraph and what stood there', async () => {
      const { body } = await checked(DAMAGED);
      expect(body).toContain('What was odd');
      expect(body).toMatch(/A paragraph number is written in an unusual way: \d+ places?/);
      expect(body).toMatch(/<th scope="row" data-label="Where">Paragraph \d+<\/th>/);
      expect(body).toMatch(/<code>[^<]+<\/code>/);
    });

    it('refuses a text that is no cable with 422 and keeps it byte for byte', async () => {
      const { status, body } = await checked('Dear all,\n\n  no <cable> & "no" header\n');
      expect(status).toBe(422);
      expect(body).toContain('This text is not a cable');
      expect(body).toContain('>\nDear all,\n\n  no &lt;cable&gt; &amp; &quot;no&quot; header\n</textarea>');
    });

    it('refuses an empty form and a field that it does not know', async () => {
      expect((await checked('')).body).toContain('Paste the text of the cable.');
      await desk.get('/plans/import');
      const unknown = await desk.submit('/plans/import', { text: LESOTHO, planId: 'x' });
      expect(unknown.status).toBe(422);
      expect(unknown.body).toContain('Remove “planId”');
    });

    it('will not hold what is marked above its reach', async () => {
      const { status, body } = await checked(LESOTHO.replace('3. (SBU)', '3. (S)'));
      expect(status).toBe(422);
      expect(body).toContain('This text must not be kept here');
      expect(body).not.toContain('LESOTHO');
      expect(body).not.toContain('action="/plans/import/confirm"');
    });
  });

  describe('choosing a file', () => {
    let clerk: Awaited<ReturnType<typeof openUploader>>;
    beforeAll(async () => {
      clerk = await openUploader(web, 'desk-officer');
    });

    it('reads it like pasted text', async () => {
      const page = (await clerk.get('/plans/import')).body;
      const file = { filename: 'cable.txt', bytes: Buffer.from(LESOTHO) };
      const answer = await clerk.send('/plans/import', keysOf(page, '/plans/import'), file);
      expect(answer.statusCode).toBe(200);
      expect(answer.body).toContain('Create the plan with 6 recommendations');
    });

    it.each([
      ['is no cable', Buffer.from('Minutes of a meeting\n'), 'This text is not a cable'],
      ['is no text', Buffer.from([0x50, 0x4b, 3, 4, 0, 0]), 'Save it as plain text'],
      ['is empty', Buffer.alloc(0), 'The file is empty.'],
      ['is too big', Buffer.alloc(MEBIBYTE + 1, 'a'), 'The file is too big.'],
    ])('refuses a file that %s with 422 and keeps the text', async (_name, bytes, words) => {
      const keys = keysOf((await clerk.get('/plans/import')).body, '/plans/import');
      const fields = { ...keys, text: 'typed before' };
      const answer = await clerk.send('/plans/import', fields, { filename: 'cable.txt', bytes });
      expect(answer.statusCode).toBe(422);
      expect(answer.body).toContain(words);
      expect(answer.body).toMatch(/>\n(typed before|Minutes of a meeting\n)<\/textarea>/);
    });

    it('is possible nowhere else, nor without the key of the form', async () => {
      const keys = keysOf((await clerk.get('/plans/new')).body, '/plans');
      const file = { filename: 'cable.txt', bytes: Buffer.from(LESOTHO) };
      expect((await clerk.send('/plans', keys, file)).statusCode).toBe(415);
      expect((await clerk.send('/plans/import', { ...keys, csrf: 'forged' }, file)).statusCode).toBe(403);
    });
  });

  describe('confirming', () => {
    const CHOSEN = { countryId: 'LSO', cycleId: '2009', placementReason: 'significant-victims' };

    it('asks for what is missing and keeps the text and the other choices', async () => {
      await checked(LESOTHO);
      const page = await desk.get('/plans/import');
      const { csrf } = keysOf(page.body, '/plans/import');
      const form = { csrf, text: LESOTHO, countryId: 'LSO', cycleId: '' };
      const { status, body } = await desk.post('/plans/import/confirm', form);
      expect(status).toBe(422);
      expect(body).toContain('Choose a cycle.');
      expect(body).toContain('Choose why the country is on the list.');
      expect(body).toMatch(/value="LSO" selected/);
      expect(body).toContain('SUBJECT: LESOTHO');
    });

    it('makes one plan with everything in it, although the form arrives twice', async () => {
      const { body } = await checked(LESOTHO);
      const keys = keysOf(body, '/plans/import/confirm');
      const form = { ...keys, text: LESOTHO.replaceAll('\n', '\r\n'), ...CHOSEN };
      const [first, second] = [
        await desk.post('/plans/import/confirm', form),
        await desk.post('/plans/import/confirm', form),
      ];
      expect(first.status).toBe(303);
      expect(second.location).toBe(first.location);
      const plan = await desk.get(first.location ?? '');
      expect(plan.body).toContain('The plan is made from the cable');
      expect(plan.body).toMatch(/Instructed by <a href="\/plans\/[\w-]{36}\/cable">09STATE70412<\/a>/);
      expect(plan.body).toContain('Open the first trial under the new law.');
      expect(plan.body).toContain('Step 4 of 6: Deliver.');
      expect((await desk.get('/plans')).body).toContain('1 plan, newest cycle first');
      const kept = await desk.get(`${first.location?.split('?')[0]}/cable`);
      expect(kept.body).toContain('SUBJECT: LESOTHO: STEPS ASKED OF THE GOVERNMENT, 2009-2010\n');
    });

    it('points to the plan that stands in the way', async () => {
      const { body } = await checked(LESOTHO);
      expect(body).toContain('Lesotho: action plan 2009–10 exists already. Open that one.');
      expect(body).toMatch(/href="\/plans\/[\w-]{36}">Open Lesotho/);
      const again = { ...keysOf(body, '/plans/import/confirm'), text: LESOTHO, ...CHOSEN };
      const refused = await desk.post('/plans/import/confirm', again);
      expect(refused.status).toBe(409);
      expect(refused.body).toContain('SUBJECT: LESOTHO');
    });
  });

  it('is not for those who may not import', async () => {
    const post = await web.browser('post-officer', { postIds: ['DUSHANBE'] });
    expect((await post.get('/plans/import')).status).toBe(403);
    const csrf = /name="csrf" value="([^"]*)"/.exec((await post.get('/plans')).body)?.[1] ?? '';
    expect((await post.post('/plans/import', { csrf, text: LESOTHO })).status).toBe(403);
    const form = { csrf, text: LESOTHO, countryId: 'LSO', cycleId: '2009', placementReason: 'commitments' };
    expect((await post.post('/plans/import/confirm', form)).status).toBe(403);
  });
});
