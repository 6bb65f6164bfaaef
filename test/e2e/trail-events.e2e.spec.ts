import { Audit, type AuditEntry, SYSTEM_ACTOR } from '@demarche/access';
import { PaperMaking } from '@demarche/papers';
import { UnitOfWork } from '@demarche/store';
import { DATABASES } from '../support/database';
import { type Machine, openMachine } from '../support/machine';
import { openSeason, readText, type Season } from '../support/season';
import { openTestWeb, type OpenWeb } from '../support/web';

describe.each(DATABASES)('what leaves a trace without a change (SEC-17), on %s', (kind) => {
  let web: OpenWeb;
  let season: Season;
  let desk: Machine;
  let paperId: string;

  beforeAll(async () => {
    web = await openTestWeb(kind);
    season = await openSeason(web);
    desk = await openMachine(web.app, { role: 'desk-officer' });
    paperId = (
      await web.app
        .get(PaperMaking)
        .generate(season.deskActor, { planId: season.planId, kind: 'talking-points' })
    ).id;
  });
  afterAll(() => web.close());

  /** The entries that some asking left, oldest first. */
  async function leftBy(ask: () => Promise<unknown>): Promise<AuditEntry[]> {
    const newest = async () => web.app.get(Audit).entries(SYSTEM_ACTOR, {});
    const before = (await newest())[0]?.seq ?? 0;
    await ask();
    return (await newest()).filter(({ seq }) => seq > before).reverse();
  }

  it('every file of a paper that is handed out', async () => {
    const taken = { action: 'paper.download', subjectId: paperId };
    expect(await leftBy(() => season.desk.get(`/papers/${paperId}/file.docx`))).toEqual([
      expect.objectContaining({ ...taken, detail: { format: 'docx' } }),
    ]);
    expect(await leftBy(() => desk.get(`/api/v1/papers/${paperId}/file?format=txt`))).toEqual([
      expect.objectContaining({ ...taken, detail: { format: 'txt' } }),
    ]);
  });

  it.each([
    ['the board', () => '/deadlines.csv', 'export.board'],
    ['the acts', () => `/plans/${season.planId}/progress.csv`, 'export.progress'],
    ['the figures', () => `/plans/${season.planId}/statistics.csv`, 'export.figures'],
  ])('%s as a table', async (_name, address, action) => {
    const left = await leftBy(async () => expect((await season.desk.get(address())).status).toBe(200));
    expect(left).toEqual([expect.objectContaining({ action })]);
  });

  it('a refusal by role and one by post, which the person is told in words', async () => {
    const refused = await leftBy(async () => {
      const { status, body } = await season.post.get('/audit');
      expect(status).toBe(403);
      expect(readText(body)).toContain('This is for an administrator.');
      expect(readText(body)).not.toContain('read-audit');
    });
    expect(refused).toEqual([
      expect.objectContaining({ action: 'refuse.permission', actorId: season.post.userId }),
    ]);
    const other = await leftBy(() => season.otherPost.get(`/plans/${season.planId}`));
    expect(other).toEqual([
      expect.objectContaining({ action: 'refuse.scope', subjectKind: 'plan', subjectId: season.planId }),
    ]);
    expect(await leftBy(() => season.otherPost.get(`/papers/${paperId}`))).toHaveLength(1);
    expect(await leftBy(() => season.otherPost.get('/plans/no-such-plan'))).toEqual([]);
  });

  it('a sign-in that failed', async () => {
    const guess = { email: 'nobody@example.gov', password: 'a guess of somebody' };
    const left = await leftBy(() => web.stranger().post('/sign-in', guess));
    expect(left).toEqual([expect.objectContaining({ action: 'session.refuse' })]);
    expect(JSON.stringify(left)).not.toContain('nobody@example.gov');
  });

  it('a marked paper that is read, once an hour for a person, on the page and by the API', async () => {
    const read = { action: 'paper.read', subjectKind: 'paper', subjectId: paperId };
    const first = await leftBy(() => season.desk.get(`/papers/${paperId}`));
    expect(first).toEqual([expect.objectContaining({ ...read, actorId: season.desk.userId })]);
    expect(await leftBy(() => season.desk.get(`/papers/${paperId}`))).toEqual([]);
    expect(await leftBy(() => desk.get(`/api/v1/papers/${paperId}`))).toEqual([
      expect.objectContaining(read),
    ]);
    web.clock.advance(20 * 60_000);
    await season.desk.get('/today');
    web.clock.advance(20 * 60_000);
    await season.desk.get('/today');
    web.clock.advance(20 * 60_000 + 1);
    expect(await leftBy(() => season.desk.get(`/papers/${paperId}`))).toHaveLength(1);
  });

  it('all of it in words on the page of the trail, narrowed by what happened, without an id', async () => {
    const administrator = await web.browser('administrator');
    const shown = async (what: string) => readText((await administrator.get(`/audit?what=${what}`)).body);
    expect(await shown('readings')).toMatch(
      /Read a paper marked SBU Paper: Talking points 1, Tajikistan, 2009–10/,
    );
    expect(await shown('readings')).toMatch(
      /Exported the acts of a plan as a table Plan: Tajikistan, 2009–10 rows: 0/,
    );
    expect(await shown('readings')).not.toContain('Was refused');
    expect(await shown('refusals')).toContain(
      'Was refused: not part of the role asked to: read the audit trail',
    );
    expect(await shown('refusals')).toContain('A sign-in failed');
    expect(await shown('doors')).toContain('Signed in');
    expect(await shown('changes')).toContain(
      'Added a recommendation Recommendation: A1 of Tajikistan, 2009–10',
    );
    for (const what of ['', 'changes', 'doors', 'readings', 'refusals'])
      expect(await shown(what)).not.toMatch(/[0-9a-f]{8}-[0-9a-f]{4}-/);
  });

  it('nothing is handed out when the trail cannot be written, and a refusal stands all the same', async () => {
    await web.app.get(UnitOfWork).run(({ manager }) => manager.query(`UPDATE "auditHead" SET id = 'gone'`));
    const asked = ['/deadlines.csv', `/plans/${season.planId}/progress.csv`, `/papers/${paperId}/file.txt`];
    const statuses = [];
    for (const address of asked) statuses.push((await season.desk.get(address)).status);
    web.clock.advance(61 * 60_000);
    statuses.push((await desk.get(`/api/v1/papers/${paperId}`)).status);
    statuses.push((await desk.get('/api/v1/audit')).status);
    await web.app.get(UnitOfWork).run(({ manager }) => manager.query(`UPDATE "auditHead" SET id = 'head'`));
    expect(statuses).toEqual([500, 500, 500, 500, 403]);
  });
});
