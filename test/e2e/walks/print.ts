import 'reflect-metadata';
import type { DatabaseKind } from '../../support/database';
import { openTestWeb } from '../../support/web';
import { described, isOver, paired } from './budget';
import { ChangingWalk } from './changing-walk';
import { GrowingHouse } from './growing-house';
import { walkReads } from './reading-walk';

/**
 * For an engineer at work, every address that is beyond its budget, or all with `all`:
 * node -r ./test/faults/typescript.cjs test/e2e/walks/print.ts [sqlite|postgres] [all] [part of a route]
 */
async function print(): Promise<void> {
  const [kind = 'sqlite', ...others] = process.argv.slice(2);
  const part = others.find((word) => word !== 'all') ?? '';
  const web = await openTestWeb(kind as DatabaseKind);
  const house = await GrowingHouse.open(web);
  const changing = new ChangingWalk(web, house);
  const before = [...(await walkReads(web, house)), ...(await changing.walk())];
  await house.grow();
  const pairs = paired(before, [...(await walkReads(web, house)), ...(await changing.walk())]);
  const wanted = pairs.filter((pair) => others.includes('all') || isOver(pair));
  for (const pair of wanted.filter(({ large }) => large.route.includes(part))) console.log(described(pair));
  await web.close();
}

void print();
