import { Trouble, type Logger } from '@demarche/base';
import type { z } from 'zod';
import { carriesIdsOnly, GiveUp, type IdsOnly, type JobDefinition } from './job';
import type { BellOptions, JobQueue, Ring, Verdict } from './job.queue';

/** What became of the rings of one job since the process started; shown on the status page. */
interface JobCounts {
  done: number;
  /** Attempts that failed and will be tried again. */
  retried: number;
  /** Jobs given up: told never to return, or out of attempts. */
  failed: number;
  /** Rings nobody could answer: an unknown job, or a payload that is not the job's. */
  refused: number;
}

interface Post {
  schema: z.ZodType;
  attempts: number;
  backoffMs: number;
  handlers: ((payload: unknown) => Promise<void>)[];
}

const NOBODY = 'unknown';

/** Stands in front of either queue: declares jobs, checks payloads, finds handlers, judges failures, logs and counts. */
export class JobRunner {
  private readonly posts = new Map<string, Post>();
  private readonly intervals = new Map<string, number>();
  private readonly tallies = new Map<string, JobCounts>();

  constructor(
    private readonly queue: JobQueue,
    private readonly logger: Logger,
  ) {}

  /** Makes a job known, so that it may be added here and must be handled where bells ring; twice is once. */
  declare<Payload extends IdsOnly>(job: JobDefinition<Payload>): void {
    if (this.posts.has(job.name)) return;
    this.posts.set(job.name, { ...job, handlers: [] });
    this.tallies.set(job.name, { done: 0, retried: 0, failed: 0, refused: 0 });
  }

  /** Names who answers a job, and declares it. A second handler is found out by open(). */
  handle<Payload extends IdsOnly>(
    job: JobDefinition<Payload>,
    handler: (payload: Payload) => Promise<void>,
  ): void {
    this.declare(job);
    this.posts.get(job.name)?.handlers.push((payload) => handler(payload as Payload));
  }

  /** Rings a declared job at once after open() and then at every interval; silent processes ignore it. */
  every(job: JobDefinition<Record<string, never>>, milliseconds: number): void {
    this.declare(job);
    this.intervals.set(job.name, milliseconds);
  }

  /**
   * Sets a bell. Throws QueueUnavailable when the queue is out of reach, and Error when the job was never declared or
   * its payload is not the job's or carries anything but ids.
   */
  async add<Payload extends IdsOnly>(
    job: JobDefinition<Payload>,
    payload: Payload,
    options: BellOptions = {},
  ): Promise<void> {
    const post = this.posts.get(job.name);
    if (!post) throw new Error(`The job ${job.name} was never declared.`);
    const checked = job.schema.parse(payload);
    if (!carriesIdsOnly(checked)) throw new Error(`The job ${job.name} may carry ids only.`);
    const { attempts, backoffMs } = post;
    await this.queue.add(job.name, checked, { attempts, backoffMs, ...options });
  }

  /** Sets a bell without waiting for the queue; when it is out of reach that is logged, and the next sweep makes good. */
  addSoon<Payload extends IdsOnly>(
    job: JobDefinition<Payload>,
    payload: Payload,
    options: BellOptions = {},
  ): void {
    this.add(job, payload, options).catch((error: unknown) =>
      this.logger.warn({ job: job.name, ...traceOf(error) }, 'a job was not added'),
    );
  }

  /**
   * Proves that each declared job has exactly one handler, then begins to ring. Throws Error naming every job at
   * fault, or QueueUnavailable; a queue that could not begin is closed, so that the process can end.
   */
  async open(): Promise<void> {
    const faults = [...this.posts]
      .filter(([, post]) => post.handlers.length !== 1)
      .map(
        ([name, post]) =>
          `${name} has ${post.handlers.length || 'no'} handler${post.handlers.length > 1 ? 's' : ''}`,
      );
    if (faults.length > 0) throw new Error(`Each job needs exactly one handler: ${faults.join(', ')}.`);
    try {
      await this.queue.start((ring) => this.answer(ring));
      for (const [name, milliseconds] of this.intervals) await this.queue.every(name, milliseconds);
    } catch (error) {
      await this.close();
      throw error;
    }
  }

  /** Rings no more and waits for what is running, for 15 seconds at most. */
  async close(): Promise<void> {
    await this.queue.stop();
  }

  /** Milliseconds since 1970 by the clock of the queue's machine; null without one. Throws QueueUnavailable. */
  serverTime(): Promise<number | null> {
    return this.queue.serverTime();
  }

  /** What became of the rings since the start, by job name; rings of unknown jobs stand under `unknown`. */
  counts(): Record<string, JobCounts> {
    return Object.fromEntries([...this.tallies].map(([name, tally]) => [name, { ...tally }]));
  }

  private async answer(ring: Ring): Promise<Verdict> {
    const post = this.posts.get(ring.job);
    if (!post) return this.refuse(ring, 'unknown-job');
    const parsed = post.schema.safeParse(ring.payload);
    if (!parsed.success) return this.refuse(ring, 'bad-payload');
    try {
      for (const handler of post.handlers) await handler(parsed.data);
      this.tally(ring.job).done += 1;
      this.logger.debug({ job: ring.job, attempt: ring.attempt }, 'job done');
      return 'done';
    } catch (error) {
      return this.judge(ring, error);
    }
  }

  private refuse(ring: Ring, code: string): Verdict {
    const job = this.posts.has(ring.job) ? ring.job : NOBODY;
    this.tally(job).refused += 1;
    this.logger.warn({ job, code }, 'job refused');
    return 'never';
  }

  private judge(ring: Ring, error: unknown): Verdict {
    // A refusal on purpose stays one: the row is gone, or has moved on.
    const isFinal = error instanceof GiveUp || error instanceof Trouble;
    const isOver = isFinal || ring.attempt >= ring.attempts;
    this.tally(ring.job)[isOver ? 'failed' : 'retried'] += 1;
    const { job, attempt, attempts } = ring;
    this.logger[isOver ? 'error' : 'warn']({ job, attempt, attempts, ...traceOf(error) }, 'job failed');
    return isFinal ? 'never' : 'again';
  }

  private tally(job: string): JobCounts {
    const tally = this.tallies.get(job) ?? { done: 0, retried: 0, failed: 0, refused: 0 };
    this.tallies.set(job, tally);
    return tally;
  }
}

/** An error's kind and place without its message, which may quote what people wrote. */
function traceOf(error: unknown): { code: string; at: string[] } {
  if (!(error instanceof Error)) return { code: typeof error, at: [] };
  const frames = (error.stack ?? '').split('\n').filter((line) => /^\s+at /.test(line));
  const code = 'code' in error && typeof error.code === 'string' ? error.code : error.name;
  return { code, at: frames.slice(0, 3).map((line) => line.trim()) };
}
