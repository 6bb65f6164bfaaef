import { type Clock, newId } from '@demarche/base';
import { backoffAfter, bellId, callAfter, CONCURRENCY, settledWithin, STOP_WITHIN_MS, waitFor } from './bell';
import { type BellOptions, JobQueue, QueueUnavailable, type Run } from './job.queue';

interface Bell extends BellOptions {
  id: string;
  job: string;
  payload: string;
  attempt: number;
  callOff?: () => void;
}

/** The alarm clock of a house that is one process: timers in memory, forgotten when the process ends. */
export class EmbeddedQueue extends JobQueue {
  private readonly bells = new Map<string, Bell>();
  private readonly due: Bell[] = [];
  private readonly ringing = new Set<Promise<void>>();
  private readonly tickers: NodeJS.Timeout[] = [];
  private run: Run | null = null;
  private isStopped = false;

  constructor(private readonly clock: Clock) {
    super();
  }

  async add(job: string, payload: unknown, options: BellOptions = {}): Promise<void> {
    if (this.isStopped) throw new QueueUnavailable('The queue has been stopped and takes no more jobs.');
    const id = bellId(job, options.key ?? newId());
    if (this.bells.has(id)) return;
    const bell = { ...options, id, job, payload: JSON.stringify(payload), attempt: 0 };
    this.bells.set(id, bell);
    if (this.run) this.arm(bell, waitFor(this.clock, bell.runAt));
  }

  async every(job: string, milliseconds: number): Promise<void> {
    const tick = () => void this.add(job, {}, { key: 'every' });
    this.tickers.push(setInterval(tick, milliseconds));
    tick();
  }

  async start(run: Run): Promise<void> {
    if (this.isStopped || this.run) throw new QueueUnavailable('The queue starts once.');
    this.run = run;
    for (const bell of this.bells.values()) this.arm(bell, waitFor(this.clock, bell.runAt));
  }

  async serverTime(): Promise<null> {
    return null;
  }

  async stop(withinMs = STOP_WITHIN_MS): Promise<void> {
    this.isStopped = true;
    this.tickers.forEach((ticker) => clearInterval(ticker));
    this.bells.forEach((bell) => bell.callOff?.());
    this.due.length = 0;
    await settledWithin(Promise.all(this.ringing), withinMs);
  }

  private arm(bell: Bell, wait: number): void {
    bell.callOff = callAfter(wait, () => this.ringDue(bell));
  }

  private ringDue(newcomer?: Bell): void {
    if (newcomer) this.due.push(newcomer);
    while (this.run && this.due.length > 0 && this.ringing.size < CONCURRENCY) {
      const ring = this.ring(this.due.shift() as Bell, this.run);
      this.ringing.add(ring);
      void ring.finally(() => this.ringing.delete(ring)).then(() => this.ringDue());
    }
  }

  private async ring(bell: Bell, run: Run): Promise<void> {
    const { id, job, attempts = 1, backoffMs = 0 } = bell;
    const attempt = (bell.attempt += 1);
    const payload: unknown = JSON.parse(bell.payload);
    const verdict = await run({ job, payload, attempt, attempts }).catch(() => 'again');
    if (verdict === 'again' && attempt < attempts && !this.isStopped)
      this.arm(bell, backoffAfter(attempt, backoffMs));
    else this.bells.delete(id);
  }
}
