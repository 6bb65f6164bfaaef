import type { BenchHouse } from './bench-house';
import { atLeast, atMost, type BenchRow, type Course, median } from './bench-row';
import { toldBy } from './processes';

const ROLE = 'desk-officer';
const RATIO = 0.9;
const PAPER_MILLISECONDS = 30;
const PACKAGE = ['cable', 'talking-points', 'non-paper'];
const PACKAGE_MILLISECONDS = 150;

/** A Word file beside the bare library, a paper made over the API, and a package of three with their Word files. */
export async function paperMakingRows(house: BenchHouse, course: Course): Promise<BenchRow[]> {
  const word = await toldBy<{ ratio: number; milliseconds: number }>('documents.ts', {
    environment: house.environment,
  });
  await house.open();
  const times: { paper: number; whole: number }[] = [];
  for (let round = -2; round < course.rounds * 3; round += 1) {
    const taken = await packageOnce(house);
    if (round >= 0) times.push(taken);
  }
  await house.stop();
  const told = ` (${word.milliseconds.toFixed(1)} ms for six pages)`;
  const middle = (field: 'paper' | 'whole') => median(times.map((time) => time[field]));
  return [
    atLeast('Word file: ratio to the bare library', { figure: word.ratio, goal: RATIO, told }),
    atMost('a paper made, whole request (ms)', { figure: middle('paper'), goal: PAPER_MILLISECONDS }),
    atMost('a package of three with Word (ms)', { figure: middle('whole'), goal: PACKAGE_MILLISECONDS }),
  ];
}

/** Milliseconds of the first paper alone, and of all three with their files. */
async function packageOnce(house: BenchHouse): Promise<{ paper: number; whole: number }> {
  const started = performance.now();
  let paper = 0;
  for (const kind of PACKAGE) {
    const address = `/api/v1/plans/${house.addresses.places.plan}/papers`;
    const { id } = (await house.send(ROLE, address, { kind })) as { id: string };
    if (paper === 0) paper = performance.now() - started;
    await house.time(ROLE, `/api/v1/papers/${id}/file?format=docx`);
  }
  return { paper, whole: performance.now() - started };
}
