import { type BenchHouse } from './bench-house';
import { atLeast, atMost, type BenchRow, type Course } from './bench-row';
import { memoryOf } from './processes';
import { record } from './recording';
import { startFloor } from './floor-process';
import { interleaved } from './interleaved';

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
    const figures = await interleaved(course, { product, bare });
    rows.push(
      ...worded(name, { ...figures, statements: recorded.find((one) => one.name === name)?.count ?? 0 }),
    );
  }
  rows.push(atMost('RSS after load (MB)', { figure: memoryOf(house.pid), goal: MEMORY }));
  await floor.stop();
  await house.stop();
  return rows;
}

function worded(
  name: string,
  figures: { ratio: number; rate: number; p99: number; statements: number },
): BenchRow[] {
  const told = ` (${figures.rate.toFixed(0)} requests/s)`;
  const most = MEASURED.find(([known]) => known === name)?.[1] ?? 0;
  const last = atMost(`${name}: p99 at ${CONNECTIONS} connections (ms)`, { figure: figures.p99, goal: P99 });
  return [
    atLeast(`${name}: ratio to its floor`, { figure: figures.ratio, goal: RATIO, told }),
    name.startsWith('api-') ? { ...last, goal: '–', holds: null } : last,
    atMost(`${name}: statements`, { figure: figures.statements, goal: most }),
  ];
}
