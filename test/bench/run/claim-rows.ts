import type { BenchHouse } from './bench-house';
import type { BenchRow } from './bench-row';
import { toldBy } from './processes';

const EACH = 1.5;
const ONCE = 2;

/** 500 claims beside one bare statement each, and beside one bare statement for all. */
export async function claimRows(house: BenchHouse): Promise<BenchRow[]> {
  const { environment } = house;
  const taken = await toldBy<{ own: number; each: number; once: number; rows: number }>('claims.ts', {
    environment,
  });
  const [each, once] = [taken.own / taken.each, taken.own / taken.once];
  const work = `500 reminders of ${taken.rows.toLocaleString('en')} claimed: ratio to one statement each`;
  const told = ` (${taken.own.toFixed(0)} ms, ${once.toFixed(1)} times one statement for all)`;
  const goal = `≤ ${EACH}, or ≤ ${ONCE} times one for all`;
  return [{ work, figure: `${each.toFixed(2)}${told}`, goal, holds: each <= EACH || once <= ONCE }];
}
