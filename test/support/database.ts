import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { newId, readSettings, type Settings } from '@demarche/base';
import { Client } from 'pg';
import { RAISED_LIMITS } from './limits';

/** The two databases that every contract is shown on. */
export const DATABASES = ['sqlite', 'postgres'] as const;
export type DatabaseKind = (typeof DATABASES)[number];

/** An empty database of one's own, and the settings that lead to it. */
export interface FreshDatabase {
  settings: Settings;
  drop(): Promise<void>;
}

/** Makes an empty database; PostgreSQL needs DATABASE_URL, which `npm test` sets for its private server. */
export async function freshDatabase(
  kind: DatabaseKind,
  environment: Record<string, string> = {},
): Promise<FreshDatabase> {
  const folder = mkdtempSync(join(tmpdir(), 'demarche-'));
  const own = { NODE_ENV: 'test', LOG_LEVEL: 'silent', PORT: '0', VAR_FOLDER: folder };
  const common = { ...own, ...RAISED_LIMITS, ...environment };
  const removeFolder = () => rmSync(folder, { recursive: true, force: true });
  if (kind === 'sqlite') return { settings: readSettings(common), drop: async () => removeFolder() };
  const { url, drop } = await freshPostgres();
  const settings = readSettings({ ...common, DATABASE_URL: url });
  return { settings, drop: async () => (removeFolder(), drop()) };
}

async function freshPostgres(): Promise<{ url: string; drop(): Promise<void> }> {
  const admin = process.env.DATABASE_URL;
  if (!admin)
    throw new Error(
      'DATABASE_URL is not set: run npm test, or point it at a PostgreSQL server you may create databases on.',
    );
  const name = `demarche_${newId().replaceAll('-', '')}`;
  await asAdmin(admin, `CREATE DATABASE "${name}"`);
  const url = new URL(admin);
  url.pathname = `/${name}`;
  return { url: url.href, drop: () => asAdmin(admin, `DROP DATABASE "${name}" WITH (FORCE)`) };
}

async function asAdmin(url: string, sql: string): Promise<void> {
  const client = new Client({ connectionString: url });
  await client.connect();
  try {
    await client.query(sql);
  } finally {
    await client.end();
  }
}
