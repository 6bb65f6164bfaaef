import { Efforts } from '@demarche/progress';
import { type Machine, openMachine } from '../support/machine';
import { openPostgresProxy, type PostgresProxy } from '../support/postgres-proxy';
import { idIn, openSeason, readText, type Season } from '../support/season';
import { openTestWeb, type OpenWeb } from '../support/web';

const CUT = 'The line broke while this was saved.';

describe('an answer to COMMIT that is lost, on postgres', () => {
  const direct = process.env.DATABASE_URL ?? '';
  let proxy: PostgresProxy;
  let web: OpenWeb;
  let season: Season;
  let desk: Machine;
  const act = (text: string) => ({
    text,
    happenedOn: '2009-10-12',
    ranBy: 'government',
    recommendationIds: season.recommendations[0] ?? '',
  });

  beforeAll(async () => {
    proxy = await openPostgresProxy(direct);
    process.env.DATABASE_URL = proxy.url;
    web = await openTestWeb('postgres');
    process.env.DATABASE_URL = direct;
    season = await openSeason(web);
    desk = await openMachine(web.app, { role: 'desk-officer' });
  });
  afterAll(async () => {
    await web.close();
    await proxy.close();
  });

  const saved = async (text: string) =>
    (await web.app.get(Efforts).everOf(season.deskActor, season.planId)).filter((one) => one.text === text)
      .length;

  it('is told of as “may have been saved” on the page, and the same form sent again gets the first result', async () => {
    await season.post.get('/log');
    proxy.cutAfter(CUT);
    const broken = await season.post.submit('/log', act(CUT));
    expect(broken.status).toBe(503);
    expect(readText(broken.body)).toContain('This may have been saved');
    expect(readText(broken.body)).not.toContain('Nothing you sent was saved');
    expect(readText(broken.body)).toContain(CUT);
    expect(await saved(CUT)).toBe(1);
    const again = await season.post.submit('/log', act(CUT));
    expect(again.status).toBe(303);
    expect(idIn(again.location)).not.toBe('');
    expect(await saved(CUT)).toBe(1);
  });

  it('is told of on the API alike, where the same key tells', async () => {
    const text = `${CUT} Twice.`;
    const headers = { 'idempotency-key': 'lost-1' };
    const body = { ...act(text), recommendationIds: [season.recommendations[0]] };
    proxy.cutAfter(text);
    const broken = await desk.post(`/api/v1/plans/${season.planId}/efforts`, body, headers);
    expect(broken.status).toBe(503);
    expect(broken.body.title).toBe('This may have been saved');
    expect((await desk.post(`/api/v1/plans/${season.planId}/efforts`, body, headers)).status).toBe(201);
    expect(await saved(text)).toBe(1);
  });
});
