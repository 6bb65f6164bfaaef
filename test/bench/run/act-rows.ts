import type { BenchHouse } from './bench-house';
import { atLeast, type BenchRow, type Course } from './bench-row';
import { startFloor } from './floor-process';
import { interleaved } from './interleaved';

const ROLE = 'post-officer';
const WRITERS = [1, 8];
const RATIO = 0.4;

/** Acts logged a second over the API, by one writer and by eight, beside the bare transaction with a chained entry. */
export async function actRows(house: BenchHouse, course: Course): Promise<BenchRow[]> {
  await house.open();
  const floor = await startFloor(house, []);
  const address = `/api/v1/plans/${house.addresses.places.plan}/efforts`;
  const headers = { ...house.headersFor(ROLE, address), 'content-type': 'application/json' };
  const bodies = [JSON.stringify(actOf(house))];
  const rows: BenchRow[] = [];
  for (const connections of WRITERS) {
    const shared = { headers, connections, method: 'POST', bodies };
    const product = { ...shared, url: house.url + address };
    const { ratio, rate } = await interleaved(course, {
      product,
      bare: { ...shared, url: `${floor.url}/act` },
    });
    const writers = connections === 1 ? '1 writer' : `${connections} writers`;
    const told = ` (${rate.toFixed(0)} acts/s)`;
    rows.push(
      atLeast(`one act logged, ${writers}: ratio to its floor`, { figure: ratio, goal: RATIO, told }),
    );
  }
  await floor.stop();
  await house.stop();
  return rows;
}

function actOf({ addresses, today }: BenchHouse) {
  const told = {
    happenedOn: today,
    ranBy: 'government',
    text: 'A court sentenced two traffickers to prison.',
  };
  return { ...told, recommendationIds: [addresses.places.recommendation] };
}
