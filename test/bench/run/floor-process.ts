import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { BenchHouse } from './bench-house';
import type { Recorded } from './recording';

/** Starts the floor as a process of its own on the house's database, with what it is to answer. */
export async function startFloor(
  { environment }: BenchHouse,
  recorded: readonly Recorded[],
): Promise<{ url: string; stop(): Promise<void> }> {
  const folder = mkdtempSync(join(tmpdir(), 'demarche-floor-'));
  const file = join(folder, 'recorded.json');
  writeFileSync(
    file,
    JSON.stringify(recorded, (_key, value: unknown) => (value === undefined ? null : value)),
  );
  const env = { PATH: process.env.PATH, HOME: process.env.HOME, ...environment };
  const stdio: ['pipe', 'pipe', 'inherit'] = ['pipe', 'pipe', 'inherit'];
  const child = spawn(process.execPath, ['test/bench/floor/floor.cjs', file], { env, stdio });
  const [line] = (await once(child.stdout, 'data')) as [Buffer];
  const [, url = ''] = /floor at (\S+)/.exec(line.toString()) ?? [];
  const stop = async () => {
    child.kill();
    await once(child, 'exit');
    rmSync(folder, { recursive: true, force: true });
  };
  return { url, stop };
}
