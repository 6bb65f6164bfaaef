import { setFlagsFromString } from 'node:v8';
import { AuditWatch } from '@demarche/access';
import { createLogger, type ProcessParts, readSettings, type Settings, SystemClock } from '@demarche/base';
import { type FolderLock, IntegrityWatch, startFaultOf, takeFolderLock } from '@demarche/store';
import { NestFactory } from '@nestjs/core';
import type { NestFastifyApplication } from '@nestjs/platform-fastify';
import { FirstStart } from './example/first-start.service';
import { openWeb } from './web.setup';

/** The heap may grow by half between two clearings and not to several times its size: a third less memory under load. */
const HEAP_GROWTH = '--heap-growing-percent=50';
const SHUTDOWN_MILLISECONDS = 18_000;

/** Starts a web process on an environment: one clear line and exit code 1 when it cannot. */
export async function start(environment: Record<string, string | undefined>): Promise<void> {
  setFlagsFromString(HEAP_GROWTH);
  let lock: FolderLock | null = null;
  try {
    const settings = readSettings(environment);
    lock = settings.databaseUrl ? null : await takeFolderLock(settings.varFolder);
    const app = await open(settings);
    stopOnSignals(app, lock);
  } catch (error) {
    process.stderr.write(`Demarche did not start. ${startFaultOf(error)}\n`);
    await lock?.release();
    process.exit(1);
  }
}

async function open(settings: Settings): Promise<NestFastifyApplication> {
  const parts: ProcessParts = { settings, clock: new SystemClock(), logger: createLogger(settings) };
  const app = await openWeb(parts, (module, adapter) =>
    NestFactory.create(module, adapter, { logger: false, abortOnError: false }),
  );
  const words = await app.get(FirstStart).prepare();
  await app.listen(settings.port, settings.host);
  const address = settings.publicUrl ?? (await app.getUrl());
  process.stdout.write(`${words.map((word) => word.replaceAll('{address}', address)).join('\n')}\n`);
  app.get(IntegrityWatch).watch();
  void app
    .get(AuditWatch)
    .start()
    .catch((error) => parts.logger.warn({ error: String(error) }, 'the trail was not anchored'));
  return app;
}

function stopOnSignals(app: NestFastifyApplication, lock: FolderLock | null): void {
  const stop = () => {
    setTimeout(() => process.exit(1), SHUTDOWN_MILLISECONDS).unref();
    void app
      .close()
      .then(() => lock?.release())
      .then(() => process.exit(0));
  };
  process.once('SIGTERM', stop);
  process.once('SIGINT', stop);
}
