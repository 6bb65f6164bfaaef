import type { Clock, Logger } from '@demarche/base';
import { Queue } from 'bullmq';
import { bellId, STOP_WITHIN_MS, waitFor } from './bell';
import { RedisLine } from './bullmq.connection';
import { BullmqWorker } from './bullmq.worker';
import { type BellOptions, JobQueue, QueueUnavailable, type Run } from './job.queue';

const BELLS = 'bells';
/** A finished or failed key is forgotten at once: BullMQ ignores an id it still knows, and the key could not ring again. */
const FORGOTTEN = { removeOnComplete: true, removeOnFail: true };

/** The alarm clock of a house of several processes: bells in Redis, rung by whichever worker is free. */
export class BullmqQueue extends JobQueue {
  private readonly line: RedisLine;
  private readonly queue: Queue;
  private readonly schedulers: NodeJS.Timeout[] = [];
  private worker: BullmqWorker | null = null;
  private isStopped = false;

  constructor(
    private readonly redis: { url: string; prefix: string },
    private readonly clock: Clock,
    logger: Logger,
  ) {
    super();
    this.line = new RedisLine(redis.url, logger);
    const calm = { skipVersionCheck: true, skipWaitingForReady: true, skipMetasUpdate: true };
    this.queue = new Queue(BELLS, { connection: this.line.client, prefix: redis.prefix, ...calm });
    this.line.watch(this.queue);
  }

  async add(job: string, payload: unknown, options: BellOptions = {}): Promise<void> {
    if (this.isStopped) throw new QueueUnavailable('The queue has been stopped and takes no more jobs.');
    const { key, attempts = 1, backoffMs = 0 } = options;
    const jobId = key === undefined ? undefined : bellId(job, key);
    const delay = waitFor(this.clock, options.runAt);
    const backoff = { type: 'exponential', delay: backoffMs };
    const bell = { jobId, delay, attempts, backoff, ...FORGOTTEN };
    await this.line.ask(() => this.queue.add(job, payload, bell));
  }

  async every(job: string, milliseconds: number): Promise<void> {
    const again = () => void this.schedule(job, milliseconds).catch(() => undefined);
    // Said again at every interval: a flushed Redis forgets its schedulers without a word.
    this.schedulers.push(setInterval(again, milliseconds));
    await this.schedule(job, milliseconds);
  }

  async start(run: Run): Promise<void> {
    if (this.isStopped || this.worker) throw new QueueUnavailable('The queue starts once.');
    await this.line.mustKeepEverything();
    this.worker = new BullmqWorker(this.line, { name: BELLS, prefix: this.redis.prefix }, run);
  }

  async serverTime(): Promise<number> {
    const [seconds, microseconds] = await this.line.ask(() => this.line.client.time());
    return Number(seconds) * 1_000 + Number(microseconds) / 1_000;
  }

  /** A process whose clock ran ahead leaves the next ring in a far future, where no other process would move it from. */
  private async schedule(job: string, milliseconds: number): Promise<void> {
    const known = await this.line.ask(() => this.queue.getJobScheduler(job));
    const latest = (await this.serverTime()) + 2 * milliseconds;
    if ((known?.next ?? 0) > latest) await this.line.ask(() => this.queue.removeJobScheduler(job));
    const bell = { name: job, data: {}, opts: FORGOTTEN };
    await this.line.ask(() => this.queue.upsertJobScheduler(job, { every: milliseconds }, bell));
  }

  async stop(withinMs = STOP_WITHIN_MS): Promise<void> {
    this.isStopped = true;
    this.schedulers.forEach((timer) => clearInterval(timer));
    await this.worker?.stop(withinMs);
    await this.queue.close();
    this.line.close();
  }
}
