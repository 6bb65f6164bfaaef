import type { BenchHouse } from './bench-house';
import { atMost, type BenchRow, type Course, median } from './bench-row';
import { record } from './recording';

const ROLES = ['desk-officer', 'manager', 'administrator'];
const GROWTH = 1.2;
const PAGE_STATEMENTS = 15;
const LIST_STATEMENTS = 8;
/** A page of a millisecond or two jumps by more than it measures; below this, growth is told and not judged. */
const LEAST_MILLISECONDS = 5;

const addressesOf = ({ addresses }: BenchHouse) =>
  Object.entries({ ...addresses.pages(), ...addresses.lists() });

/** How many statements each page and list takes. */
export async function statementRows(house: BenchHouse): Promise<BenchRow[]> {
  const wanted = addressesOf(house).map(([name, address]) => {
    const role = roleFor(name);
    return { name, address, headers: house.headersFor(role, address) };
  });
  return (await record(house.settings, wanted)).map(({ name, count, status }) => {
    const goal = name.startsWith('api-') ? LIST_STATEMENTS : PAGE_STATEMENTS;
    const row = atMost(`statements of ${name}`, { figure: count, goal });
    return status === 200 ? row : { ...row, figure: `answered ${status}`, holds: false };
  });
}

/** How much longer each page and list takes after all years than after one, asked in turns. */
export async function growthRows(young: BenchHouse, old: BenchHouse, course: Course): Promise<BenchRow[]> {
  await Promise.all([young.open(), old.open()]);
  const rows: BenchRow[] = [];
  const places = Object.fromEntries(addressesOf(young));
  for (const [name, address] of addressesOf(old)) {
    const role = roleFor(name);
    const times = await inTurns(course.rounds * 4, [
      () => young.time(role, places[name] ?? ''),
      () => old.time(role, address),
    ]);
    const [before = 0, after = 0] = times.map(median);
    // What slows the machine for a moment slows both of one round.
    const growth = median(times[1]?.map((time, round) => time / (times[0]?.[round] ?? time)) ?? []);
    const told = ` (${before.toFixed(1)} → ${after.toFixed(1)} ms)`;
    const row = atMost(`1 → ${course.years} years: ${name}`, { figure: growth, goal: GROWTH, told });
    rows.push(after < LEAST_MILLISECONDS ? { ...row, holds: null } : row);
  }
  await Promise.all([young.stop(), old.stop()]);
  return rows;
}

/** Who asks for a page: the administrator what is only theirs, a manager their home, the desk everything else. */
export function roleFor(name: string): string {
  if (/^(audit|people|register|status)/.test(name)) return ROLES[2] as string;
  return name === 'today' ? (ROLES[1] as string) : (ROLES[0] as string);
}

/** What some works took in each round; they are done in turns, so that what disturbs the machine disturbs them alike. */
export async function inTurns(
  rounds: number,
  works: readonly (() => Promise<number>)[],
): Promise<number[][]> {
  const taken = works.map((): number[] => []);
  for (let round = -2; round < rounds; round += 1)
    for (const [index, work] of works.entries()) {
      const time = await work();
      if (round >= 0) taken[index]?.push(time);
    }
  return taken;
}
