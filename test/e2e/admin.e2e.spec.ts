import { Acts, type Actor, Actor as Person, Keys, SYSTEM_ACTOR, Users } from '@demarche/access';
import { LedgerStatus, ReminderSweep } from '@demarche/reminders';
import { Mailer } from '@demarche/mail';
import { Notices } from '@demarche/notices';
import { Register } from '@demarche/register';
import { UnitOfWork } from '@demarche/store';
import { DATABASES } from '../support/database';
import { openMachine } from '../support/machine';
import { keysOf, openUploader } from '../support/upload';
import { type Browser, openTestWeb, type OpenWeb } from '../support/web';

jest.setTimeout(60_000);

/** The text of a page as a reader sees it, without markup. */
const textOf = (body: string) =>
  body
    .replace(/<[^>]+>/g, ' ')
    .replace(/\s+/g, ' ')
    .replaceAll('&#x27;', "'");

/** The addresses that a page links to. */
const linksOf = (body: string) =>
  [...body.matchAll(/href="([^"]*)"/g)].map(([, href]) =>
    (href ?? '').replaceAll('&#x3D;', '=').replaceAll('&amp;', '&'),
  );

describe.each(DATABASES)('pages of one’s own and of the administrator on %s', (kind) => {
  let web: OpenWeb;
  let administrator: Browser;
  let post: Browser;

  beforeAll(async () => {
    web = await openTestWeb(kind);
    administrator = await web.browser('administrator', { name: 'Ada Admin' });
    post = await web.browser('post-officer', { name: 'Pat Post', postIds: ['DUSHANBE'] });
  });

  afterAll(() => web.close());

  const actorOf = async (browser: Browser): Promise<Actor> => {
    const { role, postIds, name } = await web.app.get(Users).account(SYSTEM_ACTOR, browser.userId);
    return new Person({ userId: browser.userId, role, postIds, name });
  };

  describe('the account', () => {
    it('says who one is, with role and posts', async () => {
      const text = textOf((await post.get('/account')).body);
      expect(text).toContain('Pat Post, Reporting officer');
      expect(text).toContain('Serves at Embassy Dushanbe');
      expect(text).toContain('This browser , since');
    });

    it('refuses a short password beside its field, and never shows it again', async () => {
      await post.get('/account');
      const refused = await post.submit('/account/password', { password: 'too short' });
      expect(refused.status).toBe(422);
      expect(refused.body).toContain('<title>Error: Your account');
      expect(refused.body).toContain('<a href="#password">Use at least 15 characters');
    });

    it('sets a password that opens the door', async () => {
      await post.get('/account');
      const set = await post.submit('/account/password', { password: 'horse battery staple tree' });
      expect([set.status, set.location]).toEqual([303, '/account?done=password-set']);
      const { email } = await web.app.get(Users).account(SYSTEM_ACTOR, post.userId);
      const stranger = web.stranger();
      const come = await stranger.post('/sign-in', {
        email,
        password: 'horse battery staple tree',
        next: '',
      });
      expect([come.status, come.location]).toEqual([303, '/today']);
    });

    it('tells a token once, on the page that answers; the token works until it is revoked', async () => {
      await post.get('/account');
      const made = await post.submit('/account/tokens', { label: 'nightly export', days: '30' });
      expect([made.status, made.location]).toEqual([200, undefined]);
      const secret = /<code>(dmr_[\w-]{43})<\/code>/.exec(made.body)?.[1] ?? '';
      const ask = () => web.app.inject({ url: '/api/v1/me', headers: { authorization: `Bearer ${secret}` } });
      expect((await ask()).json()).toEqual(expect.objectContaining({ name: 'Pat Post' }));
      const page = await post.get('/account');
      expect(page.body).toContain('nightly export');
      expect(page.body).not.toContain(secret);
      const action = /action="(\/account\/tokens\/[\w-]+\/revoke)"/.exec(page.body)?.[1] ?? '';
      expect((await post.submit(action, {})).location).toBe('/account?done=token-revoked');
      expect((await ask()).statusCode).toBe(401);
      expect(textOf((await post.get('/account')).body)).toContain('nightly export Revoked');
    });

    it('asks for the days of a token in words, and keeps the label', async () => {
      await post.get('/account');
      const refused = await post.submit('/account/tokens', { label: 'kept label', days: '9999' });
      expect([refused.status, refused.body.includes('Enter a whole number of days, from 1 to 365.')]).toEqual(
        [422, true],
      );
      expect(refused.body).toContain('value="kept label"');
    });
  });

  describe('notices', () => {
    it('say what will appear where there is none', async () => {
      const fresh = await web.browser('clearer');
      expect(textOf((await fresh.get('/notices')).body)).toContain('There is no notice for you yet.');
    });

    it('stand newest first with their links, and are marked read one by one', async () => {
      for (const text of ['The first', 'The second']) {
        await web.app
          .get(UnitOfWork)
          .run((unit) => web.app.get(Notices).tell(unit, { userId: post.userId, text, link: '/plans' }));
        web.clock.advance(1_000);
      }
      const page = await post.get('/notices');
      expect(page.body.indexOf('The second')).toBeLessThan(page.body.indexOf('The first'));
      expect(page.body).toContain('<a href="/plans">The second</a>');
      expect(textOf(page.body)).toContain('2 notices');
      const action = /action="(\/notices\/[\w-]+\/read)"/.exec(page.body)?.[1] ?? '';
      expect((await post.submit(action, {})).location).toBe('/notices?done=notice-read');
      const after = await post.get('/notices?done=notice-read');
      expect(textOf(after.body)).toContain('1 notice');
      expect(after.body).toContain('The notice is marked as read.');
    });

    it('are turned over fifty a page', async () => {
      const reader = await web.browser('manager');
      await web.app.get(UnitOfWork).run(async (unit) => {
        for (let count = 1; count <= 51; count += 1)
          await web.app.get(Notices).tell(unit, { userId: reader.userId, text: `No. ${count}.`, link: null });
      });
      const first = await reader.get('/notices');
      expect(first.body.match(/class="row"/g)).toHaveLength(50);
      expect(linksOf(first.body)).toContain('/notices?page=2');
      const second = await reader.get('/notices?page=2');
      expect(second.body.match(/class="row"/g)).toHaveLength(1);
      expect(linksOf(second.body)).toContain('/notices?page=1');
    });
  });

  describe('people', () => {
    const person = {
      name: 'Nia New',
      title: 'Political officer',
      email: 'Nia.New@Example.gov',
      role: 'post-officer',
      postIds: 'TASHKENT',
    };

    it('tells everything that is missing at once, and keeps what was typed', async () => {
      await administrator.get('/people/new');
      const refused = await administrator.submit('/people', { name: 'Nia New', role: 'post-officer' });
      expect(refused.status).toBe(422);
      for (const field of ['email', 'title']) expect(refused.body).toContain(`<a href="#${field}">`);
      expect(refused.body).toContain('value="Nia New"');
      const homeless = await administrator.submit('/people', { ...person, postIds: '' });
      expect([homeless.status, homeless.body.includes('Choose the post where this person serves.')]).toEqual([
        422,
        true,
      ]);
    });

    it('opens an account, hands out a link that works once, and closes the account', async () => {
      await administrator.get('/people/new');
      const opened = await administrator.submit('/people', person);
      expect([opened.status, opened.location]).toEqual([
        303,
        expect.stringMatching(/\?done=account-opened$/),
      ]);
      const address = opened.location!.split('?')[0]!;
      const page = await administrator.get(opened.location!);
      expect(textOf(page.body)).toContain('Serves at Embassy Tashkent');
      expect(textOf(page.body)).toContain('nia.new@example.gov');

      const shown = await administrator.submit(`${address}/link`, {});
      expect([shown.status, shown.location]).toEqual([200, undefined]);
      const secret = /\/sign-in\/link\/([\w-]{43})/.exec(shown.body)?.[1] ?? '';
      const comer = web.stranger();
      await comer.signIn(secret);
      expect(textOf((await comer.get('/account')).body)).toContain('Nia New');
      expect((await web.stranger().post('/sign-in/link', { link: secret })).status).toBe(422);

      await administrator.get(`${address}/close`);
      const closed = await administrator.submit(`${address}/close`, {});
      expect(closed.location).toBe(`${address}?done=account-closed`);
      expect((await comer.get('/account')).status).toBe(303);
      expect(textOf((await administrator.get('/people')).body)).toMatch(
        /Nia New Reporting officer .* Closed/,
      );
      expect((await administrator.get(address)).body).not.toContain('/link"');
    });

    it('finds people by a part of their name, title or address', async () => {
      const found = textOf((await administrator.get('/people?named=nia.new')).body);
      expect(found).toContain('1 account, by name');
      expect(found).not.toContain('Pat Post Reporting');
      expect(textOf((await administrator.get('/people?named=zzz')).body)).toContain('Nobody is called that.');
      const byRole = textOf((await administrator.get('/people?sort=role')).body);
      expect(byRole.indexOf('Nia New')).toBeGreaterThan(byRole.indexOf(' Administrator '));
    });

    it('refuses an address that is taken (409), and a post that the register does not know', async () => {
      await administrator.get('/people/new');
      const twice = await administrator.submit('/people', person);
      expect([twice.status, twice.body.includes('already an account with this e-mail address')]).toEqual([
        409,
        true,
      ]);
      const other = { ...person, email: 'other@example.gov', postIds: 'ATLANTIS' };
      expect((await administrator.submit('/people', other)).status).toBe(404);
    });

    it('offers nobody to close their own account, and refuses it', async () => {
      const own = `/people/${administrator.userId}`;
      const page = await administrator.get(own);
      expect(page.body).not.toContain(`${own}/close`);
      const { csrf } = keysOf(page.body, `${own}/link`);
      const refused = await administrator.post(`${own}/close`, { csrf });
      expect([refused.status, refused.body.includes('You cannot close your own account.')]).toEqual([
        409,
        true,
      ]);
      expect((await administrator.get('/people')).status).toBe(200);
    });
  });

  describe('the outbox', () => {
    it('says what will appear, then shows letters newest first and one by one', async () => {
      expect(textOf((await administrator.get('/outbox')).body)).toContain('There is no letter yet.');
      for (const subject of ['First letter', 'Second letter']) {
        const messageId = `<${subject.replace(' ', '-')}@demarche>`;
        const letter = { to: 'pat@example.gov', subject, text: `Hello,\n${subject} <b>`, messageId };
        await web.app.get(Mailer).send(letter, async () => undefined);
        web.clock.advance(60_000);
      }
      const page = await administrator.get('/outbox');
      expect(page.body.indexOf('Second letter')).toBeLessThan(page.body.indexOf('First letter'));
      expect(page.body).toContain('2 letters, newest first');
      const address = /href="(\/outbox\/First[\w.-]+)"/.exec(page.body)?.[1] ?? '';
      const letter = await administrator.get(address);
      expect(letter.body).toContain('Hello,\nFirst letter &lt;b&gt;');
      expect(letter.body).toContain('<title>First letter – Demarche</title>');
      for (const name of ['nothing.eml', '..%2Faudit-anchors.jsonl', '.hidden.eml'])
        expect((await administrator.get(`/outbox/${name}`)).status).toBe(404);
    });

    it('says so where mail leaves by a server', async () => {
      const mailed = await openTestWeb(kind, { SMTP_URL: 'smtp://127.0.0.1:9' });
      try {
        const keeper = await mailed.browser('administrator');
        expect(textOf((await keeper.get('/outbox')).body)).toContain('Mail leaves by the mail server');
        expect(textOf((await keeper.get('/status')).body)).toContain('Mail mail server');
      } finally {
        await mailed.close();
      }
    });
  });

  describe('the audit trail', () => {
    it('is narrowed by person and object, in the address', async () => {
      const { userId } = post;
      const mine = await administrator.get(`/audit?person=${userId}`);
      expect(textOf(mine.body)).toContain('Set a password');
      expect(mine.body).toContain(`<option value="${userId}" selected>Pat Post</option>`);
      expect(textOf(mine.body).match(/Opened an account/g)).toBeNull();
      const about = await administrator.get(`/audit?object=${userId}`);
      expect(textOf(about.body)).toContain('Opened an account');
      expect(textOf((await administrator.get('/audit?object=nothing')).body)).toContain(
        'No entry matches these filters.',
      );
    });

    it('goes back fifty entries at a time', async () => {
      const actor = await actorOf(administrator);
      for (let count = 0; count < 60; count += 1)
        await web.app
          .get(Acts)
          .perform(actor, { permission: 'manage-users', action: 'user.create' }, async () => null);
      const first = await administrator.get('/audit');
      const older = linksOf(first.body).find((href) => href.startsWith('/audit?before=')) ?? '';
      const numbers = (body: string) =>
        [...body.matchAll(/<th scope="row" class="number">(\d+)</g)].map(([, seq]) => Number(seq));
      const [newest, next] = [numbers(first.body), numbers((await administrator.get(older)).body)];
      expect(newest).toHaveLength(50);
      expect(next[0]).toBe(newest.at(-1)! - 1);
      expect((await administrator.get(older)).body).toContain('‹ Newer');
    });

    it('says that the chain is whole, and names the entry that somebody touched', async () => {
      expect(textOf((await administrator.get('/audit?check=now')).body)).toContain('The chain is whole');
      const raw = (sql: string): Promise<unknown> =>
        web.app.get(UnitOfWork).run(({ manager }) => manager.query(sql));
      await raw(
        kind === 'postgres'
          ? 'DROP TRIGGER "auditEntriesKept" ON "auditEntries"'
          : 'DROP TRIGGER "auditEntriesNoUPDATE"',
      );
      const [{ name }] = (await raw(THIRD_ACTOR)) as [{ name: string }];
      await raw(`UPDATE "auditEntries" SET "actorName" = 'Somebody' WHERE seq = 3`);
      const broken = textOf((await administrator.get('/audit?check=now')).body);
      expect(broken).toContain('The chain is broken: entry 3 was changed after it was written');
      expect(textOf((await administrator.get('/status')).body)).toContain('Audit trail ✕ Broken');
      await raw(`UPDATE "auditEntries" SET "actorName" = '${name}' WHERE seq = 3`);
      await raw(GUARD[kind]);
      expect(textOf((await administrator.get('/audit?check=now')).body)).toContain('The chain is whole');
    });
  });

  describe('the status', () => {
    it('says what is late, by how much, and when the ledger was last looked through', async () => {
      const desk = await openMachine(web.app, { role: 'desk-officer' });
      const plan = { countryId: 'TJK', cycleId: '2009', placementReason: 'commitments' };
      const planId = String((await desk.post('/api/v1/plans', plan)).body.id);
      const owed = { kind: 'other', title: 'Reply', statutoryOn: '2009-11-20', ownerId: post.userId };
      await desk.post(`/api/v1/plans/${planId}/deadlines`, owed);
      const before = textOf((await administrator.get('/status')).body);
      expect(before).toContain('None: nothing is late');
      expect(before).toContain(kind === 'sqlite' ? 'Database SQLite' : 'Database PostgreSQL');
      web.clock.set('2009-11-05T04:20:00.000Z');
      const keeper = await web.browser('administrator', { name: 'Early Bird' });
      const late = textOf((await keeper.get('/status')).body);
      expect(late).toContain('Reminders ✕ Late');
      expect(late).toMatch(/Oldest due, not sent Wed 4 Nov 2009, 23:00 , 20 minutes late/);
      const { nextDueAt, oldestDueAt } = await web.app.get(LedgerStatus).now(await actorOf(keeper));
      expect([oldestDueAt, nextDueAt]).toEqual(['2009-11-05T04:00:00.000Z', '2009-11-13T04:00:00.000Z']);
    });

    it('counts what was sent once the bells have rung', async () => {
      await web.app.get(ReminderSweep).round();
      const keeper = await web.browser('administrator');
      const settled = async () => textOf((await keeper.get('/status')).body);
      for (let tries = 0; tries < 100 && !(await settled()).includes('nothing is late'); tries += 1)
        await new Promise((resolve) => setTimeout(resolve, 50));
      expect(await settled()).toContain('Reminders ● In time');
      expect(await settled()).toContain('Sent 1');
    });
  });

  describe('the register', () => {
    let keeper: Browser;

    beforeAll(async () => {
      keeper = await web.browser('administrator');
    });

    it('finds countries and posts by a part of their name', async () => {
      const countries = textOf((await keeper.get('/register/countries?named=TAJ')).body);
      expect(countries).toContain('1 country, by name');
      expect(countries).toContain('Tajikistan TJK TI SCA Embassy Dushanbe');
      expect(textOf((await keeper.get('/register/posts?named=zzz')).body)).toContain(
        'No post is called that.',
      );
      const all = await keeper.get('/register/countries');
      expect(linksOf(all.body)).toContain('/register/countries?page=2');
      const turned = await keeper.get('/register/countries?named=e&sort=-code');
      expect(linksOf(turned.body)).toContain('/register/countries?named=e&sort=-code&page=2');
      expect(linksOf(turned.body)).toContain('/register/countries?named=e&sort=lead');
      for (const path of ['/register/countries', '/register/posts', '/people'])
        expect((await keeper.get(`${path}?sort=luck`)).status).toBe(422);
      expect((await keeper.get('/register/posts?sort=zone')).body).not.toContain('Pacific/');
      expect((await keeper.get('/register/posts?sort=-zone')).body).toContain('Pacific/');
    });

    it('sets a lead post, or none', async () => {
      await keeper.get('/register/countries/FJI');
      const set = await keeper.submit('/register/countries/FJI/lead-post', { postId: 'CANBERRA' });
      expect(set.location).toBe('/register/countries/FJI?done=lead-post-set');
      expect((await web.app.get(Register).leadPostOf('FJI'))?.id).toBe('CANBERRA');
      await keeper.get('/register/countries/FJI');
      await keeper.submit('/register/countries/FJI/lead-post', { postId: '' });
      expect(await web.app.get(Register).leadPostOf('FJI')).toBeNull();
    });

    it('adds and removes a holiday, and sets a work week from a day on', async () => {
      const address = '/register/posts/CAIRO';
      await keeper.get(`${address}/holidays/new`);
      const empty = await keeper.submit(`${address}/holidays`, { on: '2009-11-31', name: 'Feast' });
      expect(empty.status).toBe(422);
      expect(empty.body).toContain('Enter the day. Write it as year-month-day, for example 2009-11-15.');
      expect(empty.body).toContain('value="Feast"');
      const feast = { on: '2009-11-26', name: 'Feast', source: 'notice of the post' };
      expect((await keeper.submit(`${address}/holidays`, feast)).location).toBe(
        `${address}?done=holiday-added`,
      );
      const page = await keeper.get(address);
      expect(textOf(page.body)).toContain('Thu 26 Nov 2009 : Feast');
      await keeper.get(`${address}/holidays/new`);
      const twice = await keeper.submit(`${address}/holidays`, feast);
      expect([twice.status, twice.body.includes('already a holiday of this post')]).toEqual([409, true]);

      const action =
        /action="(\/register\/posts\/CAIRO\/holidays\/[\w-]+\/remove)"/.exec(page.body)?.[1] ?? '';
      const elsewhere = action.replace('CAIRO', 'DUSHANBE');
      const { csrf } = keysOf(page.body, action);
      expect((await keeper.post(elsewhere, { csrf })).status).toBe(404);
      expect((await keeper.post(action, { csrf })).location).toBe(`${address}?done=holiday-removed`);
      expect(await web.app.get(Register).holidaysOf('CAIRO')).toEqual([]);

      await keeper.get(`${address}/work-weeks/new`);
      const week = { weekend: ['6', '7'], from: '2010-01-01', source: 'notice of the post' };
      expect((await keeper.submit(`${address}/work-weeks`, week)).location).toBe(
        `${address}?done=work-week-set`,
      );
      expect(textOf((await keeper.get(address)).body)).toContain(
        'Saturday and Sunday off, from Fri 1 Jan 2010',
      );
    });

    it('opens a cycle and sets its dates', async () => {
      await keeper.get('/register/cycles');
      const wrong = await keeper.submit('/register/cycles', { reportYear: '1999' });
      expect([wrong.status, wrong.body.includes('The year must be from 2001 to 2100.')]).toEqual([422, true]);
      const opened = await keeper.submit('/register/cycles', { reportYear: '2031' });
      expect(opened.location).toBe('/register/cycles/2031?done=cycle-opened');
      await keeper.get('/register/cycles/2031');
      const blank = await keeper.submit('/register/cycles/2031/milestones', {});
      expect(blank.status).toBe(422);
      expect(blank.body).not.toMatch(/invalid input/i);
      const reported = {
        kind: 'report',
        nature: 'actual',
        on: '2031-07-14',
        source: 'release of the report',
      };
      const set = await keeper.submit('/register/cycles/2031/milestones', reported);
      expect(set.location).toBe('/register/cycles/2031?done=milestone-set');
      const page = textOf((await keeper.get('/register/cycles/2031')).body);
      expect(page).toContain('Annual report Happened Mon 14 Jul 2031');
      expect(page).toContain('Determinations By law Thu 28 Aug 2031');
    });

    it('checks a pasted table first, then loads what can be taken', async () => {
      const text = 'country,year,tier\nTajikistan,2031,2WL\nNowhere,2031,2\nFiji,2031,9\nFiji,2031\n';
      await keeper.get('/register/import');
      const checked = await keeper.submit('/register/import/check', { kind: 'tiers', text });
      expect(checked.status).toBe(200);
      expect(textOf(checked.body)).toContain('1 line adds something, 0 lines change something');
      expect(textOf(checked.body)).toContain('3 lines are refused');
      expect(textOf(checked.body)).toMatch(/5 The line has 2 cells where the header has 3/);
      expect((await web.app.get(Register).listingsOfYear(2031)).length).toBe(0);
      await keeper.get('/register/import');
      const again = await keeper.submit('/register/import/check', { kind: 'tiers', text });
      const { csrf, submission } = keysOf(again.body, '/register/import');
      const load = () => keeper.post('/register/import', { csrf, submission, kind: 'tiers', text });
      expect(textOf((await load()).body)).toContain('What the load did 1 line adds something');
      expect(textOf((await load()).body)).toContain('What the load did 1 line adds something');
      expect((await web.app.get(Register).listingsOfYear(2031)).map(({ tier }) => tier)).toEqual(['2WL']);
      const { csrf: own } = keysOf((await keeper.get('/register/import')).body, '/register/import/check');
      const other = await keeper.post('/register/import/check', {
        csrf: own,
        kind: 'tiers',
        text: 'a,b\n1,2',
      });
      expect([other.status, other.body.includes('The table lacks the column')]).toEqual([422, true]);
      expect(other.body).toContain('a,b');
    });

    it('loads a table of almost a megabyte that was checked as a file, by the form of the check page', async () => {
      const uploader = await openUploader(web, 'administrator', 'large');
      const text = `country,year,tier\n${'"Fiji",2032,"2"\n'.repeat(53_000)}`;
      const file = { filename: 'tiers.csv', bytes: Buffer.from(text) };
      const keys = keysOf((await uploader.get('/register/import')).body, '/register/import/check');
      const checked = await uploader.send('/register/import/check', { ...keys, kind: 'tiers' }, file);
      expect(textOf(checked.body)).toContain('What a load would do');
      expect(checked.body).toMatch(/action="\/register\/import" enctype="multipart\/form-data"/);
      const own = keysOf(checked.body, '/register/import');
      const loaded = await uploader.send('/register/import', { ...own, kind: 'tiers', text });
      expect([loaded.statusCode, textOf(loaded.body).includes('What the load did')]).toEqual([200, true]);
    });

    it('takes the table as a file too, and says what is wrong with one', async () => {
      const uploader = await openUploader(web, 'administrator');
      const page = (await uploader.get('/register/import')).body;
      const keys = keysOf(page, '/register/import/check');
      const table = { filename: 'weekends.csv', bytes: Buffer.from('country,year,tier\nFiji,2031,2\n') };
      const send = (file: typeof table) =>
        uploader.send('/register/import/check', { ...keys, kind: 'tiers', text: '' }, file);
      expect(textOf((await send(table)).body)).toContain('1 line adds something');
      const odd = await send({ filename: 'x.xlsx', bytes: Buffer.from([0x50, 0x4b, 0, 1]) });
      expect([odd.statusCode, odd.body.includes('<a href="#file">The file is not plain text.')]).toEqual([
        422,
        true,
      ]);
    });
  });

  describe('help', () => {
    it('is open to strangers and tells what each role can do from the table that services check', async () => {
      const { status, body } = await web.stranger().get('/help');
      expect(status).toBe(200);
      const text = textOf(body);
      for (const role of ['Desk officer', 'Reporting officer', 'Clearer', 'Manager', 'Administrator'])
        expect(text).toContain(role);
      expect(text).toMatch(/Administrator Keeps accounts.*open and close accounts, issue sign-in links/);
      expect(body.match(/<li><h3>/g)).toHaveLength(7);
    });

    it('keeps to short sentences and short words of its own', async () => {
      const { body } = await web.stranger().get('/help');
      const prose = [...body.matchAll(/<(p|dd)[^>]*>([^<]+(?:<[^p/][^>]*>[^<]*<\/\w+>[^<]*)*)<\/\1>/g)]
        .map(([, , text]) => textOf(text ?? ''))
        .join(' ');
      const sentences = prose.split(/(?<=[.?!])\s/).map((sentence) => sentence.split(' ').length);
      expect(sentences.length).toBeGreaterThan(50);
      expect(Math.max(...sentences)).toBeLessThanOrEqual(40);
      expect(sentences.reduce((sum, words) => sum + words, 0) / sentences.length).toBeLessThanOrEqual(20);
    });
  });

  it('issues links that nobody finds in the trail', async () => {
    const secret = await web.app.get(Keys).issueLink(SYSTEM_ACTOR, post.userId);
    const keeper = await web.browser('administrator');
    expect((await keeper.get('/audit')).body).not.toContain(secret);
  });
});

const GUARD = {
  sqlite: `CREATE TRIGGER "auditEntriesNoUPDATE" BEFORE UPDATE ON "auditEntries" BEGIN SELECT RAISE(ABORT, 'audit entries are kept as they are'); END`,
  postgres:
    'CREATE TRIGGER "auditEntriesKept" BEFORE UPDATE OR DELETE ON "auditEntries" FOR EACH ROW EXECUTE FUNCTION "refuseAuditChange"()',
};
const THIRD_ACTOR = `SELECT "actorName" AS "name" FROM "auditEntries" WHERE seq = 3`;
