import { Keys, type Role, SYSTEM_ACTOR } from '@demarche/access';
import { newId } from '@demarche/base';
import { UnitOfWork } from '@demarche/store';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout } from 'node:timers/promises';
import { type Machine, openMachine } from '../../support/machine';
import { FilledPlan, type PlanPlace } from './filled-plan';
import { belongingOf, type Places } from '../../support/route-table';
import type { Browser, OpenWeb } from '../../support/web';

/** Somebody at a browser and with a token of a program of theirs. */
export interface Walker {
  role: Role;
  browser: Browser;
  machine: Machine;
}

const COUNTRIES = ['TJK', 'EGY', 'FJI', 'LSO', 'TGO', 'MLI'];
const POSTS = ['DUSHANBE', 'CAIRO', 'SUVA', 'MASERU', 'LOME', 'BAMAKO'];
const YEARS = ['2009', '2008', '2007'];
const DUTIES: { role: Role; postIds?: string[] }[] = [
  { role: 'desk-officer' },
  { role: 'post-officer', postIds: POSTS },
  { role: 'manager' },
  { role: 'clearer' },
  { role: 'administrator' },
];
/** A cable that the house takes. */
export const CABLE = readFileSync(
  join(__dirname, '../../../libs/cables/fixtures/09STATE70412-lesotho.txt'),
  'utf8',
);

/**
 * A house with one or a few of everything that a page may list, made over the API as people would. It grows to three
 * times the countries, years and rows in place, so that the very same addresses can be asked before and after.
 */
export class GrowingHouse {
  /** The plan that everything hangs on, and one thing of each kind in it. */
  at!: Places;
  walkers: Walker[] = [];
  /** A plan that came from a cable, and a mail in the outbox. */
  importedPlan = '';
  letter = '';
  /** Another officer of the same posts, who owns half of the deadlines. */
  colleague = '';
  private readonly plans = new Map<string, FilledPlan>();
  private steps = 0;

  private constructor(private readonly web: OpenWeb) {}

  static async open(web: OpenWeb): Promise<GrowingHouse> {
    const house = new GrowingHouse(web);
    for (const { role, postIds = [] } of DUTIES) {
      const browser = await web.browser(role, { postIds });
      const machine = await openMachine(web.app, { role, postIds });
      house.walkers.push({ role, browser, machine });
    }
    const { actor } = await openMachine(web.app, { role: 'post-officer', postIds: POSTS });
    house.colleague = actor.userId;
    await house.fill({ countries: 2, years: 1, rows: 2 });
    return house;
  }

  /** Three times the rows, countries and years. */
  grow(): Promise<void> {
    return this.fill({ countries: 6, years: 3, rows: 6 });
  }

  as(role: Role): Walker {
    const found = this.walkers.find((walker) => walker.role === role);
    if (!found) throw new Error(`Nobody here is a ${role}.`);
    return found;
  }

  /** Another country's plan of the same year, and what was asked there. */
  get elsewhere(): { planId: string; recommendationIds: string[] } {
    const { id: planId = '', recommendations = [] } = this.plans.get('EGY 2009') ?? {};
    return { planId, recommendationIds: recommendations };
  }

  /** A route's path with what stands in this house at its places. */
  addressOf(path: string): string {
    const belonging = belongingOf(path);
    const filled = path
      .replace(':format', 'docx')
      .replace(/:(\w+)/g, (_, name: string) => this.idFor(name, path));
    if (belonging === 'plan' && /source$|cable$/.test(path)) return path.replace(/:\w+/, this.importedPlan);
    return path.endsWith('/file') ? `${filled}?format=docx` : filled;
  }

  private idFor(name: string, path: string): string {
    const belonging = belongingOf(path);
    if (/\/countries\/:/.test(path)) return 'TJK';
    if (/\/posts\/:/.test(path)) return 'DUSHANBE';
    if (/\/cycles\/:/.test(path)) return '2009';
    if (/\/people\/:/.test(path)) return this.at.owner;
    if (/\/outbox\/:/.test(path)) return this.letter;
    const owned = this.at[belonging as keyof Places];
    if (!owned) throw new Error(`Nothing stands in this house for ${name} of ${path}.`);
    return owned;
  }

  private async fill(size: { countries: number; years: number; rows: number }): Promise<void> {
    for (const countryId of COUNTRIES.slice(0, size.countries))
      for (const cycleId of YEARS.slice(0, size.years)) {
        const isMain = countryId === 'TJK' && cycleId === '2009';
        const plan = await this.planFor({ countryId, cycleId });
        while (plan.size < (isMain ? size.rows : 2)) {
          const places = await plan.add();
          this.at ??= places;
        }
      }
    await this.fillHouse(size.rows);
    this.steps += 1;
  }

  private async planFor(place: PlanPlace): Promise<FilledPlan> {
    const key = `${place.countryId} ${place.cycleId}`;
    const [{ machine: desk }, { machine: post }] = [this.as('desk-officer'), this.as('post-officer')];
    const by = { desk, post, colleague: this.colleague };
    const plan = this.plans.get(key) ?? (await FilledPlan.open(by, place));
    this.plans.set(key, plan);
    return plan;
  }

  /** What hangs on no plan: people, notices, tokens, mails, calendars and cycles. */
  private async fillHouse(rows: number): Promise<void> {
    const administrator = this.as('administrator').machine;
    for (let number = this.steps * 10; number < this.steps * 10 + rows; number += 1) {
      const person = { email: `p${number}@example.gov`, name: `P ${number}`, title: 'Officer' };
      await administrator.made('/people', {
        ...person,
        role: 'post-officer',
        postIds: ['DUSHANBE', 'CAIRO'],
      });
      const day = String(1 + (number % 27)).padStart(2, '0');
      const rest = { on: `2009-12-${day}`, name: 'Rest', source: 'a notice' };
      await administrator.must('POST', '/posts/DUSHANBE/holidays', rest);
      const week = { from: `2009-12-${day}`, weekend: [6, 7], source: 'a notice' };
      await administrator.must('POST', '/posts/DUSHANBE/work-weeks', week);
      await administrator.must('POST', '/cycles', { reportYear: 2031 + number });
      const step = { kind: 'post-report', nature: 'actual', on: `2009-11-${day}`, source: 'a cable' };
      await administrator.must('POST', '/cycles/2009/milestones', step);
    }
    for (const walker of this.walkers) await this.personalThingsOf(walker, rows);
    this.letter ||= await this.firstLetter(administrator);
    if (this.importedPlan) return;
    const wanted = { text: CABLE, countryId: 'MRT', cycleId: '2009', placementConfirmed: true };
    const desk = this.as('desk-officer').machine;
    const placed = { ...wanted, placementReason: 'no-increasing-efforts' };
    this.importedPlan = await desk.made('/cables/import', placed);
  }

  /** The reminders of what is due go out by themselves, a moment after it was agreed. */
  private async firstLetter(administrator: Machine): Promise<string> {
    for (let tries = 0; tries < 100; tries += 1) {
      const { rows } = (await administrator.get('/api/v1/outbox')).body as { rows: { name: string }[] };
      if (rows[0]) return rows[0].name;
      await setTimeout(50);
    }
    throw new Error('No mail went out.');
  }

  private async personalThingsOf({ machine }: Walker, rows: number): Promise<void> {
    const keys = this.web.app.get(Keys);
    for (let number = 0; number < rows; number += 1) {
      await keys.issueToken(machine.actor, { label: `own ${this.steps} ${number}`, days: 1 });
      await this.web.stranger().signIn(await keys.issueLink(SYSTEM_ACTOR, machine.actor.userId));
      await this.web.app.get(UnitOfWork).run(async ({ manager }) => {
        const id = newId();
        if (machine === this.walkers[0]?.machine) this.at.notice ||= id;
        const row = { id, userId: machine.actor.userId, text: 'Yours', link: null, readAt: null };
        await manager.insert('Notice', { ...row, createdAt: this.web.clock.now() });
      });
    }
  }
}
