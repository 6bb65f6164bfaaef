import { spawnSync } from 'node:child_process';
import { cpSync, existsSync, mkdirSync, mkdtempSync, readdirSync, renameSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { machineToday, sha256 } from '@demarche/base';
import { MIGRATIONS } from '@demarche/store';

/** How large a measured house is. */
export interface Extent {
  countries: number;
  years: number;
  share: number;
}

const KEPT = join(tmpdir(), 'demarche-bench-houses');

/** A copy of one's own of a generated house; the house is kept in the temp folder by size, schema and day. */
export function layHouse(extent: Extent): { folder: string; drop(): void } {
  const kept = keptHouse(extent);
  const folder = mkdtempSync(join(tmpdir(), 'demarche-bench-'));
  cpSync(kept, folder, { recursive: true });
  return { folder, drop: () => rmSync(folder, { recursive: true, force: true }) };
}

function keptHouse({ countries, years, share }: Extent): string {
  const schema = MIGRATIONS.map((Migration) => Migration.name).join();
  const extent = `${countries}x${years}x${share}`;
  const key = sha256([extent, schema, machineToday()].join('|')).slice(0, 16);
  const folder = join(KEPT, `${extent}-${key}`);
  if (existsSync(folder)) return folder;
  mkdirSync(KEPT, { recursive: true });
  dropOlder(extent);
  const draft = `${folder}.draft-${process.pid}`;
  const numbers = { countries, years, share };
  const options = Object.entries(numbers).flatMap(([name, value]) => [`--${name}`, String(value)]);
  const env = { PATH: process.env.PATH, HOME: process.env.HOME, VAR_FOLDER: draft };
  const made = spawnSync(process.execPath, ['test/bench/fill.mjs', ...options], { env, encoding: 'utf8' });
  if (made.status !== 0) throw new Error(`The house was not made:\n${made.stdout}${made.stderr}`);
  renameSync(draft, folder);
  return folder;
}

/** Houses of the same size for another schema or day serve nobody any more, and may hold two gigabytes each. */
function dropOlder(extent: string): void {
  const older = readdirSync(KEPT).filter(
    (name) => name.startsWith(`${extent}-`) && !name.includes('.draft-'),
  );
  for (const name of older) rmSync(join(KEPT, name), { recursive: true, force: true });
}
