import { Invalid } from '@demarche/base';
import type { DataSource, QueryRunner } from 'typeorm';
import { MIGRATIONS } from '../migrations';
import { refuseDamaged } from './integrity';

/** Whether this process brings the schema up to date, or waits for the one that does. */
export type SchemaDuty = 'migrate' | 'wait';

/** The fact that the first start of an installation is over: schema, register and first people are there. */
export const FIRST_START = 'first-start';

const MIGRATION_LOCK = 7_106;
const WAIT_MILLISECONDS = 500;
const WAIT_ROUNDS = 120;

/**
 * Makes a freshly opened database fit for use: durable settings on SQLite, a schema that is neither older nor newer
 * than this program. Throws Invalid with one clear line when it is newer, or when the wait is over.
 */
export async function prepare(writer: DataSource, duty: SchemaDuty): Promise<void> {
  if (writer.options.type === 'sqlite') await prepareFile(writer);
  await refuseNewer(writer);
  if (duty === 'wait') return waitUntilCurrent(writer);
  if (writer.options.type === 'postgres') return migrateAlone(writer);
  await writer.runMigrations({ transaction: 'all' });
}

async function prepareFile(writer: DataSource): Promise<void> {
  await refuseDamaged(writer);
  await writer.query('PRAGMA synchronous = FULL');
}

/** Several web processes may start at once; the lock lets one migrate while the others wait and then find nothing to do. */
async function migrateAlone(writer: DataSource): Promise<void> {
  const runner = writer.createQueryRunner();
  try {
    await takeMigrationLock(runner);
    await writer.runMigrations({ transaction: 'all' });
  } finally {
    await runner.query('SELECT pg_advisory_unlock($1)', [MIGRATION_LOCK]).catch(() => undefined);
    await runner.release();
  }
}

/** Asked again and again, since waiting inside the server would end at the time limit of a statement. */
async function takeMigrationLock(runner: QueryRunner): Promise<void> {
  for (let round = 0; round < WAIT_ROUNDS; round += 1) {
    const [row]: { isTaken: boolean }[] = await runner.query('SELECT pg_try_advisory_lock($1) AS "isTaken"', [
      MIGRATION_LOCK,
    ]);
    if (row?.isTaken) return;
    await new Promise((resolve) => setTimeout(resolve, WAIT_MILLISECONDS));
  }
  throw Invalid.because(
    'database',
    'schema-busy',
    'Another process has been bringing the database up to date for a minute. Nothing was changed; start again when it has ended.',
  );
}

async function waitUntilCurrent(writer: DataSource): Promise<void> {
  for (let round = 0; round < WAIT_ROUNDS; round += 1) {
    if (await isReady(writer)) return;
    await new Promise((resolve) => setTimeout(resolve, WAIT_MILLISECONDS));
  }
  throw Invalid.because(
    'database',
    'schema-behind',
    'The database was not brought up to date within a minute: start a web process first.',
  );
}

/** Ready means migrated and first filled: before that even the clock of an installation is not settled. */
async function isReady(writer: DataSource): Promise<boolean> {
  const applied = await appliedNames(writer);
  if (applied.length < MIGRATIONS.length) return false;
  const rows: unknown[] = await writer.query(`SELECT value FROM installation WHERE id = '${FIRST_START}'`);
  return rows.length > 0;
}

async function refuseNewer(writer: DataSource): Promise<void> {
  const known = new Set(MIGRATIONS.map((Migration) => new Migration().name));
  const unknown = (await appliedNames(writer)).filter((name) => !known.has(name));
  if (unknown.length === 0) return;
  throw Invalid.because(
    'database',
    'schema-newer',
    `The database was written by a newer Demarche (it knows ${unknown[0]}). Nothing was changed: start the newer program, or choose another var folder.`,
  );
}

async function appliedNames(writer: DataSource): Promise<string[]> {
  const runner = writer.createQueryRunner();
  try {
    if (!(await runner.hasTable('migrations'))) return [];
    const rows: { name: string }[] = await runner.query('SELECT name FROM migrations');
    return rows.map((row) => row.name);
  } finally {
    await runner.release();
  }
}
