import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { join } from 'node:path';

const ROOT = join(__dirname, '..', '..');
const LOADER = join(__dirname, 'typescript.cjs');
const WRONG_CLOCK = join(__dirname, 'wrong-clock.cjs');

/** Which program rings: the worker beside Redis, or a process with the queue inside. */
export const RINGERS = {
  worker: join(ROOT, 'apps', 'worker', 'src', 'main.ts'),
  embedded: join(__dirname, 'embedded-process.ts'),
} as const;

/** A real process that rings, started from the sources and killed at will. */
export class RingingProcess {
  private said = '';

  private constructor(private readonly child: ChildProcess) {
    child.stdout?.on('data', (chunk: Buffer) => (this.said += chunk.toString()));
    child.stderr?.on('data', (chunk: Buffer) => (this.said += chunk.toString()));
  }

  static start(ringer: keyof typeof RINGERS, environment: Record<string, string>): RingingProcess {
    const { PATH = '', HOME = '' } = process.env;
    const clock = environment.CLOCK_AHEAD_MS ? ['-r', WRONG_CLOCK] : [];
    const child = spawn(process.execPath, [...clock, '-r', LOADER, RINGERS[ringer]], {
      cwd: ROOT,
      env: { PATH, HOME, ...environment },
      stdio: ['ignore', 'pipe', 'pipe'],
    });
    return new RingingProcess(child);
  }

  get isAlive(): boolean {
    return this.child.exitCode === null && this.child.signalCode === null;
  }

  /** What the process has printed so far, for the message of a test that fails. */
  get output(): string {
    return this.said;
  }

  /** Lets the clock of a process that was told to jump do so. */
  jump(): void {
    this.child.kill('SIGUSR2');
  }

  /** Ends it as a power cut would. */
  async kill(): Promise<void> {
    await this.end('SIGKILL');
  }

  /** Asks it to end and waits; returns its exit code. */
  async stop(): Promise<number | null> {
    await this.end('SIGTERM');
    return this.child.exitCode;
  }

  private async end(signal: 'SIGKILL' | 'SIGTERM'): Promise<void> {
    if (!this.isAlive) return;
    const gone = once(this.child, 'exit');
    this.child.kill(signal);
    await gone;
  }
}
