import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtemp, rm } from 'node:fs/promises';
import { createServer, type AddressInfo, connect } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

/** The Redis that the test run brings. Throws, with what to do, when there is none: a missing service is no skip. */
export function redisUrlOfTheRun(): string {
  const url = process.env.REDIS_URL;
  if (!url)
    throw new Error(
      'Set REDIS_URL to a Redis with maxmemory-policy noeviction, or run the tests with npm test.',
    );
  return url;
}

/** A port of this machine that was free a moment ago. */
export async function freePort(): Promise<number> {
  const server = createServer().listen(0, '127.0.0.1');
  await once(server, 'listening');
  const { port } = server.address() as AddressInfo;
  server.close();
  await once(server, 'close');
  return port;
}

/** A redis-server of one test, on a port of its own, keeping nothing on disk; killed, frozen and started again at will. */
export class PrivateRedis {
  private child: ChildProcess | null = null;

  private constructor(
    readonly port: number,
    private readonly folder: string,
    private readonly policy: string,
  ) {}

  static async start(policy = 'noeviction'): Promise<PrivateRedis> {
    const folder = await mkdtemp(join(tmpdir(), 'demarche-redis-'));
    const redis = new PrivateRedis(await freePort(), folder, policy);
    await redis.revive();
    return redis;
  }

  get url(): string {
    return `redis://127.0.0.1:${this.port}`;
  }

  /** Starts the server on its port, empty. */
  async revive(): Promise<void> {
    const keep = ['--save', '', '--appendonly', 'no', '--dir', this.folder];
    const memory = ['--maxmemory', '64mb', '--maxmemory-policy', this.policy];
    const place = ['--port', String(this.port), '--bind', '127.0.0.1'];
    this.child = spawn('redis-server', [...place, ...keep, ...memory], { stdio: 'ignore' });
    const failed = once(this.child, 'error').then(([error]) => Promise.reject(error as Error));
    await Promise.race([this.answers(), failed]);
  }

  /** Kills the server as a power cut would. */
  async kill(): Promise<void> {
    const child = this.child;
    this.child = null;
    if (!child || child.exitCode !== null) return;
    const gone = once(child, 'exit');
    child.kill('SIGKILL');
    await gone;
  }

  /** Stops the server from answering although its port stays open. */
  freeze(): void {
    this.child?.kill('SIGSTOP');
  }

  /** Lets a frozen server go on. */
  thaw(): void {
    this.child?.kill('SIGCONT');
  }

  async stop(): Promise<void> {
    this.thaw();
    await this.kill();
    await rm(this.folder, { recursive: true, force: true });
  }

  private async answers(): Promise<void> {
    for (let left = 100; left > 0; left -= 1) {
      if (await canConnect(this.port)) return;
      await new Promise((resolve) => setTimeout(resolve, 50));
    }
    throw new Error(`redis-server did not open port ${this.port}.`);
  }
}

function canConnect(port: number): Promise<boolean> {
  return new Promise((resolve) => {
    const socket = connect(port, '127.0.0.1');
    socket.once('connect', () => (socket.destroy(), resolve(true)));
    socket.once('error', () => resolve(false));
  });
}
