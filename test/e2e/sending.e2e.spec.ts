import { SendingPauses } from '@demarche/store';
import { DATABASES } from '../support/database';
import { openMachine } from '../support/machine';
import { type Browser, openTestWeb, type OpenWeb } from '../support/web';

jest.setTimeout(60_000);

const BANNER = /Sending is paused: a clock was found wrong/;
const TROUBLE = { cause: 'off-database', aheadMilliseconds: 30 * 86_400_000 } as const;

describe.each(DATABASES)('the pause of all sending on %s', (kind) => {
  let web: OpenWeb;
  let pauses: SendingPauses;
  let manager: Browser;
  let administrator: Browser;

  beforeAll(async () => {
    web = await openTestWeb(kind);
    pauses = web.app.get(SendingPauses);
    manager = await web.browser('manager');
    administrator = await web.browser('administrator');
  });
  afterAll(() => web.close());

  it('stands on every page of managers and administrators, on nobody else’s, until one confirms the time', async () => {
    const desk = await web.browser('desk-officer');
    expect((await manager.get('/plans')).body).not.toMatch(BANNER);
    await pauses.begin(TROUBLE);
    for (const path of ['/today', '/plans', '/account'])
      expect((await manager.get(path)).body).toMatch(BANNER);
    for (const path of ['/today', '/people', '/status'])
      expect((await administrator.get(path)).body).toMatch(BANNER);
    expect((await desk.get('/today')).body).not.toMatch(BANNER);
    expect((await desk.get('/sending')).status).toBe(403);
    expect((await manager.get('/sending')).body).toContain(
      '30 days ahead of the clock of the database server',
    );
    const resumed = await manager.submit('/sending/resume', {});
    expect([resumed.status, resumed.location]).toEqual([303, '/sending?done=sending-resumed']);
    expect(await pauses.current()).toBeNull();
    expect((await administrator.get('/today')).body).not.toMatch(BANNER);
    const trail = (await administrator.get('/audit')).body;
    expect(trail).toContain('Paused all sending');
    expect(trail).toContain('Confirmed the time, so that sending goes on');
  });

  it('can be read and ended by machines, and a second confirmation is refused', async () => {
    const machine = await openMachine(web.app, { role: 'administrator' });
    expect((await machine.get('/api/v1/sending')).body).toEqual({ isPaused: false, pause: null });
    await pauses.begin({ cause: 'jumped', aheadMilliseconds: -9_000_000 });
    expect((await machine.get('/api/v1/sending')).body).toEqual({
      isPaused: true,
      pause: {
        cause: 'jumped',
        aheadMilliseconds: -9_000_000,
        machine: expect.any(String) as string,
        readAt: expect.any(String) as string,
      },
    });
    const desk = await openMachine(web.app, { role: 'desk-officer' });
    expect((await desk.post('/api/v1/sending/resume')).status).toBe(403);
    expect((await machine.post('/api/v1/sending/resume')).body).toEqual({ done: true });
    expect((await machine.post('/api/v1/sending/resume')).status).toBe(409);
  });
});
