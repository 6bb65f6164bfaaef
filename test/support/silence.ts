import { openSync, readSync } from 'node:fs';
import { performance } from 'node:perf_hooks';

const TICK_MILLISECONDS = 2;
const NANOSECONDS = 1_000_000;

/** A call's own answer, and the longest time in which nobody else would have been heard meanwhile. */
export interface Heard<T> {
  answer: T;
  /** Milliseconds. */
  silence: number;
}

/**
 * Watches the event loop by a chain of timers while a call runs. The built-in histogram of delays misses a pause that
 * begins just after it was switched on, so it is of no use for one call. Time in which the machine was busy with
 * other programs is not counted: of each gap, the shorter of the time that passed and the time this thread worked.
 */
export async function silenceOf<T>(call: () => Promise<T>): Promise<Heard<T>> {
  let silence = 0;
  let last = moment();
  let timer: NodeJS.Timeout;
  const note = () => {
    const now = moment();
    silence = Math.max(silence, Math.min(now.passed - last.passed, now.worked - last.worked));
    last = now;
  };
  const tick = () => {
    note();
    timer = setTimeout(tick, TICK_MILLISECONDS);
  };
  timer = setTimeout(tick, TICK_MILLISECONDS);
  try {
    const answer = await call();
    note();
    return { answer, silence };
  } finally {
    clearTimeout(timer);
  }
}

function moment(): { passed: number; worked: number } {
  return { passed: performance.now(), worked: worked() };
}

/** Milliseconds of a processor that this thread has had; where the system does not tell, those of the whole process. */
const worked = ownWork() ?? allWork;

function allWork(): number {
  const { user, system } = process.cpuUsage();
  return (user + system) / 1_000;
}

function ownWork(): (() => number) | null {
  try {
    const file = openSync(`/proc/self/task/${process.pid}/schedstat`, 'r');
    const line = Buffer.alloc(64);
    return () => parseInt(line.toString('latin1', 0, readSync(file, line, 0, 64, 0)), 10) / NANOSECONDS;
  } catch {
    return null;
  }
}
