import type { Settings } from '@demarche/base';
import { writerOptions } from '@demarche/store';
import { DataSource } from 'typeorm';

/** One person of each role, the first of its kind in the house. */
export interface HandOfRole {
  id: string;
  role: string;
}

type Place = 'plan' | 'recommendation' | 'effort' | 'deadline' | 'paper' | 'country';

/** Pages and lists by what they stand on. The newest plan of the first country, and what hangs on it, are asked for. */
const PAGES: Record<string, string> = {
  today: '/today',
  plans: '/plans',
  plan: '/plans/:plan',
  progress: '/plans/:plan/progress',
  'plan-deadlines': '/plans/:plan/deadlines/new',
  narrative: '/plans/:plan/narrative',
  recommendation: '/recommendations/:recommendation',
  deadlines: '/deadlines',
  'deadlines-closed': '/deadlines?state=closed',
  'deadlines-all': '/deadlines?state=all',
  deadline: '/deadlines/:deadline',
  'deadlines-csv': '/deadlines.csv?state=all&plan=:plan',
  assessments: '/assessments',
  'assessments-all': '/assessments?state=all',
  countries: '/countries',
  country: '/countries/:country',
  register: '/register',
  'register-countries': '/register/countries',
  audit: '/audit',
  people: '/people',
  status: '/status',
  notices: '/notices',
  account: '/account',
  effort: '/efforts/:effort',
  paper: '/papers/:paper',
};
const LISTS: Record<string, string> = {
  'api-plans': '/api/v1/plans',
  'api-plan': '/api/v1/plans/:plan',
  'api-recommendation': '/api/v1/recommendations/:recommendation',
  'api-tally': '/api/v1/deadlines/tally',
  'api-releases': '/api/v1/releases',
  'api-efforts': '/api/v1/plans/:plan/efforts',
  'api-deadlines': '/api/v1/deadlines',
  'api-deadlines-all': '/api/v1/deadlines?state=all',
  'api-statistics': '/api/v1/plans/:plan/statistics',
  'api-country': '/api/v1/countries/:country',
  'api-countries': '/api/v1/countries',
};

const NEWEST = `SELECT p."id" AS "plan", p."countryId" AS "country" FROM "plans" p JOIN "papers" a ON a."planId" = p."id"
  ORDER BY p."cycleId" DESC, p."countryId" LIMIT 1`;
const ONE_EACH = `SELECT "role", min("id") AS "id" FROM "users" WHERE "isDemo" GROUP BY "role"`;
/** What belongs to a plan: its table, and the column that names the plan. */
const CHILDREN: Record<string, [table: string, plan: string]> = {
  recommendation: ['recommendations', 'planId'],
  effort: ['efforts', 'planId'],
  deadline: ['deadlines', 'subjectId'],
  paper: ['papers', 'planId'],
};

/** The addresses of a generated house that are walked and measured, by name. */
export class GeneratedAddresses {
  private constructor(
    /** The ids of what the addresses stand on. */
    readonly places: Readonly<Record<Place, string>>,
    readonly hands: HandOfRole[],
  ) {}

  /** Looks up what stands in a filled database. */
  static async of(settings: Settings): Promise<GeneratedAddresses> {
    const source = await new DataSource(writerOptions(settings, [])).initialize();
    try {
      const [newest] = await source.query(NEWEST);
      if (!newest) throw new Error('The house holds no plan with a paper.');
      const places = { ...newest } as Record<Place, string>;
      for (const [place, [table, plan]] of Object.entries(CHILDREN)) {
        const [row] = await source.query(
          `SELECT min("id") AS "id" FROM "${table}" WHERE "${plan}" = '${newest.plan}'`,
        );
        places[place as Place] = row.id;
      }
      return new GeneratedAddresses(places, await source.query(ONE_EACH));
    } finally {
      await source.destroy();
    }
  }

  pages(): Record<string, string> {
    return this.filled(PAGES);
  }

  lists(): Record<string, string> {
    return this.filled(LISTS);
  }

  /** Every page; what machines ask needs a token. */
  all(): string[] {
    return Object.values(this.pages());
  }

  private filled(addresses: Record<string, string>): Record<string, string> {
    const entries = Object.entries(addresses).map(([name, address]) => {
      const path = address.replace(/:(\w+)/g, (_, place: Place) => this.places[place]);
      return [name, path];
    });
    return Object.fromEntries(entries) as Record<string, string>;
  }
}
