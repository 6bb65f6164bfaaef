import { Acts, Actor, Audit, Sessions, SYSTEM_ACTOR, Trail } from '@demarche/access';
import { PlanReading } from '@demarche/plans';
import * as rules from '@demarche/rules';
import { UnitOfWork } from '@demarche/store';
import { AddressGuard } from '../../apps/web/src/http/guards/address.guard';
import { CsrfGuard } from '../../apps/web/src/http/guards/csrf.guard';
import { LimitsGuard } from '../../apps/web/src/http/guards/limits.guard';
import { SpillDesk } from '../../apps/web/src/http/refusals/spill-desk.service';
import { AuditRepository } from '../../libs/access/src/trail/audit.repository';
import { DATABASES } from '../support/database';
import { type Machine, openMachine } from '../support/machine';
import { openSeason, readText, type Season } from '../support/season';
import { type Fields, openTestWeb, type OpenWeb } from '../support/web';

// The scanner is a function of its own, which only a copy of its room lets fail.
jest.mock('@demarche/rules', () => ({ __esModule: true, ...jest.requireActual<object>('@demarche/rules') }));

const SECRET = 'a fault that nobody outside may read';

/** The requests by which a part is tried: by a machine and by a browser, to change, to read, and to take a copy. */
type Request = 'call' | 'query' | 'page' | 'table' | 'form';
const ALL: Request[] = ['call', 'query', 'page', 'table', 'form'];

interface Part {
  name: string;
  owner: { prototype: object };
  step: string;
  has: Request[];
  /** Whether it decides at once, so that it can neither fail later nor be silent. */
  isPrompt?: boolean;
}

/** Every part that decides whether a request may pass, the step by which it decides, and where it has a say. */
const PARTS: Part[] = [
  { name: 'the check of the address', owner: AddressGuard, step: 'canActivate', has: ALL },
  { name: 'the check of the form’s origin', owner: CsrfGuard, step: 'canActivate', has: ALL },
  { name: 'the limits', owner: LimitsGuard, step: 'canActivate', has: ALL },
  { name: 'the sessions', owner: Sessions, step: 'present', has: ['page', 'table', 'form'] },
  { name: 'the tokens', owner: Sessions, step: 'presentByToken', has: ['call', 'query'] },
  { name: 'the table of permissions', owner: Actor, step: 'can', has: ALL, isPrompt: true },
  { name: 'the scope of posts', owner: Actor, step: 'sees', has: ['query', 'page', 'form'], isPrompt: true },
  {
    name: 'the scanner for marks of classification',
    owner: { prototype: rules },
    step: 'spillScan',
    has: ['form'],
    isPrompt: true,
  },
  { name: 'the one way to act', owner: Acts, step: 'perform', has: ['call', 'form'] },
  { name: 'the trail', owner: AuditRepository, step: 'append', has: ['call', 'table', 'form'] },
  { name: 'the entry of an export', owner: Trail, step: 'witness', has: ['table'] },
  { name: 'the reading of a plan', owner: PlanReading, step: 'open', has: ['query', 'page', 'form'] },
];

/** The ways of a part to fail aloud. */
const WAYS: [name: string, fail: () => unknown][] = [
  ['throws', () => raise()],
  ['fails later', () => Promise.reject(new Error(SECRET))],
];

function raise(): never {
  throw new Error(SECRET);
}

describe.each(DATABASES)('a guard that fails (F24) lets nothing pass, on %s', (kind) => {
  let web: OpenWeb;
  let season: Season;
  let desk: Machine;
  let form: Fields;

  beforeAll(async () => {
    web = await openTestWeb(kind);
    season = await openSeason(web);
    desk = await openMachine(web.app, { role: 'desk-officer' });
    const page = (await season.post.get('/log')).body;
    form = { csrf: /name="csrf" value="([0-9a-f]{64})"/.exec(page)?.[1] ?? '' };
  });
  afterEach(() => jest.restoreAllMocks());
  afterAll(() => web.close());

  const entries = async () => (await web.app.get(Audit).verify()).entries;
  const plans = async () => (await web.app.get(PlanReading).list(SYSTEM_ACTOR)).total;

  async function ask(request: Request): Promise<{ status: number; body: string }> {
    const text = { text: 'A shelter was opened.', happenedOn: '2009-10-12', ranBy: 'government' };
    const plan = { countryId: 'EGY', cycleId: '2009', placementReason: 'no-increasing-efforts' };
    if (request === 'page') return season.post.get(`/plans/${season.planId}`);
    if (request === 'table') return season.post.get('/deadlines.csv');
    if (request === 'form')
      return season.post.post('/log', { ...text, ...form, recommendationIds: season.recommendations[0] });
    const { status, text: body } =
      request === 'call'
        ? await desk.post('/api/v1/plans', plan)
        : await desk.get(`/api/v1/plans/${season.planId}`);
    return { status, body };
  }

  describe.each(PARTS)('$name', ({ owner, step, has, isPrompt }) => {
    const part = () => jest.spyOn(owner.prototype as Record<string, () => unknown>, step);

    it.each(isPrompt ? WAYS.slice(0, 1) : WAYS)('%s', async (_way, fail) => {
      const [before, made] = [await entries(), await plans()];
      const answers = [];
      const spy = part().mockImplementation(fail);
      for (const request of has) answers.push(await ask(request));
      spy.mockRestore();
      expect(answers.map(({ status }) => status)).toEqual(has.map(() => 500));
      for (const { body } of answers) {
        expect(body).not.toContain(SECRET);
        expect(readText(body)).toMatch(/tell your administrator this number: [0-9a-f-]{36}/);
      }
      expect([await entries(), await plans()]).toEqual([before, made]);
    });

    if (!isPrompt)
      it('never answers', async () => {
        const [before, made] = [await entries(), await plans()];
        const waiting: (() => void)[] = [];
        const spy = part().mockImplementation(
          () => new Promise((_done, refuse) => waiting.push(() => refuse(new Error(SECRET)))),
        );
        const asked = Promise.all(has.map(ask));
        const first = await Promise.race([
          asked,
          new Promise((done) => setTimeout(() => done('silence'), 200)),
        ]);
        expect(first).toBe('silence');
        spy.mockImplementation(raise);
        const ending = setInterval(() => waiting.shift()?.(), 5);
        expect((await asked).map(({ status }) => status)).toEqual(has.map(() => 500));
        clearInterval(ending);
        spy.mockRestore();
        expect([await entries(), await plans()]).toEqual([before, made]);
      });
  });

  it('the desk that takes what the scanner found: neither kept, nor shown, nor let pass', async () => {
    const found = '(S) The shelter was opened.';
    const before = await entries();
    for (const [, fail] of WAYS) {
      const spy = jest.spyOn(SpillDesk.prototype, 'take').mockImplementation(fail as never);
      const act = { ...form, text: found, happenedOn: '2009-10-12', ranBy: 'government' };
      const answer = await season.post.post('/log', act);
      spy.mockRestore();
      expect(answer.status).toBe(500);
      expect(answer.body).not.toContain('The shelter was opened');
    }
    expect(await entries()).toBe(before);
  });

  it('and the house answers again once they work', async () => {
    expect((await desk.get(`/api/v1/plans/${season.planId}`)).status).toBe(200);
    expect((await season.post.get(`/plans/${season.planId}`)).status).toBe(200);
    expect(web.app.get(UnitOfWork).current).toBeNull();
  });
});
