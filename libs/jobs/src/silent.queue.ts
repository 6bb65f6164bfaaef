import { JobQueue, QueueUnavailable } from './job.queue';

/**
 * For a process that writes rows beside the embedded queue of another, such as a command: it takes bells and forgets
 * them, because the process that rings finds the rows in its next sweep.
 */
export class SilentQueue extends JobQueue {
  async add(): Promise<void> {}

  async every(): Promise<void> {}

  async start(): Promise<void> {
    throw new QueueUnavailable('This process only adds jobs; it rings none.');
  }

  async serverTime(): Promise<null> {
    return null;
  }

  async stop(): Promise<void> {}
}
