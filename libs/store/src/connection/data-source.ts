import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import type { Settings } from '@demarche/base';
import { OPEN_READONLY } from 'sqlite3';
import type { DataSourceOptions, EntitySchema, MixedList } from 'typeorm';
import { MIGRATIONS } from '../migrations';
import { PreparingClient } from './postgres-client';
import { QUIET_SQLITE } from './sqlite-driver';

/** The classes that map to tables, as each room lists them in its door. */
export type EntityList = MixedList<string | (new () => object) | EntitySchema>;

const BUSY_MILLISECONDS = 5_000;
/** A server that does not answer must not hold a request: connecting, one statement, one answer, in milliseconds. */
const POSTGRES_LIMITS = { connectionTimeoutMillis: 10_000, query_timeout: 45_000, keepAlive: true };
const POSTGRES_WRITER = '-c statement_timeout=30000 -c idle_in_transaction_session_timeout=60000';
const POSTGRES_READER = '-c default_transaction_read_only=on -c statement_timeout=30000';

const shared = (entities: EntityList) => ({
  entities: entities as never,
  migrations: MIGRATIONS,
  migrationsTableName: 'migrations',
  synchronize: false,
  logging: false,
  // Without this, a where clause with an undefined id would return every row.
  invalidWhereValuesBehavior: { null: 'throw', undefined: 'throw' } as const,
});

/** Where the embedded database lives inside the var folder. */
export function databaseFile(settings: Pick<Settings, 'varFolder'>): string {
  return join(settings.varFolder, 'demarche.sqlite');
}

const sqlite = (settings: Settings) => ({
  type: 'sqlite' as const,
  driver: QUIET_SQLITE,
  database: databaseFile(settings),
  busyTimeout: BUSY_MILLISECONDS,
});

/** Options of the connection that writes: PostgreSQL when an address is set, else the SQLite file in WAL mode. */
export function writerOptions(settings: Settings, entities: EntityList): DataSourceOptions {
  if (settings.databaseUrl)
    return {
      type: 'postgres',
      url: settings.databaseUrl,
      extra: { Client: PreparingClient, ...POSTGRES_LIMITS, options: POSTGRES_WRITER },
      ...shared(entities),
    };
  mkdirSync(settings.varFolder, { recursive: true });
  return { ...sqlite(settings), enableWAL: true, ...shared(entities) };
}

/** Options of the connection that only reads; the database itself refuses a write on it. */
export function readerOptions(settings: Settings, entities: EntityList): DataSourceOptions {
  if (settings.databaseUrl)
    return {
      type: 'postgres',
      url: settings.databaseUrl,
      extra: { Client: PreparingClient, ...POSTGRES_LIMITS, options: POSTGRES_READER },
      ...shared(entities),
    };
  return { ...sqlite(settings), flags: OPEN_READONLY, ...shared(entities) };
}
