import { PlanDrafting, PlanReading, Recommendations } from '@demarche/plans';
import { Efforts } from '@demarche/progress';
import { DATABASES } from '../support/database';
import { idIn, openSeason, readText, type Season } from '../support/season';
import { openTestWeb, type OpenWeb } from '../support/web';

describe.each(DATABASES)('the log in a browser on %s', (kind) => {
  let web: OpenWeb;
  let season: Season;
  const act = (changes: Record<string, string | string[]> = {}) => ({
    text: 'The ministry opened a shelter for twelve women.',
    happenedOn: '2009-10-12',
    ranBy: 'government',
    recommendationIds: season.recommendations[0],
    ...changes,
  });
  const log = async (changes: Record<string, string | string[]> = {}) => {
    await season.post.get('/log');
    return season.post.submit('/log', act(changes));
  };

  beforeAll(async () => {
    web = await openTestWeb(kind);
    season = await openSeason(web);
  });
  afterAll(() => web.close());

  it('opens on the only plan of a post, with the post’s own day', async () => {
    web.clock.set('2009-11-04T20:00:00.000Z');
    const lateShift = await web.browser('post-officer', { postIds: ['DUSHANBE'] });
    const { status, body } = await lateShift.get('/log');
    web.clock.set('2009-11-04T14:00:00.000Z');
    expect(status).toBe(200);
    expect(body).toContain('name="happenedOn" type="date" value="2009-11-05"');
    expect(readText(body)).toContain('Today it is Thu 5 Nov 2009 in Dushanbe.');
    expect(body).toContain('SENSITIVE BUT UNCLASSIFIED');
  });

  it('saves on four fields and says at once that the act counts, and why', async () => {
    const { status, location } = await log();
    expect(status).toBe(303);
    const { body } = await season.post.get(location ?? '');
    expect(body).toContain('The act is logged.');
    expect(readText(body)).toContain('Credited: the government ran it.');
  });

  it('says what is missing when an outsider ran it, and credits it once that is told', async () => {
    const { location } = await log({ ranBy: 'ngo', text: 'A training for judges.' });
    const page = (location ?? '').split('?')[0] ?? '';
    const { body } = await season.post.get(page);
    expect(readText(body)).toContain(
      'Not credited yet: say who paid, or name what the government contributed and what its part was.',
    );
    expect(body).toMatch(/<details class="fold no-print" id="change" open>/);
    const told = { paidBy: 'ngo', governmentGave: ['premises'], role: 'The academy gave its hall.' };
    const saved = await season.post.submit(
      page,
      act({ ranBy: 'ngo', text: 'A training for judges.', ...told }),
    );
    expect(saved.location).toBe(`${page}?done=effort-amended`);
    const after = readText((await season.post.get(page)).body);
    expect(after).toContain('Credited: the government contributed to it and its part in it is told.');
    expect(after).toContain('Version 1, until');
  });

  it('takes the plan from the recommendation when the quick form names no plan', async () => {
    await season.post.get('/today');
    const { status, location } = await season.post.submit(
      '/log',
      act({ recommendationIds: season.recommendations[1] }),
    );
    expect(status).toBe(303);
    const effort = await web.app.get(Efforts).one(season.deskActor, idIn(location));
    expect(effort).toMatchObject({ planId: season.planId, recommendationIds: [season.recommendations[1]] });
  });

  it('keeps every typed text when something is refused, and says what in one summary', async () => {
    await season.post.get('/log');
    const typed = 'He said “wait” & <b>left</b>.\n  Second line.';
    const { status, body } = await season.post.submit('/log', {
      text: typed,
      happenedOn: '2009-12-01',
      recommendationIds: season.recommendations,
      governmentGave: 'money',
    });
    expect(status).toBe(422);
    expect(body).toContain('<title>Error: Log an act');
    expect(body).toContain('href="#ranBy"');
    expect(body).toContain('He said “wait” &amp; &lt;b&gt;left&lt;/b&gt;.\n  Second line.</textarea>');
    expect(body.match(/name="recommendationIds"[^>]* checked/g)).toHaveLength(3);
    expect(body).toMatch(/value="money" checked/);
    expect(body).toMatch(/<details class="fold" open>\s*<summary>Add detail now/);
  });

  it('logs one act of a form that was sent twice', async () => {
    const { body } = await season.post.get('/log');
    const hidden = (name: string) => new RegExp(`name="${name}" value="([^"]*)"`).exec(body)?.[1] ?? '';
    const csrf = /action="\/log"[\s\S]*?name="csrf" value="([^"]*)"/.exec(body)?.[1] ?? '';
    const form = {
      csrf,
      submission: hidden('submission'),
      planId: season.planId,
      ...act({ text: 'Sent twice.' }),
    };
    const answers = await Promise.all([season.post.post('/log', form), season.post.post('/log', form)]);
    expect(new Set(answers.map(({ location }) => location)).size).toBe(1);
    const efforts = await web.app.get(Efforts).of(season.deskActor, season.planId);
    expect(efforts.filter(({ text }) => text === 'Sent twice.')).toHaveLength(1);
  });

  it('shows what was saved in the meantime beside what was typed, and keeps both', async () => {
    const { location } = await log({ text: 'First wording.' });
    const page = (location ?? '').split('?')[0] ?? '';
    await season.post.get(page);
    await season.desk.get(page);
    await season.desk.submit(page, act({ text: 'Wording of the desk.', source: 'Cable' }));
    const { status, body } = await season.post.submit(page, act({ text: 'Wording of the post.' }));
    expect(status).toBe(409);
    const table = readText(/<table[\s\S]*?<\/table>/.exec(body)?.[0] ?? '');
    expect(table).toContain('What happened Wording of the desk. Wording of the post.');
    expect(table).toContain('Source Cable (empty)');
    expect(body).toContain('Wording of the post.</textarea>');
    expect(body).toContain('name="version" value="2"');
    const again = await season.post.submit(page, act({ text: 'Wording of the post.' }));
    expect(again.status).toBe(409);
    await season.post.get(page);
    const third = await season.post.submit(page, act({ text: 'Wording of the post.', version: '2' }));
    expect(third.status).toBe(303);
    const wordings = readText((await season.post.get(page)).body);
    expect(wordings).toContain('Wording of the desk.');
    expect(wordings).toContain('Wording of the post.');
  });

  it('answers 428 to a change that does not say which version it was made on', async () => {
    const { location } = await log({ text: 'Without version.' });
    const page = (location ?? '').split('?')[0] ?? '';
    await season.post.get(page);
    const { status, body } = await season.post.submit(page, act({ text: 'Changed.', version: '' }));
    expect(status).toBe(428);
    expect(body).toContain('Changed.</textarea>');
    expect((await web.app.get(Efforts).one(season.deskActor, idIn(page))).text).toBe('Without version.');
  });

  it('is closed to roles that do not log, and another post’s act is as good as missing', async () => {
    const { location } = await log();
    const page = (location ?? '').split('?')[0] ?? '';
    expect((await season.manager.get('/log')).status).toBe(403);
    const forbidden = await season.manager.get(page);
    expect(forbidden.status).toBe(200);
    expect(forbidden.body).not.toContain('Add detail or correct');
    const [theirs, missing] = [
      await season.otherPost.get(page),
      await season.otherPost.get('/efforts/nothing'),
    ];
    expect([theirs.status, missing.status]).toEqual([404, 404]);
    expect(readText(theirs.body)).toBe(readText(missing.body));
    for (const path of ['progress', 'progress.csv', 'statistics', 'statistics.csv', 'narrative'])
      expect((await season.otherPost.get(`/plans/${season.planId}/${path}`)).status).toBe(404);
    expect((await season.otherPost.get(`/log?plan=${season.planId}`)).status).toBe(404);
  });

  it('lists acts with a count, filters in the address, and the same as CSV', async () => {
    await log({ text: '=HYPERLINK("x")', recommendationIds: season.recommendations[2] });
    const path = `/plans/${season.planId}/progress`;
    const all = readText((await season.desk.get(path)).body);
    expect(all).toMatch(/\d+ acts, \d+ credited, the latest day first\./);
    const narrowed = await season.desk.get(
      `${path}?recommendation=${season.recommendations[2]}&credit=credit`,
    );
    expect(readText(narrowed.body)).toContain('1 act, 1 credited');
    expect(narrowed.body.replaceAll('&#x3D;', '=')).toContain(
      `href="${path}.csv?recommendation=${season.recommendations[2]}&amp;credit=credit"`,
    );
    expect(readText(narrowed.body)).toContain('B1 Remove');
    const csv = await season.desk.get(`${path}.csv?recommendation=${season.recommendations[2]}`);
    expect(csv.headers['content-disposition']).toContain('tajikistan-2009-progress.csv');
    expect(csv.body.split('\r\n').filter(Boolean)).toHaveLength(2);
    expect(csv.body).toContain(`"'=HYPERLINK(""x"")"`);
    expect((await season.desk.get(`${path}?credit=gold`)).status).toBe(422);
  });

  it('puts acts in order by their heads, on the page and in its CSV', async () => {
    await log({ text: 'An early act', happenedOn: '2009-09-01' });
    const path = `/plans/${season.planId}/progress`;
    const days = (csv: string) => csv.split('\r\n').flatMap((row) => /^\d{4}-\d\d-\d\d/.exec(row) ?? []);
    const usual = days((await season.desk.get(`${path}.csv`)).body);
    expect(usual).toEqual([...usual].sort().reverse());
    expect(days((await season.desk.get(`${path}.csv?sort=day`)).body)).toEqual([...usual].sort());
    const { body } = await season.desk.get(`${path}?sort=day&credit=credit`);
    expect(body.replaceAll('&#x3D;', '=')).toContain(`href="${path}.csv?credit=credit&amp;sort=day"`);
    expect(body).toContain('<input type="hidden" name="sort" value="day">');
    for (const list of [path, `${path}.csv`, `/plans/${season.planId}/statistics`])
      expect((await season.desk.get(`${list}?sort=luck`)).status).toBe(422);
  });

  it('words which figures are accepted, and what to send back for one that is refused', async () => {
    const path = `/plans/${season.planId}/statistics`;
    const figure = { term: 'fines', count: '120', unit: 'persons', from: '2009-05-01', until: '2009-09-30' };
    await season.post.get(`${path}/new`);
    const { location } = await season.post.submit(path, {
      ...figure,
      basis: 'related',
      category: 'sentence',
    });
    const page = (location ?? '').split('?')[0] ?? '';
    const refused = readText((await season.post.get(page)).body);
    expect(refused).toContain('Refused: a related offense does not count as trafficking.');
    expect(refused).toContain(
      'Thank you for the figure “fines” (120 persons, 1 May 2009 to 30 September 2009).',
    );
    await season.post.submit(page, { ...figure, basis: 'trafficking-offence', category: 'sentence' });
    const accepted = readText((await season.post.get(page)).body);
    expect(accepted).toContain('Accepted: the offense is defined as trafficking.');
    expect(accepted).not.toContain('What to send back');
    const stale = await season.post.submit(page, { ...figure, count: '121', version: '1' });
    expect(stale.status).toBe(409);
    expect(readText(stale.body)).toContain('Number 120 121');
    expect((await season.post.submit(page, { ...figure, version: '' })).status).toBe(428);
    const blank = await season.post
      .get(`${path}/new`)
      .then(() => season.post.submit(path, { ...figure, count: '' }));
    expect(blank.status).toBe(422);
    expect(readText((await season.desk.get(path)).body)).toContain('1 figure, 1 accepted');
    expect((await season.desk.get(`${path}.csv`)).body).toContain('fines,120,Persons');
  });

  it('asks which plan is meant where there are several, and loses nothing when the quick form names none', async () => {
    const alone = await season.post
      .get('/today')
      .then(() => season.post.submit('/log', { text: 'Only this.' }));
    expect(alone.status).toBe(422);
    expect(alone.body).toContain('Only this.</textarea>');
    expect(alone.body).not.toContain('href="#planId"');
    const plan = { countryId: 'TJK', cycleId: '2010', placementReason: 'no-increasing-efforts' } as const;
    const { id } = await web.app.get(PlanDrafting).create(season.deskActor, { ...plan, marking: 'U' });
    const { body } = await season.post.get('/log');
    expect(readText(body)).toContain('Which plan is it about?');
    expect(body).toContain(`<option value="${id}">Tajikistan: action plan 2010–11</option>`);
    const form = await season.post.get(`/log?plan=${season.planId}`);
    expect(form.body).toContain(`name="planId" value="${season.planId}"`);
    const csrf = /name="csrf" value="([^"]*)"/.exec(form.body)?.[1] ?? '';
    const none = await season.post.post('/log', { csrf, text: 'No plan named.' });
    expect(none.status).toBe(422);
    expect(none.body).toContain('No plan named.</textarea>');
    expect(none.body).toContain('<optgroup label="Tajikistan: action plan 2009–10">');
    const again = { csrf, text: 'No plan named.', happenedOn: '2009-10-12', ranBy: 'government' };
    const saved = await season.post.post('/log', { ...again, recommendationIds: season.recommendations[0] });
    expect(saved.status).toBe(303);
  });

  it('never gives a quick act silently to the newest plan: its day decides, or a person is asked', async () => {
    const heads = await web.app.get(PlanReading).everyHead(season.deskActor);
    const coming = heads.find(({ cycleId }) => cycleId === '2010')?.id ?? '';
    const given = { planId: coming, priority: 'high', text: 'Keep the shelters open.' } as const;
    const { id: later } = await web.app.get(Recommendations).add(season.deskActor, given);
    const today = (await season.post.get('/today')).body;
    expect(today).toContain('<optgroup label="Tajikistan, 2009–10">');
    expect(readText(today)).toContain('Already being prepared: Tajikistan: action plan 2010–11.');
    expect(readText(today)).not.toContain('Tajikistan, 2010–11: high-priority recommendations');

    const doubtful = await season.post.submit('/log', act({ text: 'In doubt.', recommendationIds: later }));
    expect(doubtful.status).toBe(422);
    expect(doubtful.body).toContain('In doubt.</textarea>');
    expect(readText(doubtful.body)).toContain('Which plan is it about?');
    const csrf = /name="csrf" value="([^"]*)"/.exec(doubtful.body)?.[1] ?? '';
    const told = { csrf, ...act({ text: 'In doubt.', recommendationIds: later }) };
    const elsewhere = await season.post.post('/log', { ...told, planId: season.planId });
    expect(elsewhere.status).toBe(422);
    expect(elsewhere.body).toContain(`name="planId" value="${season.planId}"`);
    expect(elsewhere.body).toContain('In doubt.</textarea>');
    const meant = await season.post.post('/log', { ...told, planId: coming });
    const effort = await web.app.get(Efforts).one(season.deskActor, idIn(meant.location));
    expect(effort).toMatchObject({ planId: coming, recommendationIds: [later] });

    const bare = await season.post.post('/log', { csrf, text: 'By its day.', happenedOn: '2009-10-12' });
    expect(bare.body).toContain(`name="planId" value="${season.planId}"`);
  });
});
