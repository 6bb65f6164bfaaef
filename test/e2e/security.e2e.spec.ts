import { Accounts, Audit, type Actor, Keys, OwnPassword, SYSTEM_ACTOR, Users } from '@demarche/access';
import { newId } from '@demarche/base';
import { UnitOfWork } from '@demarche/store';
import { csrfTokenOf } from '../../apps/web/src/http/guards/cookies';
import { isVersioned } from '../../apps/web/src/features/api-docs/openapi-document';
import { RouteList } from '../../apps/web/src/features/api-docs/route-list.service';
import { DATABASES } from '../support/database';
import { type Machine, openMachine } from '../support/machine';
import { type Answer, type Fields, openTestWeb, type OpenWeb, type RouteSeen } from '../support/web';
import { CHANGES } from '../support/changing-routes';
import { belongingOf, OPEN_ROUTES, type OwnedKind, type Places } from '../support/route-table';

jest.setTimeout(120_000);

const OURS = { 'sec-fetch-site': 'same-origin' };
const nameOf = ({ method, path }: RouteSeen) => `${method} ${path}`;
const isApi = ({ path }: RouteSeen) => path.startsWith('/api/v1');
const isChange = ({ method }: RouteSeen) => method !== 'GET';

/** Everything a post may own, made over the API for one country; the officer's own notice, token and session too. */
async function furnish(desk: Machine, at: { countryId: string; officer: Machine }): Promise<Places> {
  const { countryId, officer } = at;
  const made = async (path: string, body: object, by = desk) => {
    const { status, body: answer } = await by.post(`/api/v1${path}`, body);
    if (status !== 201) throw new Error(`${path}: ${status} ${JSON.stringify(answer)}`);
    return String(answer.id);
  };
  const plan = await made('/plans', { countryId, cycleId: '2009', placementReason: 'no-increasing-efforts' });
  const recommendation = await made(`/plans/${plan}/recommendations`, {
    priority: 'high',
    text: 'Train judges.',
  });
  const owner = officer.actor.userId;
  const act = { happenedOn: '2009-10-12', ranBy: 'government', recommendationIds: [recommendation] };
  const figure = { from: '2009-05-01', until: '2009-10-31', term: 'Cases', count: 4, unit: 'cases' };
  const owed = { kind: 'other', title: 'Reply', statutoryOn: '2009-11-20', ownerId: owner };
  return {
    plan,
    recommendation,
    owner,
    effort: await made(`/plans/${plan}/efforts`, { ...act, text: 'A unit was opened.' }, officer),
    statistic: await made(`/plans/${plan}/statistics`, figure, officer),
    deadline: await made(`/plans/${plan}/deadlines`, owed),
    paper: await made(`/plans/${plan}/papers`, { kind: 'non-paper' }),
    notice: '',
    token: '',
    session: '',
  };
}

describe.each(DATABASES)('the doors of the house on %s', (kind) => {
  let web: OpenWeb;
  let desk: Machine;
  let officer: Machine;
  let own: Places;
  let foreign: Places;
  let routes: RouteSeen[];

  beforeAll(async () => {
    web = await openTestWeb(kind);
    desk = await openMachine(web.app, { role: 'desk-officer' });
    officer = await openMachine(web.app, { role: 'post-officer', postIds: ['DUSHANBE'] });
    const colleague = await openMachine(web.app, { role: 'post-officer', postIds: ['CAIRO'] });
    own = await furnish(desk, { countryId: 'TJK', officer });
    foreign = await furnish(desk, { countryId: 'EGY', officer: colleague });
    Object.assign(foreign, await personalThingsOf(colleague.actor));
    routes = web.routes.filter(({ method, path }) => method !== 'HEAD' && path !== '/assets/*');
  });

  afterAll(() => web.close());

  /** A notice, a token and a session of a person, by their ids. */
  async function personalThingsOf(actor: Actor): Promise<Pick<Places, 'notice' | 'token' | 'session'>> {
    const keys = web.app.get(Keys);
    await keys.issueToken(actor, { label: 'own', days: 1 });
    const link = await keys.issueLink(SYSTEM_ACTOR, actor.userId);
    const browser = web.stranger();
    await browser.signIn(link);
    const page = (await browser.get('/account')).body;
    const [token] = await keys.tokens(actor);
    const other = web.stranger();
    await other.signIn(await keys.issueLink(SYSTEM_ACTOR, actor.userId));
    const session = /\/account\/sessions\/([\w-]+)\/end/.exec((await other.get('/account')).body)?.[1];
    if (!token || !session || !page) throw new Error('The person has no token or session.');
    const notice = newId();
    await web.app.get(UnitOfWork).run(async ({ manager }) => {
      const row = { id: notice, userId: actor.userId, text: 'Yours', link: null, readAt: null };
      await manager.insert('Notice', { ...row, createdAt: web.clock.now() });
    });
    return { notice, token: token.id, session };
  }

  function fill(path: string, id: string): string {
    const filled = path.replace(/:format/, 'txt').replace(/:(\w+)/g, () => id);
    return path.endsWith('/file') ? `${filled}?format=txt` : filled;
  }

  /** Asks as a program or as a browser, whichever the route is for. */
  async function askAs(
    person: { machine: Machine; cookie: string },
    route: RouteSeen,
    sent: { url: string; at: Places; version?: number },
  ): Promise<Answer> {
    const extra = sent.version === undefined ? {} : { version: sent.version };
    const body = { ...CHANGES[nameOf(route)]?.body(sent.at), ...extra };
    if (isApi(route)) {
      const told = await person.machine.ask(
        route.method as 'POST',
        sent.url,
        isChange(route) ? { body } : {},
      );
      return { status: told.status, body: told.text, location: undefined, headers: told.headers };
    }
    return send(route.method, sent.url, { cookie: person.cookie, body: isChange(route) ? body : null });
  }

  async function send(
    method: string,
    url: string,
    sent: {
      cookie?: string;
      body?: Record<string, unknown> | null;
      headers?: Record<string, string>;
      csrf?: string;
    },
  ): Promise<Answer> {
    const { cookie, body, headers = OURS } = sent;
    const csrf = sent.csrf ?? tokenOf(cookie);
    const form = { 'content-type': 'application/x-www-form-urlencoded' };
    const response = await web.app.inject({
      method: method as 'POST',
      url,
      headers: { ...headers, ...(body ? form : {}), ...(cookie ? { cookie } : {}) },
      ...(body ? { payload: formOf({ csrf, ...(body as Fields) }) } : {}),
    });
    const location = response.headers.location as string | undefined;
    return { status: response.statusCode, body: response.body, location, headers: response.headers };
  }

  /** A session cookie of a person, as a browser would send it. */
  async function cookieOf(actor: Actor): Promise<string> {
    const link = await web.app.get(Keys).issueLink(SYSTEM_ACTOR, actor.userId);
    const answer = await send('POST', '/sign-in/link', { body: { link } });
    const [cookie = ''] = String(answer.headers['set-cookie']).split(';');
    if (answer.status !== 303) throw new Error(`Signing in failed: ${answer.status}`);
    return cookie;
  }

  describe('for strangers', () => {
    it('knows every route: the table of open ones holds nothing that does not exist', () => {
      const known = web.routes.map(nameOf);
      expect(OPEN_ROUTES.filter((open) => !known.includes(open))).toEqual([]);
    });

    it('leads from every closed page to the sign-in page, and answers 401 where that is of no use', async () => {
      const answers: Record<string, unknown> = {};
      const expected: Record<string, unknown> = {};
      for (const route of routes.filter((one) => !OPEN_ROUTES.includes(nameOf(one)))) {
        const url = fill(route.path, own.plan);
        const answer = await send(route.method, url, { body: isChange(route) ? {} : null });
        const next = `/sign-in?next=${encodeURIComponent(url)}`;
        const leads = route.method === 'GET' && !isApi(route);
        expected[nameOf(route)] = leads ? [303, next] : [401, undefined];
        answers[nameOf(route)] = [answer.status, answer.location];
      }
      expect(answers).toEqual(expected);
      expect(Object.keys(answers).length).toBeGreaterThan(100);
    });

    it('follows only paths of its own after signing in', async () => {
      const person = await openMachine(web.app, { role: 'clearer' });
      await web.app
        .get(OwnPassword)
        .set(person.actor, { password: 'four plain words together', session: null, ownWords: [] });
      const { email } = (await web.app.get(Users).named(person.actor.userId))!;
      const given = { email, password: 'four plain words together' };
      for (const next of ['//evil.example', 'https://evil.example', '/\\evil.example', 'plans', ''])
        expect((await send('POST', '/sign-in', { body: { ...given, next } })).location).toBe('/today');
      expect((await send('POST', '/sign-in', { body: { ...given, next: '/plans' } })).location).toBe(
        '/plans',
      );
    });

    it('makes guessing wait after ten failures, longer each time, and never a valid link (429)', async () => {
      const guess = { email: 'dana@example.gov', password: 'guess' };
      const tried = () => send('POST', '/sign-in', { body: guess });
      const guesses: number[] = [];
      for (let count = 0; count < 11; count += 1) guesses.push((await tried()).status);
      expect(guesses).toEqual([...Array<number>(10).fill(422), 429]);
      expect((await tried()).headers['retry-after']).toBe('30');
      const link = await web.app.get(Keys).issueLink(SYSTEM_ACTOR, officer.actor.userId);
      expect((await send('POST', '/sign-in/link', { body: { link } })).status).toBe(303);
      web.clock.advance(30_000);
      expect((await tried()).status).toBe(422);
      const refused = await tried();
      expect([refused.status, refused.headers['retry-after']]).toEqual([429, '60']);
      expect(refused.body).toContain('Wait 60 seconds, then try again.');
      web.clock.advance(15 * 60_000 + 1);
      expect((await tried()).status).toBe(422);
    });
  });

  describe('against forged forms (SEC-4)', () => {
    it('knows every route that changes something', () => {
      const changing = routes.filter(isChange).map(nameOf);
      expect([...new Set(changing)].sort()).toEqual(Object.keys(CHANGES).sort());
    });

    it('refuses every form that another site could send, whatever it changes', async () => {
      const person = await openMachine(web.app, { role: 'desk-officer' });
      const cookie = await cookieOf(person.actor);
      const otherToken = csrfTokenOf((await cookieOf(officer.actor)).split('=')[1]!);
      const forged: { headers: Record<string, string>; csrf?: string }[] = [
        { headers: { 'sec-fetch-site': 'cross-site' } },
        { headers: { 'sec-fetch-site': 'same-site' } },
        { headers: { origin: 'https://evil.example' } },
        { headers: { origin: 'null' } },
        { headers: {} },
        { headers: OURS, csrf: '' },
        { headers: OURS, csrf: otherToken },
      ];
      const before = (await web.app.get(Audit).verify()).entries;
      const passed: string[] = [];
      for (const route of routes.filter((one) => isChange(one) && !isApi(one)))
        for (const [index, set] of forged.entries()) {
          const body = CHANGES[nameOf(route)]!.body(own) as Fields;
          const answer = await send(route.method, fill(route.path, own.plan), { cookie, body, ...set });
          if (answer.status !== 403) passed.push(`${nameOf(route)} with set ${index}: ${answer.status}`);
        }
      expect(passed).toEqual([]);
      expect((await web.app.get(Audit).verify()).entries).toBe(before);
    });

    it('takes the same form from its own page, and with an Origin of its own from an older browser', async () => {
      const person = await openMachine(web.app, { role: 'desk-officer' });
      const cookie = await cookieOf(person.actor);
      const body = { label: 'mine', days: '1' };
      expect((await send('POST', '/account/tokens', { cookie, body })).status).toBe(200);
      const headers = { origin: 'https://demarche.example:8443', host: 'demarche.example:8443' };
      expect((await send('POST', '/account/tokens', { cookie, body, headers })).status).toBe(200);
    });

    /** The names of the entries after one of that number, a page of the trail at a time. */
    async function entriesAfter(seq: number): Promise<string[]> {
      const names: string[] = [];
      for (let before: number | undefined; ;) {
        const page = await web.app.get(Audit).entries(SYSTEM_ACTOR, before === undefined ? {} : { before });
        const later = page.filter((entry) => entry.seq > seq);
        names.push(...later.map(({ action }) => action));
        before = later.at(-1)?.seq;
        if (before === undefined || later.length < page.length) return names;
      }
    }

    it('changes nothing by GET', async () => {
      const before = (await web.app.get(Audit).verify()).entries;
      const cookie = await cookieOf(officer.actor);
      for (const route of routes.filter((one) => !isChange(one) && !isApi(one)))
        await send('GET', fill(route.path, own[ownedKind(route.path) ?? 'plan']), { cookie });
      const later = await entriesAfter(before);
      // The link that let the officer in, and the session it opened; readings and refusals are told too, but change nothing.
      const changes = later.filter((action) => !/^(export|refuse)\.|^paper\.(read|download)$/.test(action));
      expect(changes.sort()).toEqual(['link.issue', 'session.open']);
    });
  });

  describe('between posts (SEC-7)', () => {
    it('gives another post’s objects the answer of missing ones, on every route with an id', async () => {
      const person = { machine: officer, cookie: await cookieOf(officer.actor) };
      const differing: string[] = [];
      const leaking: string[] = [];
      for (const route of routes) {
        const owned = ownedKind(route.path);
        if (owned === null) continue;
        const missing = newId();
        const asked = async (id: string) => {
          const at = { ...own, [owned]: id };
          const version = CHANGES[nameOf(route)]?.isVersioned ? 1 : undefined;
          const url = fill(route.path, id);
          const answer = await askAs(person, route, { url, at, ...(version ? { version } : {}) });
          return { status: answer.status, body: withoutOwnMarks(answer.body, id) };
        };
        const [theirs, nobodys] = [await asked(foreign[owned]), await asked(missing)];
        if (theirs.status !== nobodys.status || theirs.body !== nobodys.body)
          differing.push(`${nameOf(route)}: ${theirs.status} and ${nobodys.status}`);
        if (![403, 404].includes(theirs.status)) leaking.push(`${nameOf(route)}: ${theirs.status}`);
      }
      expect(differing).toEqual([]);
      expect(leaking).toEqual([]);
    });

    it('shows the officer their own objects on the same routes', async () => {
      const person = { machine: officer, cookie: await cookieOf(officer.actor) };
      const closed: string[] = [];
      const readable = routes.filter((one) => !isChange(one) && ownedKind(one.path) !== null);
      for (const route of readable) {
        const url = fill(route.path, own[ownedKind(route.path)!]);
        const { status } = await askAs(person, route, { url, at: own });
        if (status !== 200) closed.push(`${nameOf(route)}: ${status}`);
      }
      // Plans from blank have no cable, and forms of the desk are the desk's.
      expect(closed.sort()).toEqual(NOT_FOR_A_POST_OFFICER);
    });

    it('names no object of another post in any list', async () => {
      const person = { machine: officer, cookie: await cookieOf(officer.actor) };
      const telling: string[] = [];
      for (const route of routes.filter((one) => !isChange(one) && !one.path.includes(':'))) {
        const { body } = await askAs(person, route, { url: route.path, at: own });
        const told = Object.values(foreign).filter((id) => id !== foreign.owner && body.includes(id));
        if (told.length > 0) telling.push(nameOf(route));
      }
      expect(telling).toEqual([]);
    });

    it('shows another post’s list to nobody who asks for it by name', async () => {
      for (const address of ['/api/v1/deadlines?postId=CAIRO', '/api/v1/plans?postId=CAIRO']) {
        const { status, body } = await officer.get(address);
        expect([status, body.rows ?? []]).toEqual([expect.any(Number), []]);
      }
    });

    it('keeps the administrator’s pages from everybody else, and plans from the administrator', async () => {
      const administrator = await openMachine(web.app, { role: 'administrator' });
      const cookie = await cookieOf(administrator.actor);
      const manager = await openMachine(web.app, { role: 'manager' });
      const managerCookie = await cookieOf(manager.actor);
      for (const page of ['/people', '/audit', '/outbox', '/status', '/register', '/register/import']) {
        expect([page, (await send('GET', page, { cookie })).status]).toEqual([page, 200]);
        expect([page, (await send('GET', page, { cookie: managerCookie })).status]).toEqual([page, 403]);
      }
      expect((await send('GET', `/plans/${own.plan}`, { cookie })).status).toBe(403);
      expect((await administrator.get(`/api/v1/plans/${own.plan}`)).status).toBe(403);
    });
  });

  describe('for versioned things (DOC-1)', () => {
    it('holds the table and the API’s own schemas together', () => {
      const told = web.app
        .get(RouteList)
        .all()
        .filter(({ path }) => path.startsWith('/api/v1'));
      const wrong = told
        .filter((route) => route.method !== 'GET')
        .filter((route) => CHANGES[`${route.method} ${route.path}`]?.isVersioned !== isVersioned(route));
      expect(wrong.map(({ method, path }) => `${method} ${path}`)).toEqual([]);
    });

    it('answers 428 without a version and 409 to an old one, on every route of a versioned thing', async () => {
      const person = { machine: desk, cookie: await cookieOf(desk.actor) };
      const administrator = await openMachine(web.app, { role: 'administrator' });
      const keeper = { machine: administrator, cookie: await cookieOf(administrator.actor) };
      const guarded = routes.filter((route) => CHANGES[nameOf(route)]?.isVersioned);
      const unguarded: string[] = [];
      for (const route of guarded) {
        const kind = ownedKind(route.path);
        const asker = kind ? person : keeper;
        const url = fill(route.path, kind ? own[kind] : officer.actor.userId);
        const blind = await askAs(asker, route, { url, at: own });
        const stale = await askAs(asker, route, { url, at: own, version: 77 });
        if (blind.status !== 428 || stale.status !== 409)
          unguarded.push(`${nameOf(route)}: ${blind.status} and ${stale.status}`);
      }
      expect(unguarded).toEqual([]);
      expect(guarded.length).toBeGreaterThan(15);
    });

    it('asks for the version before it looks at the state, also of what is withdrawn, dropped or met', async () => {
      const at = await furnish(desk, { countryId: 'FJI', officer: desk });
      const ended = [
        await desk.post(`/api/v1/efforts/${at.effort}/withdraw`, { version: 1, reason: 'Twice.' }),
        await desk.post(`/api/v1/statistics/${at.statistic}/withdraw`, { version: 1, reason: 'Twice.' }),
        await desk.post(`/api/v1/deadlines/${at.deadline}/meet`, { version: 1, on: '2009-11-03' }),
        await desk.post(`/api/v1/recommendations/${at.recommendation}/drop`, { version: 1, reason: 'Done.' }),
      ];
      expect(ended.map(({ status }) => status >= 200 && status < 300)).toEqual([true, true, true, true]);
      const wrong: string[] = [];
      for (const route of routes.filter((one) => isApi(one) && CHANGES[nameOf(one)]?.isVersioned)) {
        const kind = ownedKind(route.path);
        if (kind === null) continue;
        const body = CHANGES[nameOf(route)]!.body(at);
        const { status } = await desk.ask(route.method as 'POST', fill(route.path, at[kind]), { body });
        if (status !== 428) wrong.push(`${nameOf(route)}: ${status}`);
      }
      expect(wrong).toEqual([]);
    });
  });

  describe('for odd addresses', () => {
    it('answers 400 or 404 to ids that no row can have, never 500', async () => {
      const person = { machine: desk, cookie: await cookieOf(desk.actor) };
      const administrator = await openMachine(web.app, { role: 'administrator' });
      const keeper = { machine: administrator, cookie: await cookieOf(administrator.actor) };
      const odd = [
        '%00',
        'a%00b',
        'x'.repeat(5_000),
        'y'.repeat(3_000),
        "'%20OR%201=1--",
        '%F0%9F%98%80',
        '..%2F..%2Fetc',
      ];
      const wrong: string[] = [];
      for (const route of routes.filter((one) => one.path.includes(':')))
        for (const id of odd) {
          const asker = belongingOf(route.path) === 'administration' ? keeper : person;
          const answer = await askAs(asker, route, { url: fill(route.path, id), at: own, version: 1 });
          if (![400, 403, 404, 422].includes(answer.status) && !isDoor(route, answer))
            wrong.push(`${nameOf(route)} with ${id.slice(0, 20)}: ${answer.status}`);
        }
      expect(wrong).toEqual([]);
    });

    it('answers no 500 to odd queries either', async () => {
      const cookie = await cookieOf(desk.actor);
      const queries = [
        '?page=%00',
        '?plan=%00',
        '?countryId[]=x&countryId=y',
        '?page=-1&done=x',
        '?state=zzz',
        '?before=1e9',
        '?named=%E2%80%AE',
      ];
      for (const route of routes.filter((one) => one.method === 'GET' && !one.path.includes(':')))
        for (const query of queries)
          expect([
            route.path,
            query,
            (await send('GET', route.path + query, { cookie })).status < 500,
          ]).toEqual([route.path, query, true]);
    });

    it('takes no text with a NUL character, in whatever field', async () => {
      const administrator = await openMachine(web.app, { role: 'administrator' });
      const named = { email: 'nul@example.gov', name: 'A\u0000B', title: 'X', role: 'clearer' };
      const refused = await administrator.post('/api/v1/people', named);
      expect([refused.status, refused.body.reasons]).toEqual([
        422,
        [expect.objectContaining({ field: 'name', code: 'control-character' })],
      ]);
    });

    it('refuses a body above one megabyte with 413, and a file where none is asked for with 415', async () => {
      const cookie = await cookieOf(desk.actor);
      const long = await send('POST', '/plans', { cookie, body: { countryId: 'x'.repeat(1_100_000) } });
      expect(long.status).toBe(413);
      const headers = { ...OURS, cookie, 'content-type': 'multipart/form-data; boundary=x' };
      const file = await web.app.inject({ method: 'POST', url: '/plans', headers, payload: '--x--' });
      expect(file.statusCode).toBe(415);
    });
  });

  describe('in its words', () => {
    it('says what is missing in every empty form in words for a person (UX-7)', async () => {
      const cookie = await cookieOf(desk.actor);
      const administrator = await openMachine(web.app, { role: 'administrator' });
      const keeperCookie = await cookieOf(administrator.actor);
      const jargon: string[] = [];
      let refused = 0;
      for (const route of routes.filter(isChange)) {
        const owned = ownedKind(route.path);
        const url = fill(route.path, owned === null ? 'TJK' : own[owned]);
        for (const person of [
          { machine: desk, cookie },
          { machine: administrator, cookie: keeperCookie },
        ]) {
          const answer = isApi(route)
            ? (await person.machine.ask(route.method as 'POST', url, { body: {} })).text
            : (await send(route.method, url, { cookie: person.cookie, body: {} })).body;
          if (/There is a problem/.test(answer)) refused += 1;
          const found = /invalid (input|option)|expected \w+|too (small|big):|received/i.exec(answer);
          if (found) jargon.push(`${nameOf(route)}: ${found[0]}`);
        }
      }
      expect([...new Set(jargon)]).toEqual([]);
      expect(refused).toBeGreaterThan(30);
    });

    it('repeats no password on a form that is shown again', async () => {
      const cookie = await cookieOf(desk.actor);
      const secret = 'too short 9';
      const set = await send('POST', '/account/password', { cookie, body: { password: secret } });
      expect([set.status, set.body.includes(secret)]).toEqual([422, false]);
      const guess = { email: 'dana@example.gov', password: secret };
      const tried = await send('POST', '/sign-in', { body: guess });
      expect([tried.status, tried.body.includes(secret), tried.body.includes('dana@example.gov')]).toEqual([
        422,
        false,
        true,
      ]);
    });
  });

  describe('on every answer', () => {
    const POLICY =
      "default-src 'none';script-src 'self';style-src 'self';img-src 'self';font-src 'self';connect-src 'self';form-action 'self';base-uri 'none';frame-ancestors 'none';object-src 'none'";

    function expectHeaders(answer: Pick<Answer, 'headers'>, where: string): void {
      expect([where, answer.headers]).toEqual([
        where,
        expect.objectContaining({
          'content-security-policy': POLICY,
          'strict-transport-security': 'max-age=31536000; includeSubDomains',
          'x-content-type-options': 'nosniff',
          'referrer-policy': 'no-referrer',
          'cross-origin-opener-policy': 'same-origin',
          'cross-origin-resource-policy': 'same-origin',
          'permissions-policy': expect.any(String) as string,
        }),
      ]);
      expect([where, answer.headers['x-powered-by'], answer.headers.server]).toEqual([
        where,
        undefined,
        undefined,
      ]);
    }

    it('sends the headers of SEC-5, whatever the answer is', async () => {
      const cookie = await cookieOf(officer.actor);
      for (const address of [
        '/sign-in',
        '/today',
        '/no-such-page',
        `/plans/${foreign.plan}`,
        '/assets/app.css',
        '/assets/no-such-file.css',
        '/%zz',
        `/plans/${'x'.repeat(9_000)}`,
        '/plans/%00',
        '/api/v1/plans',
        '/api/v1/%zz',
        '/api/openapi.json',
        '/health/ready',
        '/people',
      ])
        expectHeaders(await send('GET', address, { cookie }), address);
      expectHeaders(await send('POST', '/log', { cookie, body: {}, headers: {} }), 'a forged form');
      expectHeaders(await send('POST', '/log', { cookie, body: { text: '' } }), 'a refused form');
      expectHeaders(
        await send('POST', '/log', { cookie, body: { text: 'x'.repeat(1_100_000) } }),
        'a long form',
      );
      expectHeaders(await send('OPTIONS', '/log', { cookie }), 'a method that is not there');
    });

    it('lets nobody keep what belongs to a session', async () => {
      const cookie = await cookieOf(officer.actor);
      for (const address of [
        '/today',
        '/sign-in',
        '/no-such-page',
        '/api/v1/me',
        `/papers/${own.paper}/file.txt`,
      ])
        expect([address, (await send('GET', address, { cookie })).headers['cache-control']]).toEqual([
          address,
          'no-store',
        ]);
    });

    it('hands out cookies as SEC-3 asks, a new one for each session, and takes them back', async () => {
      const link = await web.app.get(Keys).issueLink(SYSTEM_ACTOR, officer.actor.userId);
      const stale = `__Host-demarche=${'a'.repeat(43)}`;
      const answer = await send('POST', '/sign-in/link', { body: { link }, cookie: stale });
      const given = String(answer.headers['set-cookie']);
      expect(given).toMatch(/^__Host-demarche=[\w-]{43}; Path=\/; HttpOnly; Secure; SameSite=Lax$/);
      expect(given).not.toContain('a'.repeat(43));
      const [cookie = ''] = given.split(';');
      const out = await send('POST', '/sign-out', { cookie, body: {} });
      expect(String(out.headers['set-cookie'])).toMatch(
        /^__Host-demarche=; .*(Max-Age=0|Expires=Thu, 01 Jan 1970)/,
      );
      expect(out.headers['clear-site-data']).toBe('"cache", "storage"');
      expect((await send('GET', '/today', { cookie })).status).toBe(303);
    });
  });

  describe('when a session is over', () => {
    it('answers a form with 401 and says in title and heading what happened', async () => {
      const cookie = await cookieOf(officer.actor);
      web.clock.advance(31 * 60_000);
      const answer = await send('POST', '/log', { cookie, body: { text: 'typed long ago' } });
      expect(answer.status).toBe(401);
      expect(answer.body).toContain('<title>Error: Your session has ended – Demarche</title>');
      expect(answer.body).toContain('<h1>Your session has ended</h1>');
      expect((await send('GET', '/today', { cookie })).status).toBe(303);
    });

    it('ends it after twelve hours although it is used', async () => {
      const cookie = await cookieOf(officer.actor);
      for (let minutes = 0; minutes < 12 * 60; minutes += 20) {
        expect((await send('GET', '/help', { cookie })).status).toBe(200);
        web.clock.advance(20 * 60_000);
      }
      web.clock.advance(60_000);
      expect((await send('GET', '/today', { cookie })).status).toBe(303);
    });

    it('ends sessions and tokens of a closed account at the next request', async () => {
      const person = await openMachine(web.app, { role: 'manager' });
      const cookie = await cookieOf(person.actor);
      expect((await send('GET', '/account', { cookie })).status).toBe(200);
      await web.app.get(Accounts).close(SYSTEM_ACTOR, person.actor.userId);
      expect((await send('GET', '/account', { cookie })).status).toBe(303);
      expect((await person.get('/api/v1/me')).status).toBe(401);
    });

    it('lets people see their sessions and end another one', async () => {
      const person = await openMachine(web.app, { role: 'manager' });
      const [lost, here] = [await cookieOf(person.actor), await cookieOf(person.actor)];
      const page = (await send('GET', '/account', { cookie: here })).body;
      const [, id] = /\/account\/sessions\/([\w-]+)\/end/.exec(page) ?? [];
      const ended = await send('POST', `/account/sessions/${id}/end`, { cookie: here, body: {} });
      expect(ended.location).toBe('/account?done=session-ended');
      expect((await send('GET', '/account', { cookie: lost })).status).toBe(303);
      expect((await send('GET', '/account', { cookie: here })).status).toBe(200);
    });
  });

  describe('when a fault of ours happens', () => {
    it('answers 500 with a number and no detail, with all headers, even when the frame itself fails', async () => {
      const broken = await openTestWeb(kind);
      try {
        const person = await openMachine(broken.app, { role: 'administrator' });
        const link = await broken.app.get(Keys).issueLink(SYSTEM_ACTOR, person.actor.userId);
        const browser = broken.stranger();
        await browser.signIn(link);
        await broken.app.get(UnitOfWork).run(({ manager }) => manager.query('DROP TABLE notices'));
        const page = await browser.get('/people');
        expect(page.status).toBe(500);
        expect(page.body).toContain('There is a problem with the service');
        expect(page.body).toMatch(/this number: [\w-]{36}/);
        const told = await person.get('/api/v1/notices');
        expect([told.status, told.headers['content-type']]).toEqual([
          500,
          expect.stringContaining('application/problem+json'),
        ]);
        for (const text of [page.body, told.text])
          expect(text).not.toMatch(/notices"|no such table|SELECT|node_modules| at /);
        expect(page.headers['content-security-policy']).toContain("default-src 'none'");
        expect(told.headers['content-security-policy']).toContain("default-src 'none'");
      } finally {
        await broken.close();
      }
    });
  });
});

const NOT_FOR_A_POST_OFFICER = [
  'GET /api/v1/plans/:planId/source: 404',
  'GET /plans/:id/cable: 404',
  'GET /plans/:id/recommendations/new: 403',
  'GET /plans/:planId/cable-header: 403',
  'GET /plans/:planId/deadlines/new: 403',
  'GET /recommendations/:id/drop: 403',
  'GET /recommendations/:id/edit: 403',
  'GET /recommendations/:id/restore: 403',
];

/** The kind of object that belongs to a post or a person, or null where it belongs to nobody in particular. */
function ownedKind(path: string): OwnedKind | null {
  const belonging = belongingOf(path);
  return belonging === null || ['shared', 'administration', 'door'].includes(belonging)
    ? null
    : (belonging as OwnedKind);
}

/** Sign-in links answer 200 to any text, with a page that says whether the link works. */
const isDoor = (route: RouteSeen, { status }: Answer) => belongingOf(route.path) === 'door' && status === 200;

const tokenOf = (cookie: string | undefined) => (cookie ? csrfTokenOf(cookie.split('=')[1] ?? '') : '');

function formOf(fields: Fields): string {
  const form = new URLSearchParams();
  for (const [name, value] of Object.entries(fields))
    for (const one of [value].flat()) form.append(name, String(one));
  return form.toString();
}

/** The answer without what belongs to the asking itself: the id, and the form's one-time keys. */
function withoutOwnMarks(body: string, id: string): string {
  return body
    .replaceAll(id, 'ID')
    .replace(/name="submission" value="[^"]*"/g, 'submission')
    .replace(/name="csrf" value="[^"]*"/g, 'csrf');
}
