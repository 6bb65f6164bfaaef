import 'reflect-metadata';
import { parseArgs } from 'node:util';
import { BenchHouse } from './run/bench-house';
import { actRows } from './run/act-rows';
import type { BenchRow, Course } from './run/bench-row';
import { claimRows } from './run/claim-rows';
import { paperMakingRows } from './run/paper-making-rows';
import { reminderRows } from './run/reminder-rows';
import { report } from './run/report';
import { servedRows } from './run/served-rows';
import { tableRows } from './run/table-rows';
import { growthRows, statementRows } from './run/walked-rows';
import { homeRows, silenceRows, trailRows } from './run/whole-rows';
import { Program } from '../support/program';

const SMALL = { isSmall: true, countries: 9, years: 3, share: 0.2, rounds: 3, milliseconds: 1_000 };
const WHOLE = { isSmall: false, countries: 190, years: 20, share: 1, rounds: 3, milliseconds: 2_000 };
/** What is measured on PostgreSQL too where no database is named, in a house of one year and in shorter rounds. */
const ON_SERVER = ['served', 'acts', 'claims', 'reminders'];
const OF_SERVER = { database: 'postgres', years: 1, milliseconds: 1_000 } as const;

/** In this order: what only reads comes before what changes the houses of the run. */
const PARTS: Record<string, (houses: Houses, course: Course) => Promise<BenchRow[]>> = {
  served: async (houses, course) => servedRows(await houses.old(), course),
  statements: async (houses) => statementRows(await houses.old()),
  growth: async (houses, course) => growthRows(await houses.young(), await houses.old(), course),
  silence: async (houses) => silenceRows(await houses.old()),
  trail: async (houses, course) => trailRows(await houses.young(), await houses.old(), course),
  papers: async (houses, course) => paperMakingRows(await houses.old(), course),
  acts: async (houses, course) => actRows(await houses.old(), course),
  claims: async (houses) => claimRows(await houses.old()),
  tables: async (houses, course) => tableRows(await houses.old(), course),
  reminders: async (houses, course) => reminderRows(await houses.young(), course),
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

interface Wanted {
  course: Course;
  parts: string[];
  isOneDatabase: boolean;
}

/** Measures what the words ask for and prints it; the code with which the process should end. */
export async function bench(words: readonly string[]): Promise<number> {
  try {
    const { course, parts, isOneDatabase } = readWords(words);
    const rows = await measured(course, parts);
    const onServer = isOneDatabase ? [] : parts.filter((name) => ON_SERVER.includes(name));
    const others = await measured({ ...course, ...OF_SERVER }, onServer);
    report([...rows, ...others.map((row) => ({ ...row, work: `PostgreSQL: ${row.work}` }))], course);
    return 0;
  } catch (error) {
    console.error(error);
    return 1;
  }
}

async function measured(course: Course, parts: readonly string[]): Promise<BenchRow[]> {
  const houses = new Houses(course);
  const rows: BenchRow[] = [];
  try {
    for (const name of parts) {
      const started = performance.now();
      rows.push(...(await partOf(name, houses, course)));
      console.log(`${course.database} ${name}: ${((performance.now() - started) / 1_000).toFixed(0)} s`);
    }
  } finally {
    await Program.stopAll();
    await houses.drop();
  }
  return rows;
}

/** A part that cannot be measured is told as such, and keeps nobody from the others. */
async function partOf(name: string, houses: Houses, course: Course): Promise<BenchRow[]> {
  try {
    return (await PARTS[name]?.(houses, course)) ?? [];
  } catch (error) {
    console.error(error);
    await Program.stopAll();
    return [{ work: name, figure: 'could not be measured', goal: '–', holds: false }];
  }
}

function readWords(words: readonly string[]): Wanted {
  const { values } = parseArgs({
    args: [...words],
    options: { small: { type: 'boolean' }, only: { type: 'string' }, database: { type: 'string' } },
  });
  const { small = false, only, database = 'sqlite' } = values;
  const isOneDatabase = values.database !== undefined;
  if (database !== 'sqlite' && database !== 'postgres')
    throw new Error('--database takes sqlite or postgres.');
  const names = Object.keys(PARTS);
  const parts = only === undefined ? names : only.split(',');
  const unknown = parts.filter((name) => !names.includes(name));
  if (unknown.length > 0)
    throw new Error(`--only takes some of ${names.join(',')}; not ${unknown.join(',')}.`);
  return { course: { ...(small ? SMALL : WHOLE), database }, parts, isOneDatabase };
}
