import { Actor } from '@demarche/access';
import { PAPER_KINDS } from '@demarche/papers';
import { PlanReading, PlanDrafting, Recommendations } from '@demarche/plans';
import { DATABASES } from '../support/database';
import { keysOf } from '../support/upload';
import { type Browser, openTestWeb, type OpenWeb } from '../support/web';

const RECOMMENDATIONS = [
  { priority: 'high' as const, text: 'Pay for the shelters.', note: 'The deputy minister promised this.' },
  { priority: 'high' as const, text: 'Try officials who take part.' },
  { priority: 'other' as const, pillar: 'protection' as const, text: 'Bring victims home safely.' },
];
const idIn = (location: string | undefined) => /\/([\w-]{36})/.exec(location ?? '')?.[1] ?? '';

describe.each(DATABASES)('papers in a browser on %s', (kind) => {
  let web: OpenWeb;
  let desk: Browser;
  let manager: Browser;
  let plans: PlanReading;
  let drafting: PlanDrafting;
  let recommendations: Recommendations;
  let drafter: Actor;
  let planId: string;

  beforeAll(async () => {
    web = await openTestWeb(kind);
    desk = await web.browser('desk-officer', { name: 'Dana Desk' });
    manager = await web.browser('manager', { name: 'Mo Manager' });
    plans = web.app.get(PlanReading);
    drafting = web.app.get(PlanDrafting);
    recommendations = web.app.get(Recommendations);
    drafter = new Actor({ userId: desk.userId, name: 'Dana Desk', role: 'desk-officer', postIds: [] });
    planId = await planFor('TJK');
  });
  afterAll(() => web.close());

  const planFor = async (countryId: string) => {
    const made = { countryId, cycleId: '2009', placementReason: 'no-increasing-efforts' as const };
    const { id } = await drafting.create(drafter, made);
    for (const ask of RECOMMENDATIONS) await recommendations.add(drafter, { ...ask, planId: id });
    return id;
  };
  const make = async (paper: string, of = planId) => {
    const page = await desk.get(`/plans/${of}`);
    const keys = keysOf(page.body, `/plans/${of}/papers`);
    return desk.post(`/plans/${of}/papers`, {
      ...keys,
      submission: `${keys.submission}-${paper}`,
      kind: paper,
    });
  };
  const paperOf = async (paper: string, of = planId) => idIn((await make(paper, of)).location);

  it.each(PAPER_KINDS)('makes the %s and shows it', async (paper) => {
    const made = await make(paper);
    expect(made.status).toBe(303);
    const { status, body } = await desk.get(made.location ?? '');
    expect(status).toBe(200);
    expect(body).toContain('The paper is made and kept as it is.');
    expect(body).toMatch(/<article class="sheet sheet--(cable|paper)"/);
  });

  it('makes one paper although the form arrives twice, and says so on the plan', async () => {
    const page = await desk.get(`/plans/${planId}`);
    const form = { ...keysOf(page.body, `/plans/${planId}/papers`), kind: 'talking-points' };
    const [first, second] = [
      await desk.post(`/plans/${planId}/papers`, form),
      await desk.post(`/plans/${planId}/papers`, form),
    ];
    expect(second.location).toBe(first.location);
    expect((await desk.get(`/plans/${planId}`)).body).toContain('Talking points 2');
  });

  it('shows a non-paper without any marking, and prints none', async () => {
    const { body } = await desk.get(`/papers/${await paperOf('non-paper')}`);
    const sheet = body.slice(body.indexOf('<article'), body.indexOf('</article>'));
    expect(body).toContain('<body class="prints-bare">');
    expect(sheet).toContain('Pay for the shelters.');
    for (const word of ['SBU', 'UNCLASSIFIED', 'deputy minister', 'Dana', 'STATE', '['])
      expect(sheet).not.toContain(word);
  });

  it('shows a cable with its marking at head and foot, and its notes for the post', async () => {
    const { body } = await desk.get(`/papers/${await paperOf('cable')}`);
    expect(body).toContain('<body class="prints-sheet">');
    expect(body.match(/sheet-banner--(head|foot)">SENSITIVE BUT UNCLASSIFIED/g)).toHaveLength(2);
    expect(body).toContain('The deputy minister promised this.');
  });

  it('hands out the forms that a kind has, and says which it has not', async () => {
    const cable = await paperOf('cable');
    const word = await desk.get(`/papers/${cable}/file.docx`);
    expect(word.headers['content-type']).toContain('wordprocessingml');
    expect(word.headers['content-disposition']).toContain('attachment; filename="tajikistan-2009-10-cable-');
    expect((await desk.get(`/papers/${cable}/file.txt`)).body).toContain('SENSITIVE BUT UNCLASSIFIED');
    const sent = (await desk.get(`/papers/${cable}/file.cable`)).body;
    expect(Math.max(...sent.split('\n').map((line) => line.length))).toBeLessThanOrEqual(55);
    const nonPaper = await paperOf('non-paper');
    const bare = await desk.get(`/papers/${nonPaper}/file.txt`);
    expect(bare.headers['content-disposition']).toContain('filename="tajikistan-non-paper.txt"');
    expect(bare.body).not.toContain('UNCLASSIFIED');
    expect((await desk.get(`/papers/${nonPaper}/file.cable`)).status).toBe(422);
    expect((await desk.get(`/papers/${nonPaper}/file.exe`)).status).toBe(422);
  });

  it('refuses a non-paper that would say what only a cable may, on the page of the plan', async () => {
    const leaky = await planFor('KHM');
    const [first] = (await plans.open(drafter, leaky)).recommendations;
    await recommendations.reword(drafter, {
      id: first?.id ?? '',
      version: 1,
      text: 'Tell G/TIP what was done.',
    });
    const { status, body } = await make('non-paper', leaky);
    expect(status).toBe(422);
    expect(body).toContain('Cambodia: action plan 2009–10');
    expect(body).toMatch(/<a href="#A1">Recommendation A1 says “G\/TIP”/);
    expect(body).toContain('<tr id="A1">');
  });

  it('refuses a cable of a plan that asks for nothing, with 409', async () => {
    const { id } = await drafting.create(drafter, {
      countryId: 'LSO',
      cycleId: '2009',
      placementReason: 'commitments',
    });
    const { status, body } = await make('cable', id);
    expect(status).toBe(409);
    expect(body).toContain('This plan asks for nothing yet');
  });

  it('says when the plan has moved on since, and keeps the paper as it was', async () => {
    const of = await planFor('OMN');
    const paper = await paperOf('non-paper', of);
    expect((await desk.get(`/papers/${paper}`)).body).not.toContain('The plan has changed since');
    const [, second] = (await plans.open(drafter, of)).recommendations;
    await recommendations.reword(drafter, {
      id: second?.id ?? '',
      version: 1,
      text: 'Try officials in open court.',
    });
    const { body } = await desk.get(`/papers/${paper}`);
    expect(body).toContain('1 recommendation is worded differently in the plan now.');
    expect(body).toContain('Try officials who take part.');
    expect((await desk.get(`/plans/${of}`)).body).toContain('The plan has changed since');
  });

  describe('the release', () => {
    let paper: string;
    beforeAll(async () => {
      paper = await paperOf('non-paper');
    });

    it('is proposed by one person, who is told that another has to confirm', async () => {
      await desk.get(`/papers/${paper}`);
      const proposed = await desk.submit(`/papers/${paper}/propose`, {});
      expect(proposed.location).toBe(`/papers/${paper}?done=release-proposed`);
      const { body } = await desk.get(`/papers/${paper}`);
      expect(body).toContain('Waits for a second person');
      expect(body).toContain('You proposed it, so somebody else has to confirm it.');
      expect(body).not.toContain(`action="/papers/${paper}/confirm"`);
      const own = await desk.post(`/papers/${paper}/confirm`, keysOf(body, `/papers/${paper}/refuse`));
      expect(own.status).toBe(422);
      expect(own.body).toContain('A release needs a second person');
    });

    it('may be refused with a reason and no other way', async () => {
      await manager.get(`/papers/${paper}`);
      const bare = await manager.submit(`/papers/${paper}/refuse`, {});
      expect(bare.status).toBe(422);
      expect(bare.body).toContain('Say why this should not go out.');
      await manager.get(`/papers/${paper}`);
      const refused = await manager.submit(`/papers/${paper}/refuse`, { reason: 'Wait for the ministers.' });
      expect(refused.location).toBe(`/papers/${paper}?done=release-refused`);
      expect((await desk.get(`/papers/${paper}`)).body).toContain('Refused by Mo Manager');
    });

    it('is confirmed by a second person, once, and then stands', async () => {
      await desk.get(`/papers/${paper}`);
      await desk.submit(`/papers/${paper}/propose`, {});
      const { body } = await manager.get(`/papers/${paper}`);
      const form = keysOf(body, `/papers/${paper}/confirm`);
      const first = await manager.post(`/papers/${paper}/confirm`, form);
      const second = await manager.post(`/papers/${paper}/confirm`, form);
      expect([first.status, second.status]).toEqual([303, 303]);
      const shown = await desk.get(`/papers/${paper}`);
      expect(shown.body).toContain('Confirmed by Mo Manager');
      expect(shown.body).not.toContain('Propose for release');
      const late = await manager.post(`/papers/${paper}/refuse`, {
        ...form,
        submission: 'another',
        reason: 'Too late.',
      });
      expect(late.status).toBe(409);
      expect((await desk.get(`/plans/${planId}`)).body).toContain('Released');
    });

    it('cannot be confirmed where nothing was proposed', async () => {
      const fresh = await paperOf('talking-points');
      const keys = keysOf((await manager.get('/plans')).body, '/sign-out');
      const answer = await manager.post(`/papers/${fresh}/confirm`, { csrf: keys.csrf });
      expect(answer.status).toBe(409);
      expect(answer.body).toContain('This paper has not been proposed for release.');
    });
  });

  it('keeps posts and roles apart', async () => {
    const paper = await paperOf('cable');
    const post = await web.browser('post-officer', { postIds: ['DUSHANBE'] });
    const { csrf } = keysOf((await post.get(`/papers/${paper}`)).body, '/sign-out');
    expect((await post.post(`/plans/${planId}/papers`, { csrf, kind: 'cable' })).status).toBe(403);
    expect((await post.post(`/papers/${paper}/propose`, { csrf })).status).toBe(403);
    const otherPost = await web.browser('post-officer', { postIds: ['CAIRO'] });
    const foreign = await otherPost.get(`/papers/${paper}`);
    const missing = await otherPost.get('/papers/01a20000-0000-7000-8000-000000000000');
    expect([foreign.status, missing.status]).toEqual([404, 404]);
    expect(foreign.body).toBe(missing.body);
    expect((await otherPost.get(`/papers/${paper}/file.txt`)).status).toBe(404);
    const unknown = await desk.post(`/plans/${planId}/papers`, {
      ...keysOf((await desk.get(`/plans/${planId}`)).body, `/plans/${planId}/papers`),
      kind: 'cable',
      text: 'mine',
    });
    expect(unknown.status).toBe(422);
  });
});
