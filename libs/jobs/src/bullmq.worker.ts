import { type Job, UnrecoverableError, Worker } from 'bullmq';
import { CONCURRENCY, settledWithin } from './bell';
import type { RedisLine } from './bullmq.connection';
import type { Run } from './job.queue';

/** How long hanging up may take once nothing rings any more; a Redis that has stopped answering is left behind. */
const HANG_UP_WITHIN_MS = 2_000;

/** The ringing side of BullMQ: takes due bells from one queue and hands them to the runner until it is stopped. */
export class BullmqWorker {
  private readonly ringing = new Set<Promise<void>>();
  private readonly worker: Worker;

  constructor(
    private readonly line: RedisLine,
    queue: { name: string; prefix: string },
    run: Run,
  ) {
    this.worker = new Worker(queue.name, (job: Job) => this.follow(answer(job, run)), {
      connection: line.connectionOfWorker(),
      prefix: queue.prefix,
      concurrency: CONCURRENCY,
      // Two hard kills must not fail a job for good: whether a reminder has failed is decided in its row.
      maxStalledCount: 20,
      runRetryDelay: 1_000,
    });
    line.watch(this.worker);
  }

  /**
   * Takes no more bells and waits for those that ring, at most for the given milliseconds. BullMQ itself would wait
   * for ever where Redis is gone, so then, or when a job hangs, the connections are dropped.
   */
  async stop(withinMs: number): Promise<void> {
    await this.worker.pause(true);
    const isQuiet = await settledWithin(Promise.allSettled(this.ringing), withinMs);
    const isForced = !isQuiet || !this.line.isUp;
    if (await settledWithin(this.worker.close(isForced), HANG_UP_WITHIN_MS)) return;
    void this.worker.disconnect().catch(() => undefined);
  }

  private follow(ring: Promise<void>): Promise<void> {
    this.ringing.add(ring);
    return ring.finally(() => this.ringing.delete(ring));
  }
}

async function answer(job: Job, run: Run): Promise<void> {
  const { name, data: payload, attemptsMade, opts } = job;
  const verdict = await run({ job: name, payload, attempt: attemptsMade + 1, attempts: opts.attempts ?? 1 });
  if (verdict === 'never') throw new UnrecoverableError('given up');
  if (verdict === 'again') throw new Error('failed');
}
