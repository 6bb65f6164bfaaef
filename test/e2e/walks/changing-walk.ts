import { Temporal } from 'temporal-polyfill';
import { CHANGES } from '../../support/changing-routes';
import type { Machine } from '../../support/machine';
import { repeatedIn, statementsOf } from '../../support/statements';
import type { OpenWeb } from '../../support/web';
import { CABLE, type GrowingHouse } from './growing-house';
import type { Reading } from './budget';

type Method = 'POST' | 'PUT' | 'PATCH' | 'DELETE';

/** An act on one thing: how it is called and where. */
interface Act {
  method: Method;
  path: string;
}

/** What must have been done with a thing before, and what is done with it afterwards, by the last part of an act's path. */
const BEFORE: Record<string, string> = {
  'efforts/:id/restore': 'withdraw',
  'statistics/:id/restore': 'withdraw',
  'recommendations/:id/restore': 'drop',
  'deadlines/:id/reopen': 'meet',
  'people/:id/reopen': 'close',
};
const AFTER: Record<string, string> = {
  '/withdraw': 'restore',
  '/drop': 'restore',
  '/meet': 'reopen',
  '/waive': 'reopen',
  '/close': 'reopen',
};
const UNPLANNED = ['', 'ARG', 'BLZ', 'BRB'];

type Body = Record<string, unknown>;

/** What the house takes only once, made anew for each walk, by the end of the path. */
const UNIQUE: [end: string, body: (at: { turn: number; house: GrowingHouse }) => Body][] = [
  ['/plans', ({ turn }) => ({ countryId: UNPLANNED[turn], placementConfirmed: true })],
  ['/cables/check', () => ({ text: CABLE })],
  [
    '/cables/import',
    ({ turn }) => ({ text: CABLE, countryId: UNPLANNED[turn], cycleId: '2008', placementConfirmed: true }),
  ],
  ['/efforts/:id/move', ({ house }) => house.elsewhere],
  ['/deadlines/:id/move', ({ turn }) => ({ statutoryOn: `2009-12-${10 + turn}` })],
  ['/zone', ({ turn }) => ({ zone: ['Asia/Dushanbe', 'Asia/Tashkent'][turn % 2] })],
  ['/holidays', ({ turn }) => ({ on: `2010-03-0${turn}` })],
  ['/work-weeks', ({ turn }) => ({ from: `2010-03-0${turn}` })],
  ['/cycles', ({ turn }) => ({ reportYear: 2090 + turn })],
  ['/people', ({ turn }) => ({ email: `walk-${turn}@example.gov` })],
  ['/people/:id', ({ turn }) => ({ name: `Walker ${turn}` })],
];

/**
 * Does every act of the API once, as the first person who may, and counts. Before each it lets the house put away what
 * would fall on whatever act comes next, such as the anchor after every hundredth entry.
 */
export class ChangingWalk {
  private turns = 0;
  private things = 0;

  constructor(
    private readonly web: OpenWeb,
    private readonly house: GrowingHouse,
    private readonly tidy: () => Promise<void> = async () => undefined,
  ) {}

  /** In the order of the table of changes; an act that nobody may do has the last one's refusal as its status. */
  async walk(): Promise<Reading[]> {
    this.turns += 1;
    const readings: Reading[] = [];
    for (const name of Object.keys(CHANGES).filter((one) => one.includes(' /api/v1/'))) {
      const [method, path] = name.split(' ') as [Method, string];
      readings.push(await this.doOnce({ method, path }));
    }
    return readings;
  }

  private async doOnce(act: Act): Promise<Reading> {
    const before = Object.keys(BEFORE).find((end) => act.path.endsWith(end));
    if (before) await this.attempt(this.beside(act, BEFORE[before] as string));
    const reading = await this.attempt(act);
    const after = Object.keys(AFTER).find((end) => act.path.endsWith(end));
    if (after) await this.attempt({ ...act, path: act.path.slice(0, -after.length) + '/' + AFTER[after] });
    if (act.path.endsWith('/lead-post')) await this.giveBack();
    return reading;
  }

  private async giveBack(): Promise<void> {
    const { machine } = this.house.as('administrator');
    await machine.must('PUT', '/countries/TJK/lead-post', { postId: 'DUSHANBE' });
  }

  private beside({ path }: Act, word: string): Act {
    const start = path.slice(0, path.indexOf('/', path.indexOf(':')));
    return { method: 'POST', path: `${start}/${word}` };
  }

  private async attempt(act: Act): Promise<Reading> {
    let last: Reading | undefined;
    for (const { role, machine } of this.house.walkers) {
      const url = await this.addressOf(act);
      const body = await this.bodyOf(act, machine);
      const sent = act.method === 'DELETE' ? {} : { body };
      await this.tidy();
      const { answer, statements } = await statementsOf(this.web.app, () =>
        machine.ask(act.method, url, sent),
      );
      const [worst = { text: '', count: 0 }] = repeatedIn(statements);
      const counted = { status: answer.status, statements: statements.length, worst, isList: false };
      last = { route: `${act.method} ${act.path}`, role, ...counted };
      if (answer.status < 300) return last;
    }
    return last as Reading;
  }

  private async bodyOf({ method, path }: Act, machine: Machine): Promise<Record<string, unknown>> {
    const change = CHANGES[`${method} ${path}`];
    const own = change?.body(this.house.at) ?? {};
    const turn = { turn: this.turns, house: this.house };
    const unique = UNIQUE.find(([end]) => path.endsWith(end))?.[1](turn) ?? {};
    const version = change?.isVersioned ? { version: await this.versionOf(path, machine) } : {};
    return { ...own, ...unique, ...version };
  }

  private async versionOf(path: string, machine: Machine): Promise<number> {
    if (path.endsWith('/efforts/:id/move')) return 1;
    const [thing = path] = /^.*?:\w+/.exec(path) ?? [];
    const asked = /cable-header|narrative/.test(path) ? path.replace('/scale', '') : thing;
    const { body } = await machine.get(this.plainAddressOf(asked));
    const one = (body.deadline ?? body) as { version?: number };
    return one.version ?? 0;
  }

  private plainAddressOf(path: string): string {
    return path.includes('/people/') ? path.replace(':id', this.house.colleague) : this.house.addressOf(path);
  }

  /** The address, of a thing of its own where an act cannot be taken back. */
  private async addressOf({ path }: Act): Promise<string> {
    this.things += 1;
    if (path.includes('/release/')) return path.replace(':id', await this.freshPaper(path));
    if (path.endsWith('/efforts/:id/move')) return path.replace(':id', await this.freshEffort());
    if (!path.includes(':holidayId')) return this.plainAddressOf(path);
    const day = new Temporal.PlainDate(2010, 4, 1).add({ days: this.things });
    const rest = { on: day.toString(), name: 'Rest', source: 'a notice' };
    const administrator = this.house.as('administrator').machine;
    return path.replace(':holidayId', await administrator.made('/posts/DUSHANBE/holidays', rest));
  }

  private async freshPaper(path: string): Promise<string> {
    const { machine } = this.house.as('desk-officer');
    const id = await machine.made(`/plans/${this.house.at.plan}/papers`, { kind: 'non-paper' });
    if (!path.endsWith('/propose')) await machine.must('POST', `/papers/${id}/release/propose`, {});
    return id;
  }

  private freshEffort(): Promise<string> {
    const { plan, recommendation } = this.house.at;
    const act = { text: `A court ${this.things}.`, happenedOn: '2009-10-12', ranBy: 'government' };
    const body = { ...act, recommendationIds: [recommendation] };
    return this.house.as('post-officer').machine.made(`/plans/${plan}/efforts`, body);
  }
}
