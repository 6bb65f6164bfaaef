import { createHash } from 'node:crypto';
import type { Settings } from '@demarche/base';
import { databaseFile } from '@demarche/store';
import { Pool, type PoolClient } from 'pg';
import { Database, type Statement } from 'sqlite3';

/** Sends one statement, kept prepared, and answers with its rows. */
export type Ask = (sql: string, values: unknown[]) => Promise<unknown>;

/** The database's own driver with nothing around it but what a transaction needs. */
export interface BareStore {
  ask: Ask;
  /** Runs the work in one transaction; on SQLite, whose connection is shared, one after the other. */
  alone<T>(work: (ask: Ask) => Promise<T>): Promise<T>;
  /** What is said behind a SELECT to keep others from the row. */
  lock: string;
  /** Where a value stands in a statement, counted from 1. */
  mark(place: number): string;
}

/** Opens the file or the server that the settings name. */
export async function openBare(settings: Settings): Promise<BareStore> {
  return settings.databaseUrl === null ? openFile(databaseFile(settings)) : openServer(settings.databaseUrl);
}

/** Readers have a connection of their own, as in the product. */
async function openFile(file: string): Promise<BareStore> {
  const ask = fileAsker(file);
  const write = fileAsker(file);
  await write('PRAGMA synchronous = FULL', []);
  let last: Promise<unknown> = Promise.resolve();
  const whole = async <T>(work: (ask: Ask) => Promise<T>) => {
    await write('BEGIN IMMEDIATE', []);
    const answer = await work(write);
    await write('COMMIT', []);
    return answer;
  };
  const alone = <T>(work: (ask: Ask) => Promise<T>) => {
    const mine = last.then(() => whole(work));
    last = mine.catch(() => undefined);
    return mine;
  };
  return { ask, alone, lock: '', mark: () => '?' };
}

function fileAsker(file: string): Ask {
  const database = new Database(file);
  const prepared = new Map<string, Statement>();
  database.run('PRAGMA busy_timeout = 5000');
  return (sql, values) => {
    const known = prepared.get(sql) ?? database.prepare(sql);
    prepared.set(sql, known);
    return new Promise((resolve, reject) =>
      known.all(values, (error, rows) => (error ? reject(error) : resolve(rows))),
    );
  };
}

function openServer(connectionString: string): BareStore {
  const pool = new Pool({ connectionString, max: 10 });
  const ask = serverAsker(pool);
  const alone = async <T>(work: (ask: Ask) => Promise<T>) => {
    const client = await pool.connect();
    await client.query('BEGIN');
    const answer = await work(serverAsker(client));
    await client.query('COMMIT');
    client.release();
    return answer;
  };
  return { ask, alone, lock: ' FOR UPDATE', mark: (place) => `$${place}` };
}

const NAMES = new Map<string, string>();

function serverAsker(server: Pool | PoolClient): Ask {
  return async (text, values) => {
    const name = NAMES.get(text) ?? createHash('sha256').update(text).digest('hex').slice(0, 32);
    NAMES.set(text, name);
    return (await server.query({ name, text, values })).rows;
  };
}
