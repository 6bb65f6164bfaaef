import { AuditWatch } from '@demarche/access';
import { createLogger, Invalid, type ProcessParts, readSettings, SystemClock } from '@demarche/base';
import { untilQueueAnswers } from '@demarche/jobs';
import { mayPass, startFaultOf } from '@demarche/store';
import type { INestApplicationContext } from '@nestjs/common';
import { NestFactory } from '@nestjs/core';
import { WorkerModule } from './worker.module';

const SHUTDOWN_MILLISECONDS = 18_000;
const ASK_AGAIN_MILLISECONDS = 2_000;

/**
 * Starts a worker process on an environment: one clear line and exit code 1 when it cannot. Servers that do not answer yet
 * are waited for, because whoever keeps the processes running may start them in any order.
 */
export async function start(environment: Record<string, string | undefined>): Promise<void> {
  let worker: INestApplicationContext | null = null;
  endOnSignals(() => worker);
  try {
    const settings = readSettings(environment);
    const parts = { settings, clock: new SystemClock(), logger: createLogger(settings) };
    await untilQueueAnswers(queueOf(settings.redisUrl), parts.logger, (why) => say(`${why} Waiting for it.`));
    worker = await untilDatabaseAnswers(parts);
    say('The worker is ringing.');
    void watchTrail(worker, parts);
  } catch (error) {
    process.stderr.write(`The worker did not start. ${startFaultOf(error)}\n`);
    process.exit(1);
  }
}

/** What the worker writes it also anchors, in the file of its own folder. */
async function watchTrail(worker: INestApplicationContext, { logger }: ProcessParts): Promise<void> {
  try {
    await worker.get(AuditWatch).start();
  } catch (error) {
    logger.warn({ error: String(error) }, 'the trail was not anchored');
  }
}

function queueOf(redisUrl: string | null): string {
  if (redisUrl !== null) return redisUrl;
  throw Invalid.because(
    'REDIS_URL',
    'missing',
    'A worker needs REDIS_URL: without Redis the web process rings by itself.',
  );
}

async function untilDatabaseAnswers(parts: ProcessParts): Promise<INestApplicationContext> {
  for (let isFirst = true; ; isFirst = false) {
    try {
      return await NestFactory.createApplicationContext(WorkerModule.forRoot(parts), {
        logger: false,
        abortOnError: false,
      });
    } catch (error) {
      if (!mayPass(error)) throw error;
      if (isFirst) say(`${startFaultOf(error)} Waiting for it.`);
      await new Promise((resolve) => setTimeout(resolve, ASK_AGAIN_MILLISECONDS));
    }
  }
}

function endOnSignals(opened: () => INestApplicationContext | null): void {
  const stop = () => {
    setTimeout(() => process.exit(1), SHUTDOWN_MILLISECONDS).unref();
    void Promise.resolve(opened()?.close()).then(() => process.exit(0));
  };
  process.once('SIGTERM', stop);
  process.once('SIGINT', stop);
}

function say(line: string): void {
  process.stdout.write(`${line}\n`);
}
