import 'reflect-metadata';
import { BenchHouse } from './run/bench-house';
import type { BenchRow, Course } from './run/bench-row';
import { report } from './run/report';
import { servedRows } from './run/served-rows';
import { growthRows, statementRows } from './run/walked-rows';
import { homeRows, longRows, silenceRows } from './run/whole-rows';
import { Program } from '../support/program';

const SMALL = { isSmall: true, countries: 9, years: 3, share: 0.2, rounds: 3, milliseconds: 1_000 };
const WHOLE = { isSmall: false, countries: 190, years: 20, share: 1, rounds: 3, milliseconds: 3_000 };

const PARTS: Record<string, (houses: Houses, course: Course) => Promise<BenchRow[]>> = {
  served: async (houses, course) => servedRows(await houses.old(), course),
  statements: async (houses) => statementRows(await houses.old()),
  growth: async (houses, course) => growthRows(await houses.young(), await houses.old(), course),
  silence: async (houses) => silenceRows(await houses.old()),
  long: async (houses) => longRows(await houses.old()),
  home: (_houses, course) => homeRows(course),
};

/** The houses of a run, each laid when it is first wanted: one with every year, one with a single year. */
class Houses {
  private readonly laid = new Map<number, Promise<BenchHouse>>();

  constructor(private readonly course: Course) {}

  old = (): Promise<BenchHouse> => this.of(this.course.years);
  young = (): Promise<BenchHouse> => this.of(1);

  async drop(): Promise<void> {
    for (const house of this.laid.values()) await (await house).drop();
  }

  private of(years: number): Promise<BenchHouse> {
    const known = this.laid.get(years) ?? BenchHouse.lay({ ...this.course, years });
    this.laid.set(years, known);
    return known;
  }
}

async function run(): Promise<void> {
  const only = process.argv.find((_one, index) => process.argv[index - 1] === '--only');
  const course: Course = { ...(process.argv.includes('--small') ? SMALL : WHOLE), database: 'sqlite' };
  const unknown = only !== undefined && !(only in PARTS);
  if (unknown) throw new Error(`--only takes one of ${Object.keys(PARTS).join(', ')}.`);
  const houses = new Houses(course);
  const rows: BenchRow[] = [];
  try {
    for (const [name, part] of Object.entries(PARTS)) {
      if (only !== undefined && only !== name) continue;
      console.log(`${name} …`);
      rows.push(...(await part(houses, course)));
    }
  } finally {
    await Program.stopAll();
    await houses.drop();
  }
  report(rows, course);
}

void run().then(
  () => process.exit(0),
  (error: unknown) => {
    console.error(error);
    process.exit(1);
  },
);
