import { execFile } from 'node:child_process';
import { promisify } from 'node:util';
import { BenchHouse } from './bench-house';
import { atMost, type BenchRow, type Course, median } from './bench-row';
import { inTurns, roleFor } from './walked-rows';

const run = promisify(execFile);
const LISTEN_EVERY_MILLISECONDS = 5;
const SILENCE = 50;
const HOME_MILLISECONDS = 100;
const LINEAR = 1.1;
const GROWTH = 1.2;
const FIRST_PAGES = 10;

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
    const [times = []] = await inTurns(course.rounds * 2, [() => house.time('manager', '/today')]);
    taken.push({ countries, took: median(times) });
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

/** The whole chain read by the command line, and the first pages after a start beside those of a house with a short one. */
export async function trailRows(young: BenchHouse, old: BenchHouse, course: Course): Promise<BenchRow[]> {
  const started = performance.now();
  const { stdout } = await run(process.execPath, ['apps/launch/demarche.mjs', 'audit', 'verify'], {
    env: { PATH: process.env.PATH, HOME: process.env.HOME, ...old.environment },
  });
  const seconds = (performance.now() - started) / 1_000;
  const entries = /Entries: ([\d,]+)/.exec(stdout)?.[1] ?? '?';
  const firsts: { before: number; after: number }[] = [];
  for (let round = 0; round < course.rounds; round += 1)
    firsts.push({ before: await firstPages(young), after: await firstPages(old) });
  const before = median(firsts.map((first) => first.before));
  const after = median(firsts.map((first) => first.after));
  const told = ` (${before.toFixed(0)} → ${after.toFixed(0)} ms)`;
  return [
    { work: `audit verify of ${entries} entries (s)`, figure: seconds.toFixed(1), goal: '–', holds: null },
    atMost(`first ten pages after a start, 1 → ${course.years} years`, {
      figure: after / before,
      goal: GROWTH,
      told,
    }),
  ];
}

/** Milliseconds of the first ten pages that a started house answers. */
async function firstPages(house: BenchHouse): Promise<number> {
  await house.open();
  const { plan = '' } = house.addresses.pages();
  let taken = 0;
  for (let page = 0; page < FIRST_PAGES; page += 1) taken += await house.time('desk-officer', plan);
  await house.stop();
  return taken;
}
