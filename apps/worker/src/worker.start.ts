import { createLogger, Invalid, readSettings, SystemClock } from '@demarche/base';
import type { INestApplicationContext } from '@nestjs/common';
import { NestFactory } from '@nestjs/core';
import { WorkerModule } from './worker.module';

const SHUTDOWN_MILLISECONDS = 18_000;

/** Starts a worker process on an environment: one clear line and exit code 1 when it cannot. */
export async function start(environment: Record<string, string | undefined>): Promise<void> {
  try {
    const settings = readSettings(environment);
    if (settings.redisUrl === null)
      throw Invalid.because(
        'REDIS_URL',
        'missing',
        'A worker needs REDIS_URL: without Redis the web process rings by itself.',
      );
    const parts = { settings, clock: new SystemClock(), logger: createLogger(settings) };
    const worker = await NestFactory.createApplicationContext(WorkerModule.forRoot(parts), {
      logger: false,
      abortOnError: false,
    });
    stopOnSignals(worker);
    process.stdout.write('The worker is ringing.\n');
  } catch (error) {
    const line = String((error as Error).message ?? error).split('\n')[0];
    process.stderr.write(`The worker did not start. ${line}\n`);
    process.exit(1);
  }
}

function stopOnSignals(worker: INestApplicationContext): void {
  const stop = () => {
    setTimeout(() => process.exit(1), SHUTDOWN_MILLISECONDS).unref();
    void worker.close().then(() => process.exit(0));
  };
  process.once('SIGTERM', stop);
  process.once('SIGINT', stop);
}
