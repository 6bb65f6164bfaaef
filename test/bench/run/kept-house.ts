import { spawnSync } from 'node:child_process';
import { cpSync, existsSync, mkdirSync, mkdtempSync, readdirSync, renameSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { machineToday, sha256 } from '@demarche/base';
import { MIGRATIONS } from '@demarche/store';
import { copyOnServer, isOnServer, serverAddress, takeFromServer } from './kept-database';

/** How large a measured house is, and where it lives. */
export interface Extent {
  countries: number;
  years: number;
  share: number;
  database: 'sqlite' | 'postgres';
}

/** A house of one's own: what the product needs to find it, and how it goes. */
export interface LaidHouse {
  environment: Record<string, string>;
  drop(): Promise<void>;
}

const KEPT = join(tmpdir(), 'demarche-bench-houses');

/** A copy of one's own of a generated house; the house is kept in the temp folder by size, schema and day. */
export async function layHouse(extent: Extent): Promise<LaidHouse> {
  const kept = await keptHouse(extent);
  const folder = mkdtempSync(join(tmpdir(), 'demarche-bench-'));
  cpSync(kept.folder, folder, { recursive: true });
  const remove = () => rmSync(folder, { recursive: true, force: true });
  if (extent.database === 'sqlite')
    return { environment: { VAR_FOLDER: folder }, drop: async () => remove() };
  const copy = `${kept.name}_${process.pid}`;
  await copyOnServer({ from: kept.name, to: copy });
  const drop = async () => (remove(), takeFromServer(copy));
  return { environment: { VAR_FOLDER: folder, DATABASE_URL: serverAddress(copy) }, drop };
}

async function keptHouse({
  countries,
  years,
  share,
  database,
}: Extent): Promise<{ folder: string; name: string }> {
  const schema = MIGRATIONS.map((Migration) => Migration.name).join();
  const extent = `${database}-${countries}x${years}x${share}`;
  const key = sha256([extent, schema, machineToday()].join('|')).slice(0, 16);
  const [folder, name] = [join(KEPT, `${extent}-${key}`), `demarche_bench_${key}`];
  const stands = existsSync(folder) && (database === 'sqlite' || (await isOnServer(name)));
  if (stands) return { folder, name };
  rmSync(folder, { recursive: true, force: true });
  mkdirSync(KEPT, { recursive: true });
  dropOlder(extent);
  const draft = `${folder}.draft-${process.pid}`;
  const options = Object.entries({ countries, years, share }).flatMap(([word, value]) => [
    `--${word}`,
    String(value),
  ]);
  const place = { PATH: process.env.PATH, HOME: process.env.HOME, VAR_FOLDER: draft };
  if (database === 'postgres') await copyOnServer({ from: 'template0', to: name });
  const env = database === 'postgres' ? { ...place, DATABASE_URL: serverAddress(name) } : place;
  const made = spawnSync(process.execPath, ['test/bench/fill.mjs', ...options], { env, encoding: 'utf8' });
  if (made.status !== 0) throw new Error(`The house was not made:\n${made.stdout}${made.stderr}`);
  renameSync(draft, folder);
  return { folder, name };
}

/** Houses of the same size for another schema or day serve nobody any more, and may hold two gigabytes each. */
function dropOlder(extent: string): void {
  const older = readdirSync(KEPT).filter(
    (name) => name.startsWith(`${extent}-`) && !name.includes('.draft-'),
  );
  for (const name of older) rmSync(join(KEPT, name), { recursive: true, force: true });
}
