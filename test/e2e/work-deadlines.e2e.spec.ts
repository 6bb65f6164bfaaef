import { DeadlineBoard } from '@demarche/deadlines';
import { DATABASES } from '../support/database';
import { idIn, openSeason, readText, type Season } from '../support/season';
import { type Fields, openTestWeb, type OpenWeb } from '../support/web';

describe.each(DATABASES)('deadlines in a browser on %s', (kind) => {
  let web: OpenWeb;
  let season: Season;
  const board = async (query = '') => readText((await season.desk.get(`/deadlines${query}`)).body);
  const set = async (fields: Fields = {}) => {
    const { desk, planId, post } = season;
    await desk.get(`/plans/${planId}/deadlines/new`);
    const given = {
      title: 'Progress report',
      kind: 'post-report',
      statutoryOn: '2009-11-15',
      place: 'DUSHANBE',
    };
    return desk.submit(`/plans/${planId}/deadlines`, { ...given, ownerId: post.userId, ...fields });
  };
  const page = async (fields: Fields = {}) => (await set(fields)).location?.split('?')[0] ?? '';

  beforeAll(async () => {
    web = await openTestWeb(kind);
    season = await openSeason(web);
  });
  afterAll(() => web.close());

  it('invites to set the first one', async () => {
    expect(await board()).toContain('Open deadlines appear here, the next one first.');
  });

  it('are set from the cycle at one press, and only once', async () => {
    const { desk, planId } = season;
    const path = `/plans/${planId}/deadlines`;
    await desk.get(`${path}/new`);
    const first = await desk.submit(`${path}/milestones`, {});
    expect(first.location).toBe(`/deadlines?plan=${planId}&done=deadlines-set`);
    expect(readText((await desk.get(first.location ?? '')).body)).toContain(
      '3 deadlines: 1 due soon, 2 upcoming',
    );
    await desk.get(`${path}/new`);
    const second = await desk.submit(`${path}/milestones`, {});
    expect(second.location).toBe(`/deadlines?plan=${planId}&done=deadlines-none`);
  });

  it('show both dates, the reason, the state, the owner and the reminders on the board', async () => {
    const text = await board();
    expect(text).toContain('Fri 13 Nov 2009 date instructed Sun 15 Nov 2009 (weekend)');
    expect(text).toContain('◇ Due soon 6 working days left');
    expect(text).toContain('Pat Dushanbe Dushanbe none yet Thu 5 Nov 2009, 09:00');
  });

  it('are filtered in the address and downloaded as they are filtered', async () => {
    expect(await board('?from=2010-01-01')).toContain('2 deadlines: 2 upcoming');
    expect(await board(`?owner=${season.post.userId}`)).toContain('2 deadlines: 1 due soon, 1 upcoming');
    expect(await board('?state=overdue')).toContain('No deadline fits these filters.');
    const csv = await season.desk.get('/deadlines.csv?until=2009-12-31');
    expect(csv.body).toContain(
      '2009-11-13,2009-11-15,Instructed,weekend,,Dushanbe,Pat Dushanbe,Due soon,6 working days left',
    );
    expect(csv.body.split('\r\n').filter(Boolean)).toHaveLength(2);
    expect((await season.desk.get('/deadlines?state=lost')).status).toBe(422);
    expect((await season.desk.get('/deadlines?from=soon')).status).toBe(422);
  });

  it('are put in order by their heads, one way and the other', async () => {
    const { body } = await season.desk.get('/deadlines?sort=-due');
    expect(body).toMatch(
      /<th scope="col" aria-sort="descending"><a href="\/deadlines\?sort(=|&#x3D;)due">Due/,
    );
    const order = (text: string) =>
      [...text.matchAll(/(Fri 13 Nov|Mon 1 Feb|Fri 12 Feb)/g)].map(([day]) => day);
    expect(order(readText(body))).toEqual(['Fri 12 Feb', 'Mon 1 Feb', 'Fri 13 Nov']);
    expect((await season.desk.get('/deadlines?sort=owner')).status).toBe(200);
    expect((await season.desk.get('/deadlines?sort=luck')).status).toBe(422);
  });

  it('ask about a day far from the cycle, and take it from somebody who is sure', async () => {
    const far = { title: 'Far', kind: 'other', statutoryOn: '2015-11-16' };
    const { status, body } = await set(far);
    expect([status, readText(body)]).toEqual([
      422,
      expect.stringContaining('more than 400 days from the cycle'),
    ]);
    expect(body).toContain('name="sure"');
    expect((await set({ ...far, sure: 'yes' })).status).toBe(303);
  });

  it('are refused with every reason, and what was typed stays', async () => {
    const { status, body } = await set({
      title: 'Field <findings>',
      kind: 'recommendation',
      statutoryOn: '15 Nov',
    });
    expect(status).toBe(422);
    expect(body).toContain('value="Field &lt;findings&gt;"');
    expect(body).toContain('value="15 Nov"');
    expect(body).toContain('href="#statutoryOn"');
    const unfit = await set({ kind: 'recommendation' });
    expect(unfit.status).toBe(422);
    expect(unfit.body).toContain('href="#recommendationId"');
  });

  it('tell on their own page the hour in Washington, each day skipped, and every mail owed', async () => {
    const text = readText((await season.post.get(await page())).body);
    expect(text).toContain('Due soon: Fri 13 Nov 2009, close of business in Dushanbe, 6 working days left');
    expect(text).toContain('That day ends in Dushanbe when it is Fri 13 Nov 2009, 14:00 in Washington');
    expect(text).toContain('Sun 15 Nov 2009: weekend in Washington and Dushanbe');
    expect(text).toContain('10 working days before Pat Dushanbe Thu 29 Oct 2009, 09:00');
    expect(text).toContain('Skipped: its time had passed when it was planned');
    expect(text).toContain(
      'First working day after Mo Manager Mon 16 Nov 2009, 09:00 Sun 15 Nov 2009, 23:00 Planned',
    );
  });

  it('are moved, and the reminders of the earlier date stay in the ledger as cancelled', async () => {
    const path = await page();
    await season.desk.get(path);
    const moved = await season.desk.submit(`${path}/move`, {
      statutoryOn: '2009-11-20',
      movedBecause: 'The visit was put off.',
    });
    expect(moved.location).toBe(`${path}?done=deadline-moved`);
    const text = readText((await season.desk.get(path)).body);
    expect(text).toContain('Fri 20 Nov 2009, close of business in Dushanbe');
    expect(text).toContain(
      'Date set Fri 20 Nov 2009 Was due Fri 13 Nov 2009. Moved because: The visit was put off.',
    );
    expect(text).toContain(
      'Moved: from Fri 13 Nov 2009 to Fri 20 Nov 2009. Reason: The visit was put off. Dana Desk',
    );
    expect(text).toContain('The cycle says Sun 15 Nov 2009. This deadline differs from it');
    expect(await board()).toContain('was Fri 13 Nov 2009 differs from the cycle: Sun 15 Nov 2009');
    expect(text).toContain('planned before the last change');
    expect(text).toContain('Cancelled: the deadline was moved');
  });

  it('are met by a logged act, given away and waived, each with its confirmation', async () => {
    await season.post.get('/log');
    const logged = await season.post.submit('/log', {
      text: 'Findings handed over.',
      happenedOn: '2009-11-03',
      ranBy: 'government',
      recommendationIds: season.recommendations[0],
    });
    const [met, given, waived] = [await page(), await page(), await page()];
    expect((await season.post.get(met)).body).toContain('SENSITIVE BUT UNCLASSIFIED');
    const answer = await season.post.submit(`${met}/meet`, {
      on: '2009-11-03',
      effortId: idIn(logged.location),
    });
    expect(answer.location).toBe(`${met}?done=deadline-met`);
    const closed = (await season.post.get(met)).body;
    expect(readText(closed)).toContain('Met: Met on Tue 3 Nov 2009 The act that met it');
    expect(closed).not.toContain('Change it');
    await season.desk.get(met);
    expect((await season.desk.submit(`${met}/reopen`, { reason: '' })).status).toBe(422);
    const again = await season.desk.submit(`${met}/reopen`, { reason: 'Only a draft was sent.' });
    expect(again.location).toBe(`${met}?done=deadline-reopened`);
    const reopened = readText((await season.post.get(met)).body);
    expect(reopened).toContain('Due soon: Fri 13 Nov 2009');
    expect(reopened).toContain('Reopened. Reason: Only a draft was sent. Dana Desk');
    await season.desk.get(given);
    await season.desk.submit(`${given}/reassign`, { ownerId: season.desk.userId });
    expect(readText((await season.desk.get(given)).body)).toContain('owner: Dana Desk');
    await season.manager.get(waived);
    await season.manager.submit(`${waived}/waive`, { reason: 'Overtaken by the visit.' });
    expect(readText((await season.manager.get(waived)).body)).toContain('Reason: Overtaken by the visit.');
  });

  it('keep the form open with its reasons when a change is refused', async () => {
    const path = await page();
    await season.desk.get(path);
    const { status, body } = await season.desk.submit(`${path}/waive`, { reason: '' });
    expect(status).toBe(422);
    expect(body).toMatch(/<details class="fold" open>\s*<summary>Waive it/);
    expect(body).toContain('href="#reason"');
  });

  it('change for one of two people who saw the same version; the other’s words stay', async () => {
    const path = await page();
    await season.desk.get(path);
    await season.manager.get(path);
    await season.manager.submit(`${path}/move`, { statutoryOn: '2009-11-24', movedBecause: 'Snow.' });
    const { status, body } = await season.desk.submit(`${path}/waive`, { reason: 'Not needed “any more”.' });
    expect(status).toBe(409);
    expect(readText(body)).toContain('Meanwhile this deadline has changed.');
    expect(body).toContain('Not needed “any more”.</textarea>');
    expect(readText(body)).toContain('Tue 24 Nov 2009, close of business');
    expect((await season.desk.submit(`${path}/waive`, { reason: 'Again.', version: '' })).status).toBe(428);
    const { deadline } = await web.app.get(DeadlineBoard).one(season.deskActor, idIn(path));
    expect(deadline).toMatchObject({ waivedOn: null, statutoryOn: '2009-11-24' });
  });

  it('are set once although the form arrives twice', async () => {
    const before = (await web.app.get(DeadlineBoard).of(season.deskActor, season.planId)).length;
    const first = await set({ title: 'Twice' });
    const given = { title: 'Twice', kind: 'post-report', statutoryOn: '2009-11-15', place: 'DUSHANBE' };
    const action = `/plans/${season.planId}/deadlines`;
    const second = await season.desk.submit(action, { ...given, ownerId: season.post.userId });
    expect(second.location).toBe(first.location);
    expect(await web.app.get(DeadlineBoard).of(season.deskActor, season.planId)).toHaveLength(before + 1);
  });

  it('move with the date of their cycle, once the administrator has seen which and whose', async () => {
    const path = await page({ title: 'Goes with the cycle' });
    const keeper = await web.browser('administrator');
    const [cycle, action] = ['/register/cycles/2009', '/register/cycles/2009/milestones'];
    const date = { kind: 'post-report', nature: 'instructed', on: '2009-11-20', source: '09 STATE 1' };
    await keeper.get(cycle);
    const far = await keeper.submit(action, { ...date, on: '2019-11-20' });
    expect(far.status).toBe(422);
    expect(far.body).toContain('name="sure"');
    const first = await keeper.submit(action, date);
    expect(first.status).toBe(422);
    expect(readText(first.body)).toContain('Goes with the cycle Tajikistan, 2009–10 Pat Dushanbe');
    expect(readText(first.body)).toContain('Fri 13 Nov 2009 Fri 20 Nov 2009');
    expect(readText((await season.post.get(path)).body)).toContain('Due soon: Fri 13 Nov 2009');
    const other = await keeper.submit(action, {
      ...date,
      on: '2009-11-23',
      foreseen: 'post-report instructed 2009-11-20',
    });
    expect(other.status).toBe(422);
    const second = await keeper.submit(action, { ...date, foreseen: 'post-report instructed 2009-11-20' });
    expect(second.location).toBe(`${cycle}?done=milestone-set`);
    const moved = readText((await season.post.get(path)).body);
    expect(moved).toContain('Upcoming: Fri 20 Nov 2009');
    expect(moved).toContain('Was due Fri 13 Nov 2009. Moved because: 09 STATE 1');
    expect(readText((await season.post.get('/notices')).body)).toContain(
      'Goes with the cycle is due Fri 20 Nov 2009 now. It was due Fri 13 Nov 2009.',
    );
    await keeper.get(cycle);
    await keeper.submit(action, { ...date, on: '2009-11-15', foreseen: 'post-report instructed 2009-11-15' });
    expect(readText((await season.post.get(path)).body)).toContain('Due soon: Fri 13 Nov 2009');
  });

  it('are hidden from other posts and cannot be changed by roles that may not', async () => {
    const path = await page();
    const [theirs, missing] = [
      await season.otherPost.get(path),
      await season.otherPost.get('/deadlines/nothing'),
    ];
    expect([theirs.status, missing.status]).toEqual([404, 404]);
    expect(readText(theirs.body)).toBe(readText(missing.body));
    expect(readText((await season.otherPost.get('/deadlines?state=all')).body)).not.toContain(
      'Progress report',
    );
    const shown = (await season.post.get(path)).body;
    expect(shown).toContain('It was met');
    expect(shown).not.toContain('Waive it');
    const csrf = /name="csrf" value="([^"]*)"/.exec(shown)?.[1] ?? '';
    const version = '1';
    const waive = await season.post.post(`${path}/waive`, { csrf, version, reason: 'No.' });
    expect(waive.status).toBe(403);
    expect((await season.post.get(`/plans/${season.planId}/deadlines/new`)).status).toBe(403);
    await season.otherPost.get('/today');
    const foreign =
      /name="csrf" value="([^"]*)"/.exec((await season.otherPost.get('/deadlines')).body)?.[1] ?? '';
    const meet = await season.otherPost.post(`${path}/meet`, { csrf: foreign, version, on: '2009-11-03' });
    expect(meet.status).toBe(404);
  });
});
