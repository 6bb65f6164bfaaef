import { Actor } from '@demarche/access';
import { PlanDrafting } from '@demarche/plans';
import { readText } from '../support/season';
import { DATABASES } from '../support/database';
import { type Browser, openTestWeb, type OpenWeb } from '../support/web';

const TAJIKISTAN = {
  countryId: 'TJK',
  cycleId: '2009',
  placementReason: 'no-increasing-efforts',
  marking: 'SBU',
};
const ASK = { text: 'Pay for the shelters.', priority: 'high', marking: 'SBU' };

const idIn = (location: string | undefined) => /\/([\w-]{36})/.exec(location ?? '')?.[1] ?? '';

describe.each(DATABASES)('plans and recommendations in a browser on %s', (kind) => {
  let web: OpenWeb;
  let desk: Browser;
  let post: Browser;
  let otherPost: Browser;
  let planId: string;
  let recommendationId: string;

  beforeAll(async () => {
    web = await openTestWeb(kind);
    desk = await web.browser('desk-officer', { name: 'Dana Desk' });
    post = await web.browser('post-officer', { postIds: ['DUSHANBE'] });
    otherPost = await web.browser('post-officer', { postIds: ['CAIRO'] });
  });
  afterAll(() => web.close());

  const submissionOn = async (page: string, action: string) => {
    const { body } = await desk.get(page);
    const form = body.split('<form').find((part) => part.includes(`action="${action}"`)) ?? '';
    const value = (name: string) => new RegExp(`name="${name}" value="([^"]*)"`).exec(form)?.[1] ?? '';
    return { csrf: value('csrf'), submission: value('submission'), version: value('version') };
  };

  describe('a plan from blank', () => {
    it('is invited by an empty list', async () => {
      const { status, body } = await desk.get('/plans');
      expect(status).toBe(200);
      expect(body).toContain('Plans appear here as soon as one is started');
      expect(body).toContain('href="/plans/new"');
    });

    it('is refused with every reason and keeps what was chosen', async () => {
      await desk.get('/plans/new');
      const { status, body } = await desk.submit('/plans', { cycleId: '2009', marking: 'U' });
      expect(status).toBe(422);
      expect(body).toContain('<title>Error: Start a plan');
      expect(body).toContain('href="#countryId"');
      expect(body).toContain('href="#placementReason"');
      expect(body).toMatch(/value="2009" selected/);
      expect(body).toMatch(/value="U" checked/);
    });

    it('is made once although the form arrives twice', async () => {
      const keys = await submissionOn('/plans/new', '/plans');
      const form = { csrf: keys.csrf, submission: keys.submission, ...TAJIKISTAN };
      const [first, second] = [await desk.post('/plans', form), await desk.post('/plans', form)];
      expect(first.status).toBe(303);
      expect(second.location).toBe(first.location);
      planId = idIn(first.location);
      const { body } = await desk.get('/plans');
      expect(body).toContain('1 plan, newest cycle first');
    });

    it('is refused with 409 when the country has one in that cycle', async () => {
      await desk.get('/plans/new');
      const { status, body } = await desk.submit('/plans', TAJIKISTAN);
      expect(status).toBe(409);
      expect(body).toContain('There is already a plan for this country in this cycle.');
    });

    it('is not for those who may not draft, whether they ask or send', async () => {
      expect((await post.get('/plans/new')).status).toBe(403);
      await post.get('/plans');
      const csrf = /name="csrf" value="([^"]*)"/.exec((await post.get('/plans')).body)?.[1] ?? '';
      expect((await post.post('/plans', { csrf, ...TAJIKISTAN, countryId: 'KHM' })).status).toBe(403);
      const administrator = await web.browser('administrator');
      expect((await administrator.get('/plans')).status).toBe(403);
    });

    it('refuses a field that it does not know', async () => {
      await desk.get('/plans/new');
      const { status, body } = await desk.submit('/plans', {
        ...TAJIKISTAN,
        countryId: 'KHM',
        title: 'Mine',
      });
      expect(status).toBe(422);
      expect(body).toContain('Remove “title”');
    });
  });

  describe('the list', () => {
    it('is narrowed by the address and says how to widen it again', async () => {
      const found = await desk.get('/plans?countryId=TJK&cycleId=2009');
      expect(found.body).toContain('Tajikistan: action plan 2009–10');
      expect(found.body).toContain('href="/plans?cycleId&#x3D;2009"');
      const none = await desk.get('/plans?countryId=KHM');
      expect(none.body).toContain('No plan fits these filters.');
    });

    it.each(['/plans?color=red', '/plans?page=0', '/plans?countryId=Tajikistan'])(
      'refuses %s',
      async (url) => {
        expect((await desk.get(url)).status).toBe(422);
      },
    );

    it('holds only plans of the posts of a post officer', async () => {
      expect((await post.get('/plans')).body).toContain('Tajikistan: action plan');
      expect((await otherPost.get('/plans')).body).not.toContain('Tajikistan: action plan');
    });
  });

  describe('the page of a plan', () => {
    it('says where the country stands, which step this is, and what comes next', async () => {
      const { body } = await desk.get(`/plans/${planId}`);
      expect(body).toContain('2 reports in a row (2008, 2009), 3 in all');
      expect(body).toContain('Step 1 of 6: Draft.');
      expect(body).toContain('No evidence of increasing efforts');
      expect(body).toContain(`/plans/${planId}/recommendations/new`);
      expect(body).toContain('Sun 15 Nov 2009');
      expect(body).toContain('no deadline set');
      // A post does not see what Washington owes, so it is not told that nobody set it.
      expect((await post.get(`/plans/${planId}`)).body).not.toContain('no deadline set');
    });

    it('says that the register does not show a placement, until somebody confirms it', async () => {
      expect((await desk.get(`/plans/${planId}`)).body).not.toContain('The register does not show');
      await desk.get('/plans/new');
      const made = await desk.submit('/plans', {
        ...{ countryId: 'AUS', cycleId: '2010', placementReason: 'no-increasing-efforts', marking: 'U' },
      });
      const page = (made.location ?? '').split('?')[0] ?? '';
      expect(readText((await desk.get(page)).body)).toContain(
        'Papers leave the placement open until somebody confirms it.',
      );
      const said = await desk.submit(`${page}/placement`, {});
      expect(said.location).toBe(`${page}?done=placement-set`);
      expect(readText((await desk.get(page)).body)).toContain(
        'Dana Desk confirmed that it was placed there.',
      );
      await desk.submit(`${page}/placement`, {});
      expect((await desk.get(page)).body).toContain('Confirm that it was placed there');
    });

    it('is the same missing page for another post as one that never existed', async () => {
      const foreign = await otherPost.get(`/plans/${planId}`);
      const missing = await otherPost.get('/plans/01a20000-0000-7000-8000-000000000000');
      expect([foreign.status, missing.status]).toEqual([404, 404]);
      expect(foreign.body).toBe(missing.body);
    });
  });

  describe('a recommendation', () => {
    it('is refused without text and without urgency, and then added', async () => {
      await desk.get(`/plans/${planId}/recommendations/new`);
      const refused = await desk.submit(`/plans/${planId}/recommendations`, { note: 'Ask the deputy.' });
      expect(refused.status).toBe(422);
      expect(refused.body).toContain('Ask the deputy.');
      expect(refused.body).toContain('href="#text"');
      const added = await desk.submit(`/plans/${planId}/recommendations`, {
        ...ASK,
        note: 'Ask the deputy.',
      });
      expect(added.location).toBe(`/plans/${planId}?done=recommendation-added`);
      const { body } = await desk.get(`/plans/${planId}`);
      recommendationId = /\/recommendations\/([\w-]{36})/.exec(body)?.[1] ?? '';
      expect(body).toContain('Pay for the shelters.');
      expect(body).toContain('Nothing yet');
      expect(body).toContain('SENSITIVE BUT UNCLASSIFIED');
    });

    it('shows its text, its note for the post, and its first wording', async () => {
      const { body } = await post.get(`/recommendations/${recommendationId}`);
      expect(body).toContain('<h1>Recommendation A1</h1>');
      expect(body).toContain('Ask the deputy.');
      expect(body).toContain('by Dana Desk');
      expect(body).not.toContain('/edit');
    });

    it('gets a new wording and keeps the old one with its reason', async () => {
      await desk.get(`/recommendations/${recommendationId}/edit`);
      const saved = await desk.submit(`/recommendations/${recommendationId}/edit`, {
        text: 'Pay for the shelters from the state budget.',
        note: '',
        reason: 'Say where the money comes from.',
      });
      expect(saved.location).toBe(`/recommendations/${recommendationId}?done=recommendation-reworded`);
      const { body } = await desk.get(saved.location ?? '');
      expect(body).toContain('The wording is saved.');
      expect(body).toContain('Say where the money comes from.');
      expect(body).toContain('<strong>Version 1</strong>');
    });

    it('answers a stale edit with 409, theirs beside mine, and mine byte for byte', async () => {
      const mine = 'First line\n\n   & <b>second</b> "line"\n';
      await desk.get(`/recommendations/${recommendationId}/edit`);
      const stale = await desk.submit(`/recommendations/${recommendationId}/edit`, {
        version: '1',
        text: mine,
      });
      expect(stale.status).toBe(409);
      expect(stale.body).toContain('Saved in the meantime');
      expect(stale.body).toMatch(/<td[^>]*>Pay for the shelters from the state budget\.<\/td>/);
      expect(stale.body).toContain(
        '>\nFirst line\n\n   &amp; &lt;b&gt;second&lt;/b&gt; &quot;line&quot;\n</textarea>',
      );
      expect(stale.body).toContain('name="version" value="2"');
    });

    it('lets mine be saved on the version that was shown beside it', async () => {
      await desk.get(`/recommendations/${recommendationId}/edit`);
      const form = { text: 'Pay for two shelters from the state budget.', version: '2' };
      expect((await desk.submit(`/recommendations/${recommendationId}/edit`, form)).status).toBe(303);
    });

    it('answers an edit without a version with 428, and keeps the text', async () => {
      const { csrf } = await submissionOn(
        `/recommendations/${recommendationId}/edit`,
        `/recommendations/${recommendationId}/edit`,
      );
      const answer = await desk.post(`/recommendations/${recommendationId}/edit`, {
        csrf,
        text: 'Without a version.',
      });
      expect(answer.status).toBe(428);
      expect(answer.body).toContain('Without a version.</textarea>');
      const dropped = await desk.post(`/recommendations/${recommendationId}/drop`, {
        csrf,
        reason: 'No version.',
      });
      expect(dropped.status).toBe(428);
    });

    it('may be changed by nobody but those who draft', async () => {
      expect((await post.get(`/recommendations/${recommendationId}/edit`)).status).toBe(403);
      expect((await post.get(`/recommendations/${recommendationId}/drop`)).status).toBe(403);
      expect((await post.get(`/plans/${planId}/recommendations/new`)).status).toBe(403);
      const csrf = /name="csrf" value="([^"]*)"/.exec((await post.get('/plans')).body)?.[1] ?? '';
      const answer = await post.post(`/recommendations/${recommendationId}/edit`, {
        csrf,
        version: '3',
        text: 'Mine.',
      });
      expect(answer.status).toBe(403);
    });

    it('is missing for another post, whatever it asks', async () => {
      const foreign = await otherPost.get(`/recommendations/${recommendationId}`);
      const missing = await otherPost.get('/recommendations/01a20000-0000-7000-8000-000000000000');
      expect([foreign.status, missing.status]).toEqual([404, 404]);
      expect(foreign.body).toBe(missing.body);
    });

    it('is dropped with a reason, and stays readable', async () => {
      await desk.get(`/recommendations/${recommendationId}/drop`);
      expect((await desk.submit(`/recommendations/${recommendationId}/drop`, {})).status).toBe(422);
      const dropped = await desk.submit(`/recommendations/${recommendationId}/drop`, {
        reason: 'Done by another country.',
      });
      expect(dropped.location).toBe(`/recommendations/${recommendationId}?done=recommendation-dropped`);
      expect((await desk.get(`/recommendations/${recommendationId}`)).body).toContain(
        'Done by another country.',
      );
      const plan = await desk.get(`/plans/${planId}`);
      expect(plan.body).toContain('Dropped: 1 recommendation');
      await desk.get(`/recommendations/${recommendationId}/edit`);
      const late = await desk.submit(`/recommendations/${recommendationId}/edit`, { text: 'Too late.' });
      expect(late.status).toBe(409);
    });
  });

  it('turns pages when there are more plans than one page holds', async () => {
    const drafting = web.app.get(PlanDrafting);
    const countries = (await desk.get('/plans/new')).body.matchAll(/<option value="([A-Z]{3})">/g);
    const ids = [...countries].map(([, id]) => id ?? '').filter((id) => id !== 'TJK');
    const actor = new Actor({ userId: desk.userId, name: 'Dana Desk', role: 'desk-officer', postIds: [] });
    for (const countryId of ids.slice(0, 50))
      await drafting.create(actor, { countryId, cycleId: '2009', placementReason: 'no-increasing-efforts' });
    const first = await desk.get('/plans');
    expect(first.body).toContain('52 plans');
    expect(first.body).toContain('Page 1 of 2');
    expect(first.body).toContain('href="/plans?page&#x3D;2"');
    expect((await desk.get('/plans?page=2')).body).toContain('Page 2 of 2');
  });
});
