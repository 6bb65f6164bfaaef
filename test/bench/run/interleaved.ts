import { type Course, median } from './bench-row';
import { type Load, loaded } from './processes';

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
  // The first round warms both sides and is not counted.
  for (let round = 0; round <= rounds; round += 1) {
    const own = await loaded({ ...product, milliseconds });
    const least = await loaded({ ...bare, milliseconds });
    if (own.failed + least.failed > 0)
      throw new Error(`${product.url}: ${own.failed} and ${least.failed} answers failed.`);
    if (round > 0) taken.push({ ratio: own.perSecond / least.perSecond, rate: own.perSecond, p99: own.p99 });
  }
  const middle = (field: keyof Compared) => median(taken.map((one) => one[field]));
  return { ratio: middle('ratio'), rate: middle('rate'), p99: middle('p99') };
}
