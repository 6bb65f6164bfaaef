import { Actor } from '@demarche/access';
import { Deadlines } from '@demarche/deadlines';
import { PlanDrafting } from '@demarche/plans';
import { DATABASES } from '../support/database';
import { type Browser, openTestWeb, type OpenWeb } from '../support/web';

describe.each(DATABASES)('countries in a browser on %s', (kind) => {
  let web: OpenWeb;
  let desk: Browser;

  beforeAll(async () => {
    web = await openTestWeb(kind);
    desk = await web.browser('desk-officer', { name: 'Dana Desk' });
  });
  afterAll(() => web.close());

  it('are listed fifty a page, with where the latest report placed each', async () => {
    const { body } = await desk.get('/countries');
    expect(body).toMatch(/Page 1 of \d/);
    expect(body.match(/<tr><th scope="row"/g)).toHaveLength(50);
    expect(body).toContain('Report of 2009');
  });

  it('are found by a part of their name, whatever its case and accents', async () => {
    const { body } = await desk.get('/countries?name=TAJIK');
    expect(body).toContain('1 country for these filters');
    expect(body).toContain('<strong>Tier 2 Watch List</strong>');
    expect((await desk.get('/countries?name=cote')).body).toContain('/countries/CIV');
  });

  it('are narrowed by their placement, and refuse another one', async () => {
    expect((await desk.get('/countries?tier=2WL')).body).toContain('Tajikistan');
    expect((await desk.get('/countries?tier=3')).body).toContain('No country fits these filters.');
    expect((await desk.get('/countries?tier=9')).status).toBe(422);
    expect((await desk.get('/countries?order=name')).status).toBe(422);
  });

  it('are put in order by their heads, and the order and the filters keep each other', async () => {
    const named = (body: string) => [...body.matchAll(/href="\/countries\/([A-Z]{3})"/g)].map(([, id]) => id);
    const usual = named((await desk.get('/countries?sort=country')).body);
    expect(named((await desk.get('/countries')).body)).toEqual(usual);
    expect(named((await desk.get('/countries?sort=-country')).body)).toContain('ZWE');
    expect(named((await desk.get('/countries?sort=placement')).body)[0]).toBe('TJK');
    const { body } = await desk.get('/countries?sort=-bureau&tier=2WL');
    const text = body.replaceAll('&#x3D;', '=');
    expect(text).toContain('<input type="hidden" name="sort" value="-bureau">');
    expect(text).toContain('href="/countries?tier=2WL&amp;sort=bureau"');
    expect(text).toContain('href="/countries?sort=-bureau"');
    expect((await desk.get('/countries?sort=luck')).status).toBe(422);
  });

  it('say where one stands, who deals with it, and when that post is closed', async () => {
    const { body } = await desk.get('/countries/TJK');
    expect(body).toContain('<strong>Tier 2 Watch List</strong> in the report of 2009.');
    expect(body).toContain('2 reports in a row (2008, 2009), 3 in all.');
    expect(body).toContain('Embassy Dushanbe');
    expect(body).toContain('Wed 4 Nov 2009, 19:00');
    expect(body).toContain('Saturday and Sunday');
    expect(body).toContain('Plans for this country appear here.');
    const oman = (await desk.get('/countries/OMN')).body;
    expect(oman).toContain('<strong>Thursday and Friday</strong>');
  });

  it('show the plans and the dates that a person may see, and no others', async () => {
    const actor = new Actor({ userId: desk.userId, name: 'Dana Desk', role: 'desk-officer', postIds: [] });
    const made = { countryId: 'TJK', cycleId: '2009', placementReason: 'no-increasing-efforts' as const };
    const { id: planId } = await web.app.get(PlanDrafting).create(actor, made);
    await web.app.get(Deadlines).setFromMilestones(actor, planId);
    const { body } = await desk.get('/countries/TJK');
    expect(body).toContain(`/plans/${planId}`);
    expect(body).toContain('Fri 13 Nov 2009');
    const otherPost = await web.browser('post-officer', { postIds: ['CAIRO'] });
    const theirs = (await otherPost.get('/countries/TJK')).body;
    expect(theirs).not.toContain(planId);
    expect(theirs).not.toContain('Fri 13 Nov 2009');
    expect(theirs).not.toContain('Start a plan');
  });

  it('are missing where no country has the code, and closed to administrators', async () => {
    expect((await desk.get('/countries/XXX')).status).toBe(404);
    expect((await (await web.browser('administrator')).get('/countries')).status).toBe(403);
  });
});
