import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { join } from 'node:path';
import { InstallationFact, MIGRATIONS, writerOptions } from '@demarche/store';
import { DataSource } from 'typeorm';
import { DATABASES, type DatabaseKind, type FreshDatabase, freshDatabase } from '../support/database';
import { fillTables, picture, rowCounts } from './filled-tables';

jest.setTimeout(180_000);

const TOGETHER = 2;
const NAMES = MIGRATIONS.map((Migration) => new Migration().name);

/** A database of one's own that stands just before a migration, with rows in every table. */
async function standingBefore(kind: DatabaseKind, migration: number): Promise<FreshDatabase> {
  const database = await freshDatabase(kind);
  await withWriter(
    database,
    async (writer) => {
      await writer.runMigrations({ transaction: 'all' });
      await fillTables(writer);
    },
    migration,
  );
  return database;
}

async function withWriter<T>(
  database: FreshDatabase,
  work: (writer: DataSource) => Promise<T>,
  upTo = MIGRATIONS.length,
): Promise<T> {
  const options = {
    ...writerOptions(database.settings, [InstallationFact]),
    migrations: MIGRATIONS.slice(0, upTo),
  };
  const writer = await new DataSource(options).initialize();
  try {
    return await work(writer);
  } finally {
    await writer.destroy();
  }
}

/** Migrates in a process that is killed in the middle of one migration; throws when it lived to the end. */
async function killedIn(database: FreshDatabase, migration: number): Promise<void> {
  const { databaseUrl, varFolder } = database.settings;
  const { PATH = '' } = process.env;
  const args = ['-r', join(__dirname, 'typescript.cjs'), join(__dirname, 'migrating-process.ts')];
  const child = spawn(process.execPath, args, {
    env: { PATH, NODE_ENV: 'test', VAR_FOLDER: varFolder, DATABASE_URL: databaseUrl ?? '', KILL_IN: '0' },
    stdio: ['ignore', 'ignore', 'pipe'],
  });
  let said = '';
  child.stderr.on('data', (chunk: Buffer) => (said += chunk.toString()));
  const [code, signal] = (await once(child, 'exit')) as [number | null, string | null];
  if (signal !== 'SIGKILL')
    throw new Error(`${NAMES[migration]}: it ended with ${code}, not killed. ${said}`);
}

async function trial(kind: DatabaseKind, migration: number): Promise<void> {
  const [killed, control] = [await standingBefore(kind, migration), await standingBefore(kind, migration)];
  const before = await withWriter(killed, picture, migration);
  await killedIn(killed, migration);
  const name = NAMES[migration];
  expect({ name, ...(await withWriter(killed, picture, migration)) }).toEqual({ name, ...before });
  const [counts, again, whole] = await withWriter(control, async (writer) => {
    const rows = await rowCounts(writer);
    await writer.runMigrations({ transaction: 'all' });
    return [rows, await rowCounts(writer), await picture(writer)] as const;
  });
  const kept = Object.keys(counts).filter((table) => table in again);
  // A migration may add rows; it may not lose any where the table itself stays.
  for (const table of kept)
    expect({ name, table, lost: Math.max(0, (counts[table] ?? 0) - (again[table] ?? 0)) }).toEqual({
      name,
      table,
      lost: 0,
    });
  const rerun = await withWriter(killed, async (writer) => {
    await writer.runMigrations({ transaction: 'all' });
    return picture(writer);
  });
  expect({ name, ...rerun }).toEqual({ name, ...whole });
  await Promise.all([killed.drop(), control.drop()]);
}

describe.each(DATABASES)('a kill in the middle of a migration on %s', (kind) => {
  it(`leaves schema and rows whole, and the next start ends what it began: all ${MIGRATIONS.length}`, async () => {
    const waiting = MIGRATIONS.map((_, migration) => migration);
    const work = async () => {
      for (let next = waiting.shift(); next !== undefined; next = waiting.shift()) await trial(kind, next);
    };
    await Promise.all(Array.from({ length: TOGETHER }, work));
  });
});
