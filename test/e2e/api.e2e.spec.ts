import { type Permission, SYSTEM_ACTOR } from '@demarche/access';
import { Register } from '@demarche/register';
import { openapiOf } from '../../apps/web/src/features/api-docs/openapi-document';
import { RouteList } from '../../apps/web/src/features/api-docs/route-list.service';
import { DATABASES } from '../support/database';
import { type Machine, openMachine, type Told } from '../support/machine';
import { type OpenWeb, openTestWeb } from '../support/web';

jest.setTimeout(60_000);

const fieldsOf = ({ body }: Told) => (body.reasons as { field: string }[]).map(({ field }) => field);

describe.each(DATABASES)('the API on %s', (kind) => {
  let web: OpenWeb;
  let desk: Machine;
  let clearer: Machine;
  let post: Machine;
  let administrator: Machine;
  let planId: string;
  let recommendationId: string;

  beforeAll(async () => {
    web = await openTestWeb(kind);
    desk = await openMachine(web.app, { role: 'desk-officer' });
    clearer = await openMachine(web.app, { role: 'clearer' });
    post = await openMachine(web.app, { role: 'post-officer', postIds: ['DUSHANBE'] });
    administrator = await openMachine(web.app, { role: 'administrator' });
    const plan = { countryId: 'TJK', cycleId: '2009', placementReason: 'no-increasing-efforts' };
    planId = String((await desk.post('/api/v1/plans', plan)).body.id);
    const ask = { priority: 'high', text: 'Protect identified victims from abuse.' };
    const added = await desk.post(`/api/v1/plans/${planId}/recommendations`, ask);
    recommendationId = String(added.body.id);
  });

  afterAll(() => web.close());

  it('asks for a token and takes no cookie', async () => {
    const browser = await web.browser('desk-officer');
    const answer = await browser.get('/api/v1/plans');
    expect(answer.status).toBe(401);
    expect(answer.headers['content-type']).toContain('application/problem+json');
    expect(JSON.parse(answer.body)).toEqual(expect.objectContaining({ status: 401, type: 'about:blank' }));
    expect((await desk.get('/api/v1/plans', { authorization: 'Bearer dmr_wrong' })).status).toBe(401);
    expect((await desk.get('/api/v1/plans', { authorization: 'Basic eDp5' })).status).toBe(401);
  });

  it('takes no cookie where the address is spelled in another way either', async () => {
    const browser = await web.browser('desk-officer');
    expect((await browser.get('/%61pi/v1/plans')).status).toBe(401);
  });

  it('says whose token it is', async () => {
    const { body } = await post.get('/api/v1/me');
    expect(body).toEqual(expect.objectContaining({ role: 'post-officer', postIds: ['DUSHANBE'] }));
  });

  it('reads a plan that it made, with its recommendation', async () => {
    const { status, body } = await desk.get(`/api/v1/plans/${planId}`);
    expect(status).toBe(200);
    expect(body.plan).toEqual(expect.objectContaining({ countryId: 'TJK', cycleId: '2009' }));
    expect(body.standing).toEqual([expect.objectContaining({ id: recommendationId, number: 1 })]);
    expect((await desk.get('/api/v1/plans?countryId=TJK')).body.total).toBe(1);
    expect((await desk.get('/api/v1/plans?countryId=FJI')).body.rows).toEqual([]);
  });

  it('refuses names that it does not know, in the body and in the query', async () => {
    const plan = { countryId: 'FJI', cycleId: '2009', placementReason: 'commitments', isAdmin: true };
    const answer = await desk.post('/api/v1/plans', plan);
    expect([answer.status, fieldsOf(answer)]).toEqual([422, ['isAdmin']]);
    expect(fieldsOf(await desk.get('/api/v1/plans?order=name'))).toEqual(['order']);
    const twice = { planId: 'x', priority: 'high', text: 'Text' };
    expect(fieldsOf(await desk.post(`/api/v1/plans/${planId}/recommendations`, twice))).toEqual(['planId']);
    const polluted = JSON.parse('{"__proto__": {"priority": "high"}, "text": "Text"}') as object;
    expect((await desk.post(`/api/v1/plans/${planId}/recommendations`, polluted)).status).toBe(400);
  });

  it('tells each field that is wrong, with words for a person', async () => {
    const answer = await post.post(`/api/v1/plans/${planId}/efforts`, { ranBy: 'nobody' });
    expect(answer.status).toBe(422);
    expect(fieldsOf(answer).sort()).toEqual(['happenedOn', 'ranBy', 'recommendationIds', 'text']);
    for (const { message } of answer.body.reasons as { message: string }[])
      expect(message).not.toMatch(/invalid input/i);
  });

  it('asks for the version in the body or in If-Match', async () => {
    const address = `/api/v1/recommendations/${recommendationId}/reword`;
    const text = 'Protect every identified victim from abuse.';
    expect((await desk.post(address, { text })).status).toBe(428);
    const first = await desk.post(address, { text, version: 1 });
    expect([first.status, first.body.version, first.headers.etag]).toEqual([200, 2, '"2"']);
    expect((await desk.post(address, { text, version: 1 })).status).toBe(409);
    const matched = await desk.post(address, { text: 'Protect all victims.' }, { 'if-match': '"2"' });
    expect([matched.status, matched.body.version]).toEqual([200, 3]);
    expect((await desk.post(address, { text }, { 'if-match': '"2"' })).status).toBe(409);
    expect((await desk.post(address, { text }, { 'if-match': '*' })).status).toBe(422);
    expect((await desk.post(address, { text, version: 1 }, { 'if-match': '"3"' })).status).toBe(422);
    const { headers, body } = await desk.get(`/api/v1/recommendations/${recommendationId}`);
    expect([headers.etag, body.text]).toEqual(['"3"', 'Protect all victims.']);
  });

  it('does once what is sent twice under one Idempotency-Key', async () => {
    const effort = {
      text: 'The ministry opened a shelter.',
      happenedOn: '2009-10-12',
      ranBy: 'government',
      recommendationIds: [recommendationId],
    };
    const key = { 'idempotency-key': 'night-run-1' };
    const first = await post.post(`/api/v1/plans/${planId}/efforts`, effort, key);
    const second = await post.post(`/api/v1/plans/${planId}/efforts`, effort, key);
    expect([first.status, first.body.verdict]).toEqual([201, 'credit']);
    expect(second.body).toEqual(first.body);
    const { body } = await post.get(`/api/v1/plans/${planId}/efforts`);
    expect([body.total, body.page, body.pages]).toEqual([1, 1, 1]);
    const long = await post.post(`/api/v1/plans/${planId}/efforts`, effort, {
      'idempotency-key': 'k'.repeat(101),
    });
    expect(long.status).toBe(400);
  });

  it('changes an act as a whole and keeps what it said', async () => {
    const rows = (await post.get(`/api/v1/plans/${planId}/efforts`)).body.rows as { id: string }[];
    const id = rows[0]?.id;
    const amended = {
      text: 'An organization opened a shelter.',
      happenedOn: '2009-10-12',
      ranBy: 'ngo',
      recommendationIds: [recommendationId],
    };
    const answer = await post.put(`/api/v1/efforts/${id}`, amended, { 'if-match': '"1"' });
    expect([answer.status, answer.body.version, answer.body.verdict]).toEqual([
      200,
      2,
      'credit-if-role-shown',
    ]);
    const earlier = (await post.get(`/api/v1/efforts/${id}/wordings`)).body.rows as { version: number }[];
    expect(earlier.map(({ version }) => version)).toEqual([1]);
  });

  it('logs a figure with its verdict and maps it later', async () => {
    const figure = { from: '2009-05-01', until: '2009-10-31', term: 'Indictments', count: 4, unit: 'cases' };
    const logged = await post.post(`/api/v1/plans/${planId}/statistics`, figure);
    expect([logged.status, logged.body.accepted]).toEqual([201, false]);
    const address = `/api/v1/statistics/${String(logged.body.id)}`;
    const mapped = { ...figure, category: 'prosecution', basis: 'trafficking-offence', version: 1 };
    expect((await post.put(address, mapped)).body.accepted).toBe(true);
    expect((await desk.get(address)).body).toEqual(expect.objectContaining({ count: 4, version: 2 }));
  });

  it('sets, moves, gives away, waives and meets deadlines', async () => {
    const owed = { kind: 'other', title: 'Report', statutoryOn: '2009-11-15', ownerId: post.actor.userId };
    const set = await desk.post(`/api/v1/plans/${planId}/deadlines`, owed);
    expect([set.status, set.body.effectiveOn]).toEqual([201, '2009-11-13']);
    const address = `/api/v1/deadlines/${String(set.body.id)}`;
    expect((await desk.post(`${address}/move`, { statutoryOn: '2009-11-20' })).status).toBe(428);
    const moved = await desk.post(`${address}/move`, { statutoryOn: '2009-11-20', version: 1 });
    expect([moved.status, moved.body.effectiveOn, moved.headers.etag]).toEqual([200, '2009-11-20', '"2"']);
    const given = { ownerId: desk.actor.userId, version: 2 };
    expect((await desk.post(`${address}/reassign`, given)).body.ownerId).toBe(desk.actor.userId);
    expect((await post.post(`${address}/waive`, { reason: 'Late', version: 3 })).status).toBe(403);
    expect((await post.post(`${address}/meet`, { on: '2009-11-03', version: 3 })).body.metOn).toBe(
      '2009-11-03',
    );
    expect((await desk.post(`${address}/waive`, { reason: 'Late', version: 4 })).status).toBe(409);
    const again = { reason: 'Only a draft.', version: 4 };
    expect((await desk.post(`${address}/reopen`, again)).body).toEqual(
      expect.objectContaining({ metOn: null, nature: 'entered', version: 5 }),
    );
    expect((await desk.post(`${address}/reopen`, { ...again, version: 5 })).status).toBe(409);
    await post.post(`${address}/meet`, { on: '2009-11-03', version: 5 });
    const { body } = await desk.get(`/api/v1/deadlines?planId=${planId}&state=met&sort=-what`);
    expect(body.rows).toHaveLength(1);
    expect((await desk.get(`/api/v1/deadlines/tally?planId=${planId}`)).body.met).toBe(1);
    expect((await desk.get(address)).body.reminders).not.toHaveLength(0);
  });

  it('sets what the cycle makes owed, once', async () => {
    const address = `/api/v1/plans/${planId}/deadlines/from-milestones`;
    const first = (await desk.post(address)).body.rows as { kind: string }[];
    expect(first.map((deadline) => deadline.kind)).toContain('post-report');
    expect((await desk.post(address)).body.rows).toEqual([]);
  });

  it('makes papers, hands them out as files, and has them released by a second person', async () => {
    const made = await desk.post(`/api/v1/plans/${planId}/papers`, { kind: 'non-paper' });
    expect(made.status).toBe(201);
    const address = `/api/v1/papers/${String(made.body.id)}`;
    const text = await desk.get(`${address}/file?format=txt`);
    expect(text.status).toBe(200);
    expect(text.headers['content-disposition']).toMatch(/^attachment; filename="[\w.-]+\.txt"/);
    const word = await desk.get(`${address}/file?format=docx`);
    expect(word.text.startsWith('PK')).toBe(true);
    expect((await desk.get(`${address}/file?format=cable`)).status).toBe(422);
    expect((await desk.post(`${address}/release/confirm`)).status).toBe(409);
    expect((await desk.post(`${address}/release/propose`)).status).toBe(201);
    expect((await desk.post(`${address}/release/confirm`)).status).toBe(422);
    expect((await clearer.get('/api/v1/releases')).body.total).toBe(1);
    expect((await clearer.post(`${address}/release/confirm`)).status).toBe(200);
    expect((await desk.get(address)).body.standing).toEqual(expect.objectContaining({ state: 'released' }));
    expect((await clearer.post(`${address}/release/refuse`, { reason: 'No' })).status).toBe(409);
    expect((await clearer.get('/api/v1/notices')).body.rows).toHaveLength(1);
  });

  it('assembles the narrative and keeps the chosen measure', async () => {
    const address = `/api/v1/plans/${planId}/narrative`;
    expect((await desk.get(address)).body).toEqual(expect.objectContaining({ version: 0 }));
    expect((await desk.put(`${address}/scale`, { scaleWord: 'some' })).status).toBe(428);
    const chosen = await desk.put(`${address}/scale`, { scaleWord: 'some' }, { 'if-match': '"0"' });
    expect([chosen.status, chosen.body.version]).toEqual([200, 1]);
    expect((await post.put(`${address}/scale`, { scaleWord: 'some', version: 1 })).status).toBe(403);
  });

  it('checks a text that is no cable, and makes nothing of it', async () => {
    const answer = await desk.post('/api/v1/cables/check', { text: 'Dear colleague, thank you.' });
    expect([answer.status, fieldsOf(answer)]).toEqual([422, ['text']]);
    expect((await desk.get('/api/v1/plans')).body.total).toBe(1);
  });

  it('tells countries, posts and cycles to everybody with a token', async () => {
    const { body } = await post.get('/api/v1/countries/TJK');
    expect(body.leadPost).toEqual(expect.objectContaining({ id: 'DUSHANBE' }));
    expect((await post.get('/api/v1/posts/CAIRO')).body.workWeeks).not.toHaveLength(0);
    const kinds = (await post.get('/api/v1/cycles/2009')).body.milestones as { kind: string }[];
    expect(kinds.map((milestone) => milestone.kind)).toContain('interim-window');
    const second = await post.get('/api/v1/countries?page=2');
    expect([second.body.page, (second.body.rows as object[]).length]).toEqual([2, 50]);
    expect((await post.get('/api/v1/countries?page=0')).status).toBe(422);
  });

  it('lets administrators keep the register, and nobody else', async () => {
    const holiday = { on: '2009-11-06', name: 'Constitution Day', source: 'notice of the post' };
    expect((await desk.post('/api/v1/posts/DUSHANBE/holidays', holiday)).status).toBe(403);
    const added = await administrator.post('/api/v1/posts/DUSHANBE/holidays', holiday);
    expect(added.status).toBe(201);
    expect((await administrator.post('/api/v1/posts/DUSHANBE/holidays', holiday)).status).toBe(409);
    const gone = await administrator.delete(`/api/v1/holidays/${String(added.body.id)}`);
    expect([
      gone.status,
      (await administrator.delete(`/api/v1/holidays/${String(added.body.id)}`)).status,
    ]).toEqual([200, 404]);
    const week = { from: '2009-12-01', weekend: [5, 6], source: 'notice' };
    expect((await administrator.post('/api/v1/posts/DUSHANBE/work-weeks', week)).status).toBe(200);
    const lead = await administrator.put('/api/v1/countries/FJI/lead-post', { postId: null });
    expect([lead.status, await web.app.get(Register).leadPostOf('FJI')]).toEqual([200, null]);
    const milestone = { kind: 'interim-assessment', nature: 'actual', on: '2010-02-24', source: 'release' };
    expect((await administrator.post('/api/v1/cycles/2009/milestones', milestone)).status).toBe(200);
    expect((await administrator.post('/api/v1/cycles', { reportYear: 2009 })).status).toBe(409);
    const rows = [{ line: 2, cells: { country: 'Tajikistan', year: '2009', tier: '2WL' } }];
    const table = { kind: 'tiers', preview: true, rows };
    expect((await administrator.post('/api/v1/register/import', table)).body.accepted).toBe(1);
  });

  it('lets administrators keep accounts, and tells no secret of a person', async () => {
    const person = { email: 'new@example.gov', name: 'New', title: 'Officer', role: 'post-officer' };
    expect(fieldsOf(await administrator.post('/api/v1/people', person))).toEqual(['postIds']);
    const opened = await administrator.post('/api/v1/people', { ...person, postIds: ['CAIRO', 'CAIRO'] });
    expect(opened.status).toBe(201);
    const address = `/api/v1/people/${String(opened.body.id)}`;
    const unknown = { ...person, email: 'x@example.gov', postIds: ['ATLANTIS'] };
    expect((await administrator.post('/api/v1/people', unknown)).status).toBe(404);
    const known = await administrator.get(address);
    expect(known.body).toEqual(expect.objectContaining({ name: 'New', postIds: ['CAIRO'], isActive: true }));
    expect(known.text).not.toContain('passwordHash');
    expect(String((await administrator.post(`${address}/links`)).body.secret)).toMatch(/^[\w-]{43}$/);
    expect((await administrator.post(`${address}/close`)).status).toBe(200);
    const own = `/api/v1/people/${administrator.actor.userId}/close`;
    expect((await administrator.post(own)).status).toBe(409);
    expect((await administrator.get('/api/v1/me')).status).toBe(200);
  });

  it('tells administrators how the house stands', async () => {
    const status = await administrator.get('/api/v1/status');
    expect(status.body).toEqual(
      expect.objectContaining({
        database: kind === 'sqlite' ? 'SQLite' : 'PostgreSQL',
        mail: 'outbox folder',
      }),
    );
    expect((await administrator.get('/api/v1/audit/verdict')).body.fault).toBeNull();
    const trail = (await administrator.get(`/api/v1/audit?subjectId=${planId}`)).body.rows as object[];
    expect(trail.length).toBeGreaterThan(0);
    expect((await administrator.get('/api/v1/outbox')).body.rows).toEqual([]);
  });

  it.each<[Permission, string]>([
    ['read-audit', '/api/v1/audit'],
    ['read-audit', '/api/v1/audit/verdict'],
    ['read-status', '/api/v1/status'],
    ['read-outbox', '/api/v1/outbox'],
    ['manage-users', '/api/v1/people'],
  ])('keeps what needs %s from others: %s', async (permission, address) => {
    expect(SYSTEM_ACTOR.can(permission)).toBe(true);
    expect((await desk.get(address)).status).toBe(403);
    expect((await administrator.get(address)).status).toBe(200);
  });

  it('answers problem+json to a broken body, an unknown address and a wrong method', async () => {
    const headers = { 'content-type': 'application/json' };
    const broken = await web.app.inject({ method: 'POST', url: '/api/v1/plans', headers, payload: '{' });
    expect([broken.statusCode, broken.headers['content-type']]).toEqual([
      400,
      expect.stringContaining('application/problem+json'),
    ]);
    const lost = await desk.get('/api/v1/nothing');
    expect([lost.status, lost.headers['content-type']]).toEqual([
      404,
      expect.stringContaining('application/problem+json'),
    ]);
    expect((await desk.put('/api/v1/plans')).status).toBe(404);
  });

  describe('its document', () => {
    const documented = (paths: Record<string, object>) =>
      Object.entries(paths).flatMap(([path, methods]) =>
        Object.keys(methods).map((method) => `${method.toUpperCase()} ${path.replace(/\{(\w+)\}/g, ':$1')}`),
      );

    it('tells of exactly the routes that the router has', async () => {
      const { body } = await desk.get('/api/openapi.json');
      const routed = web.routes
        .filter(({ method, path }) => path.startsWith('/api/v1') && method !== 'HEAD')
        .map(({ method, path }) => `${method} ${path}`);
      expect(documented(body.paths as Record<string, object>).sort()).toEqual([...new Set(routed)].sort());
      expect(routed.length).toBeGreaterThan(50);
    });

    it('gives every answer a schema that is closed and names no secret', async () => {
      const { body } = await desk.get('/api/openapi.json');
      const paths = body.paths as Record<string, Record<string, { responses: Record<string, Success> }>>;
      const answers = Object.entries(paths).flatMap(([path, methods]) =>
        Object.entries(methods).map(([method, { responses }]) => ({
          route: `${method} ${path}`,
          content: (responses['200'] ?? responses['201'])?.content ?? {},
        })),
      );
      const json = answers.filter(({ content }) => 'application/json' in content);
      expect(answers.length - json.length).toBeLessThanOrEqual(3);
      expect(
        json.filter(({ content }) => !content['application/json']?.schema).map(({ route }) => route),
      ).toEqual([]);
      for (const { content, route } of json) {
        const names = namesWithin(content['application/json']?.schema);
        expect({ route, told: names.filter((name) => SECRETS.test(name)) }).toEqual({ route, told: [] });
      }
    });

    it('would not be made with a route that nobody describes', () => {
      const routes = web.app.get(RouteList).all();
      const [bare] = routes.filter(({ path }) => path.startsWith('/api/v1'));
      expect(() => openapiOf([...routes, { ...bare!, path: '/api/v1/secret', told: null }])).toThrow(
        'GET /api/v1/secret has no description.',
      );
    });

    it('names each operation once, and gives every parameter of a path', async () => {
      const { body } = await desk.get('/api/openapi.json');
      const operations = Object.entries(body.paths as Record<string, Record<string, Operation>>).flatMap(
        ([path, methods]) => Object.values(methods).map((operation) => ({ path, ...operation })),
      );
      const ids = operations.map(({ operationId }) => operationId);
      expect(new Set(ids).size).toBe(ids.length);
      for (const { path, parameters } of operations) {
        const inPath = parameters.filter((parameter) => parameter.in === 'path').map(({ name }) => name);
        expect(inPath).toEqual([...path.matchAll(/\{(\w+)\}/g)].map(([, name]) => name));
      }
    });

    it('tells of the fields as the schema reads them', async () => {
      const { body } = await desk.get('/api/openapi.json');
      const paths = body.paths as Record<string, Record<string, Operation>>;
      const schema =
        paths['/api/v1/plans/{planId}/efforts']?.post?.requestBody?.content['application/json'].schema;
      expect(schema?.required).toEqual(['text', 'happenedOn', 'ranBy', 'recommendationIds']);
      expect(schema?.additionalProperties).toBe(false);
      expect(Object.keys(schema?.properties ?? {})).not.toContain('planId');
    });

    it('is a page too, that names every address and needs no script of its own', async () => {
      const answer = await web.stranger().get('/api/docs');
      expect(answer.status).toBe(200);
      expect(answer.headers['content-type']).toContain('text/html');
      const { body } = await desk.get('/api/openapi.json');
      for (const path of Object.keys(body.paths as object))
        expect(answer.body).toContain(`<code>${path}</code>`);
      expect(answer.body).not.toMatch(/ style="|<script>|onclick=/);
    });

    it('shows its page in the frame of the person who is signed in', async () => {
      const browser = await web.browser('manager', { name: 'Mo Manager' });
      expect((await browser.get('/api/docs')).body).toContain('Mo Manager');
    });
  });
});

interface Operation {
  operationId: string;
  parameters: { name: string; in: string }[];
  requestBody?: {
    content: {
      'application/json': {
        schema: { required: string[]; additionalProperties: boolean; properties: Record<string, object> };
      };
    };
  };
}

interface Success {
  content: Record<string, { schema?: unknown }>;
}

/** A token's own secret is told once, by the route that makes it, under the name `secret`. */
const SECRETS =
  /^(token|claimToken|leaseUntil|leasedUntil|password.*|.*Hash(?<!textHash|templateHash|previousHash)|outboxFile)$/;

function namesWithin(schema: unknown): string[] {
  if (typeof schema !== 'object' || schema === null) return [];
  return Object.entries(schema).flatMap(([name, inner]) =>
    name === 'properties'
      ? [...Object.keys(inner as object), ...Object.values(inner as object).flatMap(namesWithin)]
      : namesWithin(inner),
  );
}
