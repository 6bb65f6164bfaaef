import { openMachine } from '../support/machine';
import { openSeason } from '../support/season';
import { openTestWeb, type OpenWeb } from '../support/web';

jest.setTimeout(60_000);

describe('the limits at the doors', () => {
  let web: OpenWeb;
  let planId: string;

  beforeAll(async () => {
    const few = {
      WRITES_PER_MINUTE: '5',
      SEARCHES_PER_MINUTE: '4',
      LIST_EXPORTS_PER_HOUR: '3',
      PAPER_DOWNLOADS_PER_HOUR: '2',
    };
    web = await openTestWeb('sqlite', few);
    ({ planId } = await openSeason(web));
  });
  afterAll(() => web.close());
  beforeEach(() => web.clock.advance(3_600_000 / 3));

  it('let a person save so often in a minute, and say when it goes on', async () => {
    const desk = await openMachine(web.app, { role: 'desk-officer' });
    const other = await openMachine(web.app, { role: 'desk-officer' });
    const save = (machine = desk) => machine.post('/api/v1/cables/check', { text: 'no cable' });
    for (let count = 0; count < 5; count += 1) expect((await save()).status).not.toBe(429);
    web.clock.advance(20_000);
    const refused = await save();
    expect([refused.status, refused.headers['retry-after']]).toEqual([429, '40']);
    expect(refused.body.detail).toContain('Wait 40 seconds, then try again.');
    expect((await desk.get('/api/v1/plans')).status).toBe(200);
    expect((await save(other)).status).not.toBe(429);
    web.clock.advance(40_000);
    expect((await save()).status).not.toBe(429);
  });

  it('give back on a page what was typed when it could not be saved', async () => {
    const officer = await web.browser('desk-officer');
    await officer.get('/account');
    const save = () => officer.submit('/account/tokens', { label: 'typed at great length', days: '9999' });
    for (let count = 0; count < 5; count += 1) expect((await save()).status).toBe(422);
    const refused = await save();
    expect(refused.status).toBe(429);
    expect(refused.headers['retry-after']).toBe('60');
    expect(refused.body).toContain('typed at great length');
  });

  it('count searches only where something is looked for', async () => {
    const officer = await web.browser('administrator');
    for (let count = 0; count < 20; count += 1)
      expect((await officer.get('/people?page=1')).status).toBe(200);
    for (let count = 0; count < 4; count += 1)
      expect((await officer.get(`/people?named=a${count}`)).status).toBe(200);
    expect((await officer.get('/people?named=b')).status).toBe(429);
    expect((await officer.get('/people')).status).toBe(200);
  });

  it('count the lists that are taken away whole by the hour', async () => {
    const manager = await web.browser('manager');
    for (let count = 0; count < 3; count += 1) {
      expect((await manager.get('/deadlines.csv')).status).toBe(200);
      web.clock.advance(60_000);
    }
    const refused = await manager.get('/deadlines.csv');
    expect([refused.status, refused.headers['retry-after']]).toEqual([429, String(57 * 60)]);
    expect(refused.body).toContain('Wait 57 minutes');
  });

  it('count exports for each person, whichever list it is, and leave the pages alone', async () => {
    const manager = await web.browser('manager');
    const lists = [`/plans/${planId}/progress.csv`, `/plans/${planId}/statistics.csv`, '/deadlines.csv'];
    for (const list of lists) expect([list, (await manager.get(list)).status]).toEqual([list, 200]);
    for (const list of lists) expect([list, (await manager.get(list)).status]).toEqual([list, 429]);
    expect((await manager.get('/deadlines')).status).toBe(200);
    expect((await (await web.browser('manager')).get('/deadlines.csv')).status).toBe(200);
  });

  it('count the papers that are taken away by the hour, by browser and by program alike', async () => {
    const desk = await openMachine(web.app, { role: 'desk-officer' });
    const paper = await desk.made(`/plans/${planId}/papers`, { kind: 'non-paper' });
    const officer = await web.browser('desk-officer');
    const doors = {
      page: () => officer.get(`/papers/${paper}/file.txt`),
      call: () => desk.get(`/api/v1/papers/${paper}/file?format=docx`),
    };
    for (const [door, take] of Object.entries(doors)) {
      for (let count = 0; count < 2; count += 1) expect([door, (await take()).status]).toEqual([door, 200]);
      const refused = await take();
      expect([door, refused.status, refused.headers['retry-after']]).toEqual([door, 429, '3600']);
    }
    expect((await officer.get(`/papers/${paper}`)).status).toBe(200);
    web.clock.advance(3_600_000);
    expect((await doors.call()).status).toBe(200);
  });
});
