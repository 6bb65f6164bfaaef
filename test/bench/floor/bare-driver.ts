import { createHash } from 'node:crypto';
import type { Settings } from '@demarche/base';
import { databaseFile } from '@demarche/store';
import { Pool } from 'pg';
import { Database, type Statement } from 'sqlite3';

/** Sends one statement, kept prepared, and answers with its rows. */
export type Ask = (sql: string, values: unknown[]) => Promise<unknown>;

/** The database's own driver with nothing around it. */
export async function openBare(settings: Settings): Promise<Ask> {
  if (settings.databaseUrl !== null) return bareServer(settings.databaseUrl);
  return bareFile(databaseFile(settings));
}

function bareFile(file: string): Ask {
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

function bareServer(connectionString: string): Ask {
  const pool = new Pool({ connectionString, max: 10 });
  const names = new Map<string, string>();
  const nameOf = (sql: string) => {
    const known = names.get(sql) ?? createHash('sha256').update(sql).digest('hex').slice(0, 32);
    names.set(sql, known);
    return known;
  };
  return async (sql, values) => (await pool.query({ name: nameOf(sql), text: sql, values })).rows;
}
