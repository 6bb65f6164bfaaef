import { execFile } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { promisify } from 'node:util';
import { Program } from '../../support/program';

/** What a load of one address gave. */
export interface Loaded {
  perSecond: number;
  p50: number;
  p99: number;
  failed: number;
}

/** What to load, with how many connections, for how long. */
export interface Load {
  url: string;
  headers: Record<string, string>;
  connections: number;
  milliseconds: number;
  method?: string;
  bodies?: string[];
}

const run = promisify(execFile);
const KILOBYTES = 1_024;

/** Keeps an address busy from a process of its own. */
export async function loaded(load: Load): Promise<Loaded> {
  const { stdout } = await run(process.execPath, ['test/bench/load.mjs', JSON.stringify(load)]);
  return JSON.parse(stdout) as Loaded;
}

/** Runs one of the floor's files from its sources, as a process of its own, and reads the last line that it prints. */
export async function toldBy<T>(
  file: string,
  { words = [], environment }: { words?: readonly string[]; environment: Record<string, string> },
): Promise<T> {
  const env = { PATH: process.env.PATH, HOME: process.env.HOME, ...environment };
  const args = ['-r', './test/faults/typescript.cjs', `test/bench/floor/${file}`, ...words];
  const { stdout } = await run(process.execPath, args, { env });
  return JSON.parse(stdout.trim().split('\n').at(-1) ?? '') as T;
}

/** The built product as a process of its own, as `npm start` runs it. */
export async function startProduct(
  environment: Record<string, string>,
): Promise<{ url: string; program: Program }> {
  const own = { PORT: '0', DEMO: 'off', ...environment };
  const program = Program.start('apps/web/src/main.js', own);
  const [, url = ''] = await program.until(/ready at (http:\S+)/);
  return { url, program };
}

/** The memory that a process holds, in megabytes; 0 where the system does not tell. */
export function memoryOf(pid: number): number {
  return megabytes(pid, /VmRSS:\s+(\d+)/);
}

/** The most memory that a process has ever held, in megabytes; 0 where the system does not tell. */
export function peakMemoryOf(pid: number): number {
  return megabytes(pid, /VmHWM:\s+(\d+)/);
}

function megabytes(pid: number, line: RegExp): number {
  try {
    const [, kilobytes = '0'] = line.exec(readFileSync(`/proc/${pid}/status`, 'utf8')) ?? [];
    return Math.round(Number(kilobytes) / KILOBYTES);
  } catch {
    return 0;
  }
}
