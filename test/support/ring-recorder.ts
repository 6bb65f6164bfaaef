import type { Ring, Verdict } from '@demarche/jobs';

/** Collects rings and answers them as told; `done` unless something else is put in its way. */
export class RingRecorder {
  readonly rings: (Ring & { at: number })[] = [];
  verdict: (ring: Ring) => Verdict | Promise<Verdict> = () => 'done';

  readonly run = async (ring: Ring): Promise<Verdict> => {
    this.rings.push({ ...ring, at: performance.now() });
    return this.verdict(ring);
  };

  /** Waits until that many rings were heard; throws when they do not come. */
  async hears(count: number, withinMs = 5_000): Promise<void> {
    const end = performance.now() + withinMs;
    while (this.rings.length < count) {
      if (performance.now() > end) throw new Error(`Heard ${this.rings.length} of ${count} rings.`);
      await pause(10);
    }
  }
}

export const pause = (milliseconds: number) => new Promise((resolve) => setTimeout(resolve, milliseconds));

/** An answer that takes its time. */
export async function answerAfter(milliseconds: number): Promise<Verdict> {
  await pause(milliseconds);
  return 'done';
}
