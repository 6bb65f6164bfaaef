import { type Clock, type Instant, millisecondsBetween } from '@demarche/base';

/** Rings answered at the same time in one process. */
export const CONCURRENCY = 20;

/** Node rings a longer timer at once, so a longer wait is walked in steps of 24.8 days. */
const LONGEST_TIMER_MS = 2 ** 31 - 1;

/** How long stop() waits for running jobs: less than the 20 s that a process has to end (REL-11). */
export const STOP_WITHIN_MS = 15_000;

/** The identity of a bell: unique over jobs and keys, without `:` and never only digits, as BullMQ demands. */
export function bellId(job: string, key: string): string {
  return `${job}.${encodeURIComponent(key)}`;
}

/** Milliseconds from the clock's present until a bell is due; zero when it is due already or has no time. */
export function waitFor(clock: Clock, runAt: Instant | undefined): number {
  return runAt === undefined ? 0 : Math.max(0, millisecondsBetween(clock.now(), runAt));
}

/** Milliseconds to wait after an attempt that failed. */
export function backoffAfter(attempt: number, backoffMs: number): number {
  return backoffMs * 2 ** (attempt - 1);
}

/** Waits for work, but not longer than given; tells whether the work settled in time. The work's own error passes. */
export async function settledWithin(work: Promise<unknown>, milliseconds: number): Promise<boolean> {
  let timer: NodeJS.Timeout | undefined;
  const patience = new Promise<false>((resolve) => {
    timer = setTimeout(() => resolve(false), milliseconds);
  });
  try {
    return await Promise.race([work.then(() => true), patience]);
  } finally {
    clearTimeout(timer);
  }
}

/** Calls after a wait of any length and returns how to call it off; Node's own timer rings at once beyond 24.8 days. */
export function callAfter(wait: number, call: () => void): () => void {
  let timer: NodeJS.Timeout;
  const walk = (left: number): void => {
    const step = Math.min(left, LONGEST_TIMER_MS);
    timer = setTimeout(() => (step < left ? walk(left - step) : call()), step);
  };
  walk(wait);
  return () => clearTimeout(timer);
}
