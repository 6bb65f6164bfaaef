import { type Course, median } from './bench-row';
import { type Load, loaded } from './processes';

/** What a process takes at full load until its engine has compiled what is hot. */
const WARM_MILLISECONDS = 8_000;

/** What is loaded: the product, or its floor. */
export type Side = Omit<Load, 'milliseconds'>;

/** Medians of the product's rounds, and of their ratios to the floor's round that followed each. */
export interface Compared {
  ratio: number;
  rate: number;
  p99: number;
}

/** Loads the product and its floor in turns, so that what disturbs the machine disturbs both. Throws where answers fail. */
export async function interleaved(
  { milliseconds, rounds }: Course,
  { product, bare }: { product: Side; bare: Side },
): Promise<Compared> {
  const taken: Compared[] = [];
  // The first round warms both sides and is not counted: the engine compiles the product, which is larger, for longer.
  for (let round = 0; round <= rounds; round += 1) {
    const lasting = round === 0 ? Math.max(milliseconds, WARM_MILLISECONDS) : milliseconds;
    const own = await loaded({ ...product, milliseconds: lasting });
    const least = await loaded({ ...bare, milliseconds: lasting });
    if (own.failed + least.failed > 0)
      throw new Error(`${product.url}: ${own.failed} and ${least.failed} answers failed.`);
    if (round > 0) taken.push({ ratio: own.perSecond / least.perSecond, rate: own.perSecond, p99: own.p99 });
  }
  const middle = (field: keyof Compared) => median(taken.map((one) => one[field]));
  return { ratio: middle('ratio'), rate: middle('rate'), p99: middle('p99') };
}
