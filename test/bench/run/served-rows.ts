import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { type BenchHouse } from './bench-house';
import { atLeast, atMost, type BenchRow, type Course, median } from './bench-row';
import { loaded, memoryOf } from './processes';
import { record, type Recorded } from './recording';

const ROLE = 'desk-officer';
const CONNECTIONS = 20;
const MEASURED: readonly [name: string, statements: number][] = [
  ['api-recommendation', 4],
  ['api-plan', 4],
  ['plan', 15],
  ['deadlines', 15],
  ['plans', 15],
];
const RATIO = 0.6;
const P99 = 150;
const MEMORY = 250;

/** Requests a second of the API and of pages beside their floors, interleaved; then the memory that is left. */
export async function servedRows(house: BenchHouse, course: Course): Promise<BenchRow[]> {
  const all = { ...house.addresses.pages(), ...house.addresses.lists() };
  const wanted = MEASURED.map(([name]) => {
    const address = all[name] ?? '';
    return { name, address, headers: house.headersFor(ROLE, address) };
  });
  const recorded = await record(house.settings, wanted);
  await house.open();
  const floor = await startFloor(house, recorded);
  const rows: BenchRow[] = [];
  for (const { name, address, headers } of wanted) {
    const product = { url: house.url + address, headers, connections: CONNECTIONS };
    const bare = { url: `${floor.url}/${name}`, headers: {}, connections: CONNECTIONS };
    const figures = await rounds(course, { product, bare });
    rows.push(
      ...worded(name, { ...figures, statements: recorded.find((one) => one.name === name)?.count ?? 0 }),
    );
  }
  rows.push(atMost('RSS after load (MB)', { figure: memoryOf(house.pid), goal: MEMORY }));
  floor.stop();
  await house.stop();
  return rows;
}

interface Side {
  url: string;
  headers: Record<string, string>;
  connections: number;
}

async function rounds(course: Course, { product, bare }: { product: Side; bare: Side }) {
  const ratios: number[] = [];
  const rates: number[] = [];
  const slowest: number[] = [];
  const { milliseconds } = course;
  // The first round warms both sides and is not counted.
  for (let round = 0; round <= course.rounds; round += 1) {
    const own = await loaded({ ...product, milliseconds });
    const least = await loaded({ ...bare, milliseconds });
    if (own.failed + least.failed > 0)
      throw new Error(`${product.url}: ${own.failed}, ${least.failed} answers failed.`);
    if (round === 0) continue;
    ratios.push(own.perSecond / least.perSecond);
    rates.push(own.perSecond);
    slowest.push(own.p99);
  }
  return { ratio: median(ratios), rate: median(rates), p99: median(slowest) };
}

function worded(
  name: string,
  figures: { ratio: number; rate: number; p99: number; statements: number },
): BenchRow[] {
  const told = ` (${figures.rate.toFixed(0)} requests/s)`;
  const most = MEASURED.find(([known]) => known === name)?.[1] ?? 0;
  return [
    atLeast(`${name}: ratio to its floor`, { figure: figures.ratio, goal: RATIO, told }),
    atMost(`${name}: p99 at ${CONNECTIONS} connections (ms)`, { figure: figures.p99, goal: P99 }),
    atMost(`${name}: statements`, { figure: figures.statements, goal: most }),
  ];
}

/** The floor as a process of its own, on the same database. */
async function startFloor(house: BenchHouse, recorded: Recorded[]): Promise<{ url: string; stop(): void }> {
  const file = join(house.settings.varFolder, 'recorded.json');
  writeFileSync(
    file,
    JSON.stringify(recorded, (_key, value: unknown) => (value === undefined ? null : value)),
  );
  const env = { PATH: process.env.PATH, HOME: process.env.HOME, ...house.environment };
  const stdio: ['ignore', 'pipe', 'inherit'] = ['ignore', 'pipe', 'inherit'];
  const child = spawn(process.execPath, ['test/bench/floor/floor.cjs', file], { env, stdio });
  const [line] = (await once(child.stdout, 'data')) as [Buffer];
  const [, url = ''] = /floor at (\S+)/.exec(line.toString()) ?? [];
  return { url, stop: () => void child.kill() };
}
