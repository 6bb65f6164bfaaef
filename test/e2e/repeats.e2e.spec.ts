import { DATABASES } from '../support/database';
import { type Machine, openMachine } from '../support/machine';
import { openSeason, readText, type Season } from '../support/season';
import { openTestWeb, type OpenWeb } from '../support/web';

const ADOPTED = 'Parliament adopted the law with 45 votes.';
const PUT_OFF = 'Parliament did NOT adopt the law; the vote was put off.';

describe.each(DATABASES)('a form or call that comes twice, on %s', (kind) => {
  let web: OpenWeb;
  let season: Season;
  let desk: Machine;
  const act = (text: string, changes: Record<string, string> = {}) => ({
    text,
    happenedOn: '2009-10-12',
    ranBy: 'government',
    recommendationIds: season.recommendations[0] ?? '',
    ...changes,
  });

  beforeAll(async () => {
    web = await openTestWeb(kind);
    season = await openSeason(web);
    desk = await openMachine(web.app, { role: 'desk-officer' });
  });
  afterAll(() => web.close());

  it('with the same content leads to the first result', async () => {
    await season.post.get('/log');
    const [first, second] = [
      await season.post.submit('/log', act('A shelter was opened.')),
      await season.post.submit('/log', act('A shelter was opened.')),
    ];
    expect(first.status).toBe(303);
    expect(second.location).toBe(first.location);
  });

  it('with other content shows both, in the words of the form, and saves the second under a fresh key', async () => {
    await season.post.get('/log');
    const first = await season.post.submit('/log', act(ADOPTED));
    const second = await season.post.submit('/log', act(PUT_OFF, { ranBy: 'ngo' }));
    expect(second.status).toBe(409);
    const text = readText(second.body);
    expect(text).toContain('Saved a moment ago, beside what you sent now');
    expect(text).toContain(`What happened? ${ADOPTED} ${PUT_OFF}`);
    expect(text).toMatch(/Who acted\? \S.*government.* \S.*organi[sz]ation/i);
    const saved = (first.location ?? '').split('?')[0] ?? '';
    expect(second.body).toContain(`<a href="${saved}">open what was saved</a>`);
    season.post.shown(second);
    const third = await season.post.submit('/log', act(PUT_OFF, { ranBy: 'ngo' }));
    expect(third.status).toBe(303);
    expect(readText((await season.post.get(third.location ?? '')).body)).toContain(PUT_OFF);
    expect(readText((await season.post.get(saved)).body)).toContain(ADOPTED);
  });

  it('with other content keeps a rewording from vanishing, although it carries a version', async () => {
    const page = `/recommendations/${season.recommendations[1]}/edit`;
    await season.desk.get(page);
    expect((await season.desk.submit(page, { text: 'Train forty judges.' })).status).toBe(303);
    const { status, body } = await season.desk.submit(page, { text: 'Train ninety judges.' });
    expect(status).toBe(409);
    expect(readText(body)).toContain('Train forty judges. Train ninety judges.');
    season.desk.shown({ body });
    expect((await season.desk.submit(page, { text: 'Train ninety judges.' })).status).toBe(303);
  });

  it('is a 409 with both contents on the API', async () => {
    const headers = { 'idempotency-key': 'call-1' };
    const path = `/api/v1/plans/${season.planId}/efforts`;
    const body = (text: string) => ({ ...act(text), recommendationIds: [season.recommendations[0]] });
    const first = await desk.post(path, body(ADOPTED), headers);
    expect(first.status).toBe(201);
    expect((await desk.post(path, body(ADOPTED), headers)).body.id).toBe(first.body.id);
    const other = await desk.post(path, body(PUT_OFF), headers);
    expect(other.status).toBe(409);
    expect(other.body).toMatchObject({ saved: { text: ADOPTED }, sent: { text: PUT_OFF } });
  });

  it('has one effect when many copies are in flight at once', async () => {
    const headers = { 'idempotency-key': 'call-2' };
    const path = `/api/v1/plans/${season.planId}/efforts`;
    const body = { ...act('A law was sent to parliament.'), recommendationIds: [season.recommendations[0]] };
    const answers = await Promise.all(Array.from({ length: 8 }, () => desk.post(path, body, headers)));
    expect(new Set(answers.map(({ body: told }) => told.id)).size).toBe(1);
  });
});
