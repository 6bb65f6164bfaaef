import { createLogger, Invalid, type Settings, SystemClock } from '@demarche/base';
import { type FolderLock, takeFolderLock } from '@demarche/store';
import type { INestApplicationContext } from '@nestjs/common';
import { NestFactory } from '@nestjs/core';
import { CliModule, type MoreRooms } from './cli.module';

const NO_MORE: MoreRooms = { modules: [], entities: [] };

/**
 * Opens the rooms on the installation's database; the caller closes them. The schema of an embedded database is changed
 * only while no web process serves it: the folder lock is held just for the opening.
 */
export async function openApplication(
  settings: Settings,
  more: MoreRooms = NO_MORE,
): Promise<INestApplicationContext> {
  const lock = settings.databaseUrl === null ? await lockUnlessServed(settings.varFolder) : null;
  const mayMigrate = lock !== null || settings.databaseUrl !== null;
  const parts = { settings, clock: new SystemClock(), logger: createLogger(settings) };
  try {
    return await NestFactory.createApplicationContext(
      CliModule.forRoot(parts, mayMigrate ? 'migrate' : 'wait', more),
      {
        logger: false,
        abortOnError: false,
      },
    );
  } finally {
    await lock?.release();
  }
}

/** Works in the open rooms and closes them, however it ends. */
export async function inApplication<T>(
  settings: Settings,
  work: (app: INestApplicationContext) => Promise<T>,
  more: MoreRooms = NO_MORE,
): Promise<T> {
  const app = await openApplication(settings, more);
  try {
    return await work(app);
  } finally {
    await app.close();
  }
}

async function lockUnlessServed(varFolder: string): Promise<FolderLock | null> {
  try {
    return await takeFolderLock(varFolder);
  } catch (error) {
    if (error instanceof Invalid) return null;
    throw error;
  }
}
