import type { Instant } from '@demarche/base';

const MODULUS = 2 ** 32;

/** Numbers, choices and ids that a seed decides. */
export class Chance {
  private state: number;

  constructor(seed: number) {
    this.state = seed >>> 0;
  }

  /** A whole number from 0 up to, and without, a limit. */
  below(limit: number): number {
    return Math.floor((this.next() / MODULUS) * limit);
  }

  /** Whether something happens that happens so often in a hundred. */
  inHundred(often: number): boolean {
    return this.below(100) < often;
  }

  of<T>(choices: readonly T[]): T {
    return choices[this.below(choices.length)] as T;
  }

  /** An id as the house makes them: time first, so that what is written together lies together. */
  id(at: Instant): string {
    const time = Date.parse(at).toString(16).padStart(12, '0');
    const [one, two, three] = [this.hex(), this.hex(), this.hex()];
    return `${time.slice(0, 8)}-${time.slice(8)}-7${one.slice(0, 3)}-8${one.slice(3, 6)}-${two}${three.slice(0, 4)}`;
  }

  private hex(): string {
    return this.next().toString(16).padStart(8, '0');
  }

  private next(): number {
    this.state = (this.state + 0x6d2b79f5) >>> 0;
    let mixed = Math.imul(this.state ^ (this.state >>> 15), this.state | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return (mixed ^ (mixed >>> 14)) >>> 0;
  }
}
