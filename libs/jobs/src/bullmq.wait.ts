import type { Logger } from '@demarche/base';
import { RedisLine } from './bullmq.connection';
import { QueueUnavailable } from './job.queue';

const ASK_AGAIN_MILLISECONDS = 1_000;

/**
 * Waits until Redis answers; calls `waits` once when it does not at first. A worker may be started before its queue, and
 * ending would only have it started again and again. What is wrong with a Redis that answers is found when it is opened.
 */
export async function untilQueueAnswers(
  url: string,
  logger: Logger,
  waits: (why: string) => void,
): Promise<void> {
  const line = new RedisLine(url, logger);
  let hasSaid = false;
  try {
    while (!(await answers(line, (why) => (hasSaid ||= (waits(why), true)))))
      await new Promise((resolve) => setTimeout(resolve, ASK_AGAIN_MILLISECONDS));
  } finally {
    line.close();
  }
}

async function answers(line: RedisLine, fault: (why: string) => void): Promise<boolean> {
  try {
    await line.ask(() => line.client.ping());
    return true;
  } catch (error) {
    if (!(error instanceof QueueUnavailable)) throw error;
    fault(error.message);
    return false;
  }
}
