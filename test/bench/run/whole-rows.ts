import { execFile } from 'node:child_process';
import { promisify } from 'node:util';
import { BenchHouse } from './bench-house';
import { atMost, type BenchRow, type Course } from './bench-row';
import { memoryOf } from './processes';
import { inTurns, roleFor } from './walked-rows';

const run = promisify(execFile);
const LISTEN_EVERY_MILLISECONDS = 5;
const SILENCE = 50;
const HOME_MILLISECONDS = 100;
const LINEAR = 1.1;
const CSV_SECONDS = 20;
const CSV_MEMORY = 60;

/** The longest that `/health/live` was silent while every page and list was asked for, one after the other. */
export async function silenceRows(house: BenchHouse): Promise<BenchRow[]> {
  await house.open();
  const all = Object.entries({ ...house.addresses.pages(), ...house.addresses.lists() });
  let longest = { name: 'nothing', took: 0 };
  for (const [name, address] of all) {
    await house.time(roleFor(name), address);
    const took = await silenceDuring(house, () => house.time(roleFor(name), address));
    if (took > longest.took) longest = { name, took };
  }
  await house.stop();
  const told = ` (during ${longest.name})`;
  return [atMost('longest silence of /health/live (ms)', { figure: longest.took, goal: SILENCE, told })];
}

async function silenceDuring(house: BenchHouse, work: () => Promise<unknown>): Promise<number> {
  let isOver = false;
  let longest = 0;
  const listening = (async () => {
    while (!isOver) {
      const started = performance.now();
      await (await fetch(`${house.url}/health/live`)).arrayBuffer();
      longest = Math.max(longest, performance.now() - started);
      await new Promise((resolve) => setTimeout(resolve, LISTEN_EVERY_MILLISECONDS));
    }
  })();
  await work();
  isOver = true;
  await listening;
  return longest;
}

/** A manager's home at several numbers of countries, and whether it grows faster than they do. */
export async function homeRows(course: Course): Promise<BenchRow[]> {
  const sizes = course.isSmall ? [3, 9, 27] : [60, 190, 1_000];
  const taken: Home[] = [];
  for (const countries of sizes) {
    const house = await BenchHouse.lay({ countries, years: 1, share: 0.1, database: course.database });
    await house.open();
    const [took = 0] = await inTurns(course.rounds * 2, [() => house.time('manager', '/today')]);
    taken.push({ countries, took });
    await house.drop();
  }
  return homesWorded(taken);
}

interface Home {
  countries: number;
  took: number;
}

const NO_HOME: Home = { countries: 1, took: 1 };

function homesWorded(taken: readonly Home[]): BenchRow[] {
  const [least = NO_HOME, middle = NO_HOME, most = NO_HOME] = taken;
  const told = taken.map(({ countries, took }) => `${countries}: ${took.toFixed(0)} ms`).join(' · ');
  const growth = most.took / least.took / (most.countries / least.countries);
  const home = { figure: middle.took, goal: HOME_MILLISECONDS };
  return [
    atMost(`manager’s home, growth by country (${told})`, { figure: growth, goal: LINEAR }),
    atMost(`manager’s home at ${middle.countries} countries (ms)`, home),
  ];
}

/** The whole chain read by the command line, the board as a table, and the memory that this takes. */
export async function longRows(house: BenchHouse): Promise<BenchRow[]> {
  const started = performance.now();
  const { stdout } = await run(process.execPath, ['apps/launch/demarche.mjs', 'audit', 'verify'], {
    env: { PATH: process.env.PATH, HOME: process.env.HOME, ...house.environment },
  });
  const seconds = (performance.now() - started) / 1_000;
  const entries = /Entries: ([\d,]+)/.exec(stdout)?.[1] ?? '?';
  await house.open();
  await house.time('manager', '/deadlines');
  const before = memoryOf(house.pid);
  const csv = (await house.time('manager', '/deadlines.csv?state=all')) / 1_000;
  const grown = Math.max(0, memoryOf(house.pid) - before);
  await house.stop();
  return [
    { work: `audit verify of ${entries} entries (s)`, figure: seconds.toFixed(1), goal: '–', holds: null },
    atMost('CSV out, the whole board (s)', { figure: csv, goal: CSV_SECONDS }),
    atMost('CSV out, memory (MB)', { figure: grown, goal: CSV_MEMORY }),
  ];
}
