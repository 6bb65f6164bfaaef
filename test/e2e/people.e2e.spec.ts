import { Accounts, Actor, OwnPassword, SYSTEM_ACTOR, Users } from '@demarche/access';
import { DATABASES } from '../support/database';
import { type Machine, openMachine } from '../support/machine';
import { type Browser, openTestWeb, type OpenWeb } from '../support/web';

jest.setTimeout(60_000);

const textOf = (body: string) => body.replace(/<[^>]+>/g, ' ').replace(/\s+/g, ' ');

describe.each(DATABASES)('the life of a person on %s', (kind) => {
  let web: OpenWeb;
  let administrator: Browser;
  let machine: Machine;
  let officer: Browser;
  let address: string;

  beforeAll(async () => {
    web = await openTestWeb(kind);
    administrator = await web.browser('administrator', { name: 'Ada Admin' });
    machine = await openMachine(web.app, { role: 'administrator' });
  });
  beforeEach(async () => {
    officer = await web.browser('post-officer', { name: 'Pat Post', postIds: ['DUSHANBE'] });
    address = `/people/${officer.userId}`;
  });
  afterAll(() => web.close());

  const stored = () => web.app.get(Users).account(SYSTEM_ACTOR, officer.userId);
  const typed = { name: 'Pat Post', title: 'Officer', role: 'post-officer', postsFrom: '2009-11-04' };

  it('is corrected and moved to another post on one page, and their pages follow at once', async () => {
    expect(textOf((await officer.get('/account')).body)).toContain('Serves at Embassy Dushanbe');
    const page = await administrator.get(`${address}/edit`);
    expect(page.body).toMatch(/name="postIds"[^>]*value="DUSHANBE"[^>]*checked/);
    const changed = { ...typed, name: "Pat O'Post", email: 'pat.moved@example.gov', alsoAt: 'ASTANA' };
    const saved = await administrator.submit(`${address}/edit`, changed);
    expect([saved.status, saved.location]).toEqual([303, `${address}?done=person-changed`]);
    expect(textOf((await officer.get('/account')).body)).toContain('Serves at Embassy Astana');
    const shown = textOf((await administrator.get(address)).body);
    expect(shown).toContain('Pat O&#x27;Post');
    expect(shown).toMatch(/Embassy Astana Wed 4 Nov 2009 –/);
  });

  it('keeps and shows where the person served, and moves them on the day that was given', async () => {
    await administrator.get(`${address}/edit`);
    const email = (await stored()).email;
    const later = { ...typed, email, alsoAt: 'ASTANA', postsFrom: '2009-12-01' };
    expect((await administrator.submit(`${address}/edit`, later)).status).toBe(303);
    expect((await stored()).postIds).toEqual(['DUSHANBE']);
    expect(textOf((await administrator.get(address)).body)).toMatch(
      /Embassy Astana Tue 1 Dec 2009 – Embassy Dushanbe Wed 4 Nov 2009 Tue 1 Dec 2009/,
    );
  });

  it('shows what somebody else saved in the meantime beside what was typed', async () => {
    await administrator.get(`${address}/edit`);
    await web.app.get(Accounts).amend(SYSTEM_ACTOR, officer.userId, { version: 1, title: 'Consul' });
    const email = (await stored()).email;
    const late = await administrator.submit(`${address}/edit`, { ...typed, email, postIds: 'DUSHANBE' });
    expect(late.status).toBe(409);
    expect(textOf(late.body)).toContain('Title Consul Officer');
    expect((await stored()).title).toBe('Consul');
  });

  it('needs a post as a reporting officer, and a name and an address always', async () => {
    await administrator.get(`${address}/edit`);
    const { email } = await stored();
    const homeless = await administrator.submit(`${address}/edit`, { ...typed, email });
    expect([homeless.status, homeless.body.includes('Choose the post where')]).toEqual([422, true]);
    const nowhere = await administrator.submit(`${address}/edit`, { ...typed, email, alsoAt: 'ATLANTIS' });
    expect(nowhere.status).toBe(404);
  });

  it('leaves and comes back under the same address', async () => {
    const closing = await administrator.get(`${address}/close`);
    expect(closing.body).not.toContain(`value="${officer.userId}"`);
    const closed = await administrator.submit(`${address}/close`, {});
    expect(closed.location).toBe(`${address}?done=account-closed`);
    expect((await officer.get('/account')).status).toBe(303);
    const page = await administrator.get(address);
    expect(page.body).not.toContain('not opened again');
    const opened = await administrator.submit(`${address}/reopen`, {});
    expect(opened.location).toBe(`${address}?done=account-reopened`);
    expect(await stored()).toMatchObject({ isActive: true, postIds: ['DUSHANBE'] });
    expect((await officer.get('/account')).status).toBe(303);
  });

  it('shows what they owe before they leave, and hands it over in the same act', async () => {
    const desk = await openMachine(web.app, { role: 'desk-officer' });
    const plan = { countryId: 'TJK', cycleId: '2009', placementReason: 'no-increasing-efforts' };
    const made = await desk.post('/api/v1/plans', plan);
    const planId = String(made.body.id);
    const reply = { kind: 'other', title: 'Answer the ministry', statutoryOn: '2009-12-15' };
    const owed = await desk.post(`/api/v1/plans/${planId}/deadlines`, { ...reply, ownerId: officer.userId });
    expect(owed.status).toBe(201);
    const page = await administrator.get(`${address}/close`);
    expect(textOf(page.body)).toMatch(/1 open deadline Answer the ministry, due Tue 15 Dec 2009/);
    expect(page.body).toContain(`value="${desk.actor.userId}"`);
    const closed = await administrator.submit(`${address}/close`, { successorId: desk.actor.userId });
    expect(closed.status).toBe(303);
    const now = await desk.get(`/api/v1/deadlines/${String(owed.body.id)}`);
    expect(JSON.stringify(now.body)).toContain(desk.actor.userId);
  });

  it('is known to a browser by a cookie, which passes what others have failed', async () => {
    const { email } = await stored();
    const actor = new Actor({ userId: officer.userId, name: 'Pat', role: 'post-officer', postIds: [] });
    const password = 'four plain words together';
    await web.app.get(OwnPassword).set(actor, { password, session: null, ownWords: [] });
    const come = (given: string, cookie = '') =>
      web.app.inject({
        method: 'POST',
        url: '/sign-in',
        headers: {
          'content-type': 'application/x-www-form-urlencoded',
          'sec-fetch-site': 'same-origin',
          ...(cookie ? { cookie } : {}),
        },
        payload: new URLSearchParams({ email, password: given, next: '/notices' }).toString(),
      });
    const first = await come(password);
    const known = first.cookies.find(({ name }) => name.startsWith('__Host-demarche-known-'));
    expect(known).toMatchObject({ httpOnly: true, secure: true, sameSite: 'Lax', path: '/' });
    for (let count = 0; count < 11; count += 1) await come('wrong');
    const refused = await come(password);
    expect([refused.statusCode, refused.headers['retry-after']]).toEqual([429, '30']);
    const passed = await come(password, `${known!.name}=${known!.value}`);
    expect([passed.statusCode, passed.headers.location]).toEqual([303, '/notices']);
    web.clock.advance(16 * 60_000);
  });

  it('does all of it by the API too', async () => {
    const api = `/api/v1${address}`;
    const moved = await machine.patch(api, { version: 1, postIds: ['ASTANA'], name: 'Pat Moved' });
    expect([moved.status, moved.body]).toEqual([200, { version: 2 }]);
    const one = await machine.get(api);
    expect(one.body).toMatchObject({
      name: 'Pat Moved',
      version: 2,
      postIds: ['ASTANA'],
      postings: [{ postId: 'ASTANA', startsOn: '2009-11-04', endedOn: null }],
    });
    expect((await machine.patch(api, { version: 1, name: 'x' })).status).toBe(409);
    expect((await machine.patch(api, { name: 'x' })).status).toBe(428);
    expect((await machine.patch(api, { version: 2, postIds: ['ATLANTIS'] })).status).toBe(404);
    expect((await machine.post(`${api}/close`, { successorId: 'nobody' })).status).toBe(422);
    expect((await machine.post(`${api}/close`, {})).status).toBe(200);
    expect((await machine.post(`${api}/reopen`, {})).status).toBe(200);
    expect((await machine.post(`${api}/reopen`, {})).status).toBe(409);
  });
});
