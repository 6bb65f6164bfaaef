import { Client } from 'pg';

/** The address of a database on the run's own PostgreSQL server. Throws where the environment names none. */
export function serverAddress(name: string): string {
  const given = process.env.DATABASE_URL;
  if (!given) throw new Error('DATABASE_URL is not set: npm run bench sets it for a private server.');
  const url = new URL(given);
  url.pathname = `/${name}`;
  return url.href;
}

/** Makes a database anew as the copy of another. */
export async function copyOnServer({ from, to }: { from: string; to: string }): Promise<void> {
  await takeFromServer(to);
  await asked(`CREATE DATABASE "${to}" TEMPLATE "${from}"`);
}

/** Removes a database, also with people in it. */
export async function takeFromServer(name: string): Promise<void> {
  await asked(`DROP DATABASE IF EXISTS "${name}" WITH (FORCE)`);
}

/** Whether the server has a database of this name; a private server begins empty each time. */
export async function isOnServer(name: string): Promise<boolean> {
  return (await asked(`SELECT 1 FROM pg_database WHERE datname = '${name}'`)).rows.length > 0;
}

async function asked(sql: string): Promise<{ rows: unknown[] }> {
  const client = new Client({ connectionString: process.env.DATABASE_URL });
  await client.connect();
  try {
    return await client.query(sql);
  } finally {
    await client.end();
  }
}
