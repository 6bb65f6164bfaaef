import type { EventEmitter } from 'node:events';
import type { Logger } from '@demarche/base';
import type { ConnectionOptions } from 'bullmq';
import { Redis } from 'ioredis';
import { settledWithin } from './bell';
import { QueueUnavailable } from './job.queue';

/** How long one request to Redis may take before the caller is told that the queue is out of reach. */
const ANSWER_WITHIN_MS = 3_000;
/** How long a line may linger once we hang up: it would hold the end of the process. */
const HANG_UP_WITHIN_MS = 200;

const retryStrategy = (times: number): number => Math.min(100 * times, 2_000);

/** The asking side of Redis: it answers or fails within seconds, so that nobody's request waits for an outage. */
export class RedisLine {
  readonly client: Redis;
  private readonly place: string;
  private firstContact: Promise<unknown> | null = null;
  private isDown = false;
  private lastFault = 'no connection';
  private isClosed = false;

  constructor(
    private readonly url: string,
    private readonly logger: Logger,
  ) {
    this.place = new URL(url).host;
    this.client = new Redis(url, {
      lazyConnect: true,
      enableOfflineQueue: false,
      maxRetriesPerRequest: 1,
      connectTimeout: ANSWER_WITHIN_MS,
      commandTimeout: ANSWER_WITHIN_MS,
      disconnectTimeout: HANG_UP_WITHIN_MS,
      retryStrategy,
    });
    this.watch(this.client);
    this.client.on('ready', () => this.hasComeBack());
  }

  /** What a worker's connections need: they outlive any outage, trying every two seconds, until this line is closed. */
  connectionOfWorker(): ConnectionOptions {
    const retry = (times: number) => (this.isClosed ? null : retryStrategy(times));
    const disconnectTimeout = HANG_UP_WITHIN_MS;
    return { url: this.url, maxRetriesPerRequest: null, disconnectTimeout, retryStrategy: retry };
  }

  /** Whether Redis answered last time: what has to be asked of it now would not wait for a connection. */
  get isUp(): boolean {
    return this.client.status === 'ready';
  }

  /** Hangs up, here and in a worker that still tries to reach a Redis that is gone. */
  close(): void {
    this.isClosed = true;
    this.client.disconnect();
  }

  /** Asks Redis something. Throws QueueUnavailable, with the place and a short cause, when it does not answer. */
  async ask<Answer>(question: () => Promise<Answer>): Promise<Answer> {
    this.firstContact ??= this.client.connect().catch(() => undefined);
    await settledWithin(this.firstContact, ANSWER_WITHIN_MS);
    if (!this.isUp) throw this.unavailable(this.lastFault);
    const answer = question().catch((error: Error) => {
      throw this.unavailable(error.message);
    });
    if (await settledWithin(answer, ANSWER_WITHIN_MS)) return answer;
    answer.catch(() => undefined);
    throw this.unavailable('silence');
  }

  /** Throws QueueUnavailable when this Redis may throw bells away to save memory. */
  async mustKeepEverything(): Promise<void> {
    const memory = await this.ask(() => this.client.info('memory'));
    const policy = /^maxmemory_policy:(\S+)/m.exec(memory)?.[1] ?? 'unknown';
    if (policy === 'noeviction') return;
    const advice = 'Set maxmemory-policy to noeviction, or jobs vanish when memory runs short.';
    throw new QueueUnavailable(`Redis at ${this.place} runs with the policy ${policy}. ${advice}`);
  }

  /** Keeps the errors of a connection from ending the process; says once that Redis is down, and once that it is back. */
  watch(emitter: EventEmitter): void {
    emitter.on('error', (error: Error & { code?: string }) => {
      this.lastFault = error.code ?? error.name;
      if (this.isDown) return;
      this.isDown = true;
      this.logger.warn({ place: this.place, code: this.lastFault }, 'redis does not answer');
    });
  }

  private hasComeBack(): void {
    if (this.isDown) this.logger.info({ place: this.place }, 'redis answers again');
    this.isDown = false;
  }

  private unavailable(cause: string): QueueUnavailable {
    return new QueueUnavailable(`Redis at ${this.place} does not answer (${cause}).`);
  }
}
