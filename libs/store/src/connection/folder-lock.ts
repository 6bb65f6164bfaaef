import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { Invalid } from '@demarche/base';
import { Database } from 'sqlite3';

/** Held by the one web process that serves a var folder; ends with the process, however it ends. */
export interface FolderLock {
  release(): Promise<void>;
}

/**
 * Takes the var folder for this process. The lock is an SQLite file lock, which the operating system frees when a
 * process dies, so nothing stale is ever left. Throws Invalid when another process holds it.
 */
export async function takeFolderLock(varFolder: string): Promise<FolderLock> {
  mkdirSync(varFolder, { recursive: true });
  const lock = await open(join(varFolder, 'demarche.lock'));
  try {
    await execute(lock, 'PRAGMA busy_timeout = 0; BEGIN EXCLUSIVE');
  } catch {
    await close(lock);
    throw Invalid.because(
      'VAR_FOLDER',
      'in-use',
      `Another Demarche is already running on the folder ${varFolder}. Stop it, or set VAR_FOLDER to another folder.`,
    );
  }
  return { release: () => close(lock) };
}

const open = (file: string) =>
  new Promise<Database>((resolve, reject) => {
    const lock: Database = new Database(file, (error) => (error ? reject(error) : resolve(lock)));
  });

const execute = (lock: Database, sql: string) =>
  new Promise<void>((resolve, reject) => lock.exec(sql, (error) => (error ? reject(error) : resolve())));

const close = (lock: Database) => new Promise<void>((resolve) => lock.close(() => resolve()));
