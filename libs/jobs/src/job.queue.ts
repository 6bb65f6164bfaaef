import type { Instant } from '@demarche/base';

/** When and how a bell rings; everything may be left out: at once, one attempt, no key. */
export interface BellOptions {
  /** A second bell of the same job and key is ignored while the first one waits or rings. */
  key?: string;
  runAt?: Instant;
  attempts?: number;
  /** Wait before the second attempt in milliseconds; it doubles with every further one. */
  backoffMs?: number;
}

/** One ringing of a bell as an adapter hands it over; `attempt` counts from 1. */
export interface Ring {
  job: string;
  payload: unknown;
  attempt: number;
  attempts: number;
}

/** What became of a ring: done, worth another attempt, or never to be tried again. */
export type Verdict = 'done' | 'again' | 'never';

/** Answers a ring; it judges its own failures and does not throw. */
export type Run = (ring: Ring) => Promise<Verdict>;

/** The queue cannot take or ring a bell now. Nothing is lost by it: the rows stand, and a sweep rings them later. */
export class QueueUnavailable extends Error {
  override readonly name = 'QueueUnavailable';
}

/**
 * The alarm clock of the house, and its injection token. It moves bytes and time and may be forgetful: what must not
 * be forgotten is a row. One instance lives once: what is stopped does not start again.
 */
export abstract class JobQueue {
  /** Sets a bell; resolves once it is kept. Throws QueueUnavailable within seconds when stopped or out of reach. */
  abstract add(job: string, payload: unknown, options?: BellOptions): Promise<void>;

  /** Rings a job with an empty payload at once and then at every interval; needs start() first. */
  abstract every(job: string, milliseconds: number): Promise<void>;

  /** Begins to ring, at most CONCURRENCY bells at a time. Throws QueueUnavailable when the queue cannot be used. */
  abstract start(run: Run): Promise<void>;

  /** Milliseconds since 1970 by the clock of the queue's own machine; null when it has none. Throws QueueUnavailable. */
  abstract serverTime(): Promise<number | null>;

  /** Rings no more and waits for what is running, at most for the given milliseconds (STOP_WITHIN_MS). */
  abstract stop(withinMs?: number): Promise<void>;
}
