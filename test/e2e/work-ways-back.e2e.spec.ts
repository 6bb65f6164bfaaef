import { PlanDrafting, PlanReading, Recommendations } from '@demarche/plans';
import { Efforts, Statistics } from '@demarche/progress';
import { DATABASES } from '../support/database';
import { idIn, openSeason, readText, type Season } from '../support/season';
import { type OpenWeb, openTestWeb } from '../support/web';

const REASON = 'It was another country’s shelter.';

describe.each(DATABASES)('what was logged or dropped in error, on %s', (kind) => {
  let web: OpenWeb;
  let season: Season;
  const record = async (text: string) => {
    const { id } = await web.app.get(Efforts).record(season.deskActor, {
      planId: season.planId,
      text,
      happenedOn: '2009-10-12',
      ranBy: 'government',
      recommendationIds: [season.recommendations[0]],
      completes: [season.recommendations[0]],
    });
    return id;
  };

  beforeAll(async () => {
    web = await openTestWeb(kind);
    season = await openSeason(web);
  });
  afterAll(() => web.close());

  it('an act is withdrawn with a reason, shown struck through, counted nowhere, and restored', async () => {
    const id = await record('A shelter was opened.');
    const page = `/efforts/${id}`;
    expect((await season.post.get(page)).body).toContain(`href="${page}/withdraw"`);
    await season.post.get(`${page}/withdraw`);
    const silent = await season.post.submit(`${page}/withdraw`, { reason: ' ' });
    expect(silent.status).toBe(422);
    const done = await season.post.submit(`${page}/withdraw`, { reason: REASON });
    expect(done).toMatchObject({ status: 303, location: `${page}?done=entry-withdrawn` });

    const shown = (await season.post.get(page)).body;
    expect(shown).toContain('<s>A shelter was opened.</s>');
    expect(readText(shown)).toMatch(
      /Withdrawn \w+ 4 Nov 2009, [\d:]+ Washington by Pat Dushanbe: It was another/,
    );
    expect(shown).not.toContain('completed by this act');
    expect(shown).not.toContain('Credited');
    const list = readText((await season.desk.get(`/plans/${season.planId}/progress`)).body);
    expect(list).toContain('0 acts, 0 credited, 1 withdrawn');
    expect(list).toContain(`by Pat Dushanbe: ${REASON}`);
    const csv = (await season.desk.get(`/plans/${season.planId}/progress.csv`)).body;
    expect(csv).toContain(`,Withdrawn,${REASON},`);
    expect(csv).toContain('withdrawn at,withdrawn by');
    const ask = readText((await season.desk.get(`/recommendations/${season.recommendations[0]}`)).body);
    expect(ask).toContain('Credit so far No entry yet');
    expect(ask).not.toContain('Completes this recommendation');
    expect(readText((await season.post.get('/today')).body)).toContain('no entry');

    await season.post.get(page);
    const back = await season.post.submit(`${page}/restore`, {});
    expect(back.location).toBe(`${page}?done=entry-restored`);
    const again = readText((await season.post.get(page)).body);
    expect(again).toContain('Credited: the government ran it.');
    expect(again).toContain('completed by this act');
    expect(again).toContain(`withdrawn by Pat Dushanbe (${REASON})`);
    expect(again).toContain('restored by Pat Dushanbe');
  });

  it('says once more what to do when the act was changed or withdrawn in the meantime', async () => {
    const id = await record('Seen by two.');
    const page = `/efforts/${id}`;
    await season.post.get(`${page}/withdraw`);
    await season.desk.get(`${page}/withdraw`);
    await season.desk.submit(`${page}/withdraw`, { reason: 'First.' });
    const late = await season.post.submit(`${page}/withdraw`, { reason: 'Second.' });
    expect(late.status).toBe(409);
    expect(readText(late.body)).toContain('This entry has been withdrawn already.');
    expect((await season.manager.get(`${page}/withdraw`)).status).toBe(403);
    expect((await season.otherPost.get(`${page}/withdraw`)).status).toBe(404);
    expect((await season.manager.get(page)).body).not.toContain('Restore it');
  });

  it('an act on the wrong plan is moved with its text, and its recommendations are chosen anew', async () => {
    const { id: other } = await web.app.get(PlanDrafting).create(season.deskActor, {
      ...{ countryId: 'KHM', cycleId: '2009', placementReason: 'no-increasing-efforts' },
    });
    const given = { planId: other, priority: 'high', text: 'Fund shelters.' } as const;
    const { id: ask } = await web.app.get(Recommendations).add(season.deskActor, given);
    const id = await record('A shelter was opened in Phnom Penh.');
    const page = `/efforts/${id}/move`;
    const choice = (await season.desk.get(page)).body;
    expect(choice).toContain('Cambodia: action plan 2009–10</option>');
    expect(choice).not.toContain(`value="${season.planId}"`);
    const form = (await season.desk.get(`${page}?plan=${other}`)).body;
    expect(form).toContain('A shelter was opened in Phnom Penh.</textarea>');
    const told = {
      text: 'A shelter was opened in Phnom Penh.',
      happenedOn: '2009-10-12',
      ranBy: 'government',
    };
    const none = await season.desk.submit(page, told);
    expect(none.status).toBe(422);
    expect(none.body).toContain('Phnom Penh.</textarea>');
    const moved = await season.desk.submit(page, { ...told, recommendationIds: ask });
    expect(moved.status).toBe(303);
    expect(await web.app.get(Efforts).one(season.deskActor, idIn(moved.location))).toMatchObject({
      ...{ planId: other, recommendationIds: [ask], completes: [] },
    });
    expect(readText((await season.desk.get(`/efforts/${id}`)).body)).toContain(
      'Logged on the wrong plan. Now on: Cambodia: action plan 2009–10.',
    );
    // The post of Tajikistan sees no plan but its own, and is told so.
    expect(readText((await season.post.get(`/efforts/${await record('Ours.')}/move`)).body)).toContain(
      'There is no other plan that you may see.',
    );
  });

  it('a figure is withdrawn with a reason, struck through, counted nowhere, and restored', async () => {
    const { id } = await web.app.get(Statistics).record(season.deskActor, {
      ...{ planId: season.planId, from: '2009-05-01', until: '2009-10-31' },
      ...{ term: 'fines', count: 120, unit: 'persons', recommendationId: season.recommendations[0] },
    });
    const page = `/statistics/${id}`;
    await season.post.get(`${page}/withdraw`);
    expect((await season.post.submit(`${page}/withdraw`, { reason: REASON })).status).toBe(303);
    const shown = readText((await season.post.get(page)).body);
    expect(shown).toContain(REASON);
    expect(shown).not.toContain('What to send back');
    const list = (await season.desk.get(`/plans/${season.planId}/statistics`)).body;
    expect(readText(list)).toContain('0 figures, 0 accepted, 1 withdrawn');
    expect(list).toContain('<s>fines</s>');
    expect((await season.desk.get(`/plans/${season.planId}/statistics.csv`)).body).toContain(
      `,Withdrawn,${REASON},`,
    );
    expect((await season.desk.get(`/recommendations/${season.recommendations[0]}`)).body).toContain(
      '<s>fines</s>',
    );
    await season.post.get(page);
    expect((await season.post.submit(`${page}/restore`, {})).status).toBe(303);
    expect(readText((await season.desk.get(`/plans/${season.planId}/statistics`)).body)).toContain(
      '1 figure, 0 accepted, the latest',
    );
    expect(readText((await season.post.get(page)).body)).toContain('fines: 120 persons');
  });

  it('a dropped recommendation is restored with a reason, under its number', async () => {
    const id = season.recommendations[1];
    const page = `/recommendations/${id}`;
    await season.desk.get(`${page}/drop`);
    await season.desk.submit(`${page}/drop`, { reason: 'Thought to be done.' });
    expect((await season.desk.get(page)).body).toContain(`href="${page}/restore"`);
    expect((await season.post.get(`${page}/restore`)).status).toBe(403);
    await season.desk.get(`${page}/restore`);
    expect((await season.desk.submit(`${page}/restore`, { reason: '' })).status).toBe(422);
    const back = await season.desk.submit(`${page}/restore`, { reason: 'The trial was stopped.' });
    expect(back.location).toBe(`${page}?done=recommendation-restored`);
    const shown = readText((await season.desk.get(page)).body);
    expect(shown).toContain('Recommendation A2');
    expect(shown).toContain('Version 3 (restored)');
    expect(shown).toContain('The trial was stopped.');
    expect(shown).toContain('Version 2 (dropped)');
    const { standing } = await web.app.get(PlanReading).open(season.deskActor, season.planId);
    expect(standing.map((one) => one.id)).toContain(id);
  });
});
