import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { readFileSync } from 'node:fs';
import { createServer } from 'node:net';
import { join } from 'node:path';
import { RAISED_LIMITS } from './limits';

const ROOT = join(__dirname, '..', '..');
const PATIENCE_MILLISECONDS = 60_000;
const LOOK_EVERY_MILLISECONDS = 25;
const NANOSECONDS = 1_000_000;

/** A built program running as a process of its own, as an operator would run it. */
export class Program {
  private static readonly running = new Set<Program>();
  private said = '';

  private constructor(private readonly child: ChildProcess) {
    for (const stream of [child.stdout, child.stderr])
      stream?.on('data', (chunk: Buffer) => (this.said += chunk.toString()));
    Program.running.add(this);
    child.once('exit', () => Program.running.delete(this));
  }

  /** Starts a built file, for example `apps/web/src/main.js`, with nothing of our own environment but the path. */
  static start(file: string, environment: Record<string, string>, node = process.execPath): Program {
    const { PATH = '', HOME = '' } = process.env;
    const env = { PATH, HOME, LOG_LEVEL: 'error', ...RAISED_LIMITS, ...environment };
    const child = spawn(node, [join(ROOT, 'dist', file)], {
      cwd: ROOT,
      env,
      stdio: ['ignore', 'pipe', 'pipe'],
    });
    return new Program(child);
  }

  /** Ends whatever a failed test left running. */
  static async stopAll(): Promise<void> {
    await Promise.all([...Program.running].map((program) => program.stop()));
  }

  /** The process as the system numbers it. */
  get pid(): number {
    return this.child.pid ?? 0;
  }

  /**
   * Milliseconds since its start in which its first thread wanted a processor and had none, because other programs
   * were busy; 0 where the system does not tell.
   */
  get waited(): number {
    try {
      const [, waited] = readFileSync(`/proc/${this.pid}/task/${this.pid}/schedstat`, 'latin1').split(' ');
      return Number(waited) / NANOSECONDS;
    } catch {
      return 0;
    }
  }

  /** Everything the program has printed. */
  get output(): string {
    return this.said;
  }

  /** Waits until the program has printed something; throws with its output when it ends before or takes a minute. */
  async until(pattern: RegExp): Promise<RegExpExecArray> {
    const tries = PATIENCE_MILLISECONDS / LOOK_EVERY_MILLISECONDS;
    for (let left = tries; left > 0; left -= 1) {
      const found = pattern.exec(this.said);
      if (found) return found;
      if (this.child.exitCode !== null) break;
      await new Promise((resolve) => setTimeout(resolve, LOOK_EVERY_MILLISECONDS));
    }
    throw new Error(`The program never said ${pattern}. It said:\n${this.said}`);
  }

  /** Asks it to end, waits, and returns its exit code. */
  async stop(): Promise<number | null> {
    if (this.child.exitCode !== null) return this.child.exitCode;
    this.child.kill('SIGTERM');
    return this.exit();
  }

  /** Waits for its end by itself, and returns its exit code. */
  async exit(): Promise<number | null> {
    if (this.child.exitCode === null) await once(this.child, 'exit');
    return this.child.exitCode;
  }
}

/** A loopback port that was free a moment ago. */
export async function freePort(): Promise<number> {
  const probe = createServer().listen(0, '127.0.0.1');
  await once(probe, 'listening');
  const address = probe.address();
  probe.close();
  await once(probe, 'close');
  if (address === null || typeof address === 'string') throw new Error('The probe has no port.');
  return address.port;
}
