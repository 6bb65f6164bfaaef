import { once } from 'node:events';
import { closeSync, existsSync, mkdtempSync, openSync, readFileSync, rmSync, writeSync } from 'node:fs';
import { connect, type Socket } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { readSettings } from '@demarche/base';
import { freshDatabase } from '../support/database';
import { freePort, Program } from '../support/program';
import { PrivateRedis } from '../support/redis';

const WEB = 'apps/web/src/main.js';
const WORKER = 'apps/worker/src/main.js';
const READY = /Demarche is ready/;
const SECOND = 1_000;
const PAGE = 4_096;

jest.setTimeout(120 * SECOND);

const pause = (milliseconds: number) => new Promise((resolve) => setTimeout(resolve, milliseconds));

let folder: string;
let port: number;
beforeEach(async () => {
  folder = mkdtempSync(join(tmpdir(), 'demarche-limits-'));
  port = await freePort();
});
afterEach(async () => {
  await Program.stopAll();
  rmSync(folder, { recursive: true, force: true });
});

const start = (environment: Record<string, string> = {}) =>
  Program.start(WEB, { PORT: String(port), VAR_FOLDER: folder, DEMO: 'off', ...environment });

/** A line that has sent something and then only drips, one byte in two hundred milliseconds. */
async function drip(head: string): Promise<{ line: Socket; endedAfter: Promise<number> }> {
  const line = connect(port, '127.0.0.1');
  await once(line, 'connect');
  const since = performance.now();
  line.on('error', () => undefined).resume();
  line.write(head);
  const dripping = setInterval(() => line.writable && line.write('a'), 200);
  const endedAfter = once(line, 'close').then(() => {
    clearInterval(dripping);
    return performance.now() - since;
  });
  return { line, endedAfter };
}

const SLOW_HEADERS = 'GET /sign-in HTTP/1.1\r\nHost: localhost\r\nX-Slow: ';
const SLOW_BODY =
  'POST /sign-in/password HTTP/1.1\r\nHost: localhost\r\nContent-Type: application/x-www-form-urlencoded\r\nContent-Length: 100000\r\n\r\nemail=';
const IDLE = 'GET /health/live HTTP/1.1\r\nHost: localhost\r\n\r\n';

describe('a request that arrives slowly', () => {
  it('may take less than thirty seconds, whatever is set', () => {
    expect(readSettings({}).requestSeconds).toBeLessThanOrEqual(28);
    expect(() => readSettings({ REQUEST_SECONDS: '60' })).toThrow(/REQUEST_SECONDS/);
  });

  it.each([
    ['headers', SLOW_HEADERS],
    ['a body', SLOW_BODY],
  ])('with %s is ended in time, and others are answered meanwhile', async (_name, head) => {
    await start({ REQUEST_SECONDS: '3' }).until(READY);
    const { endedAfter } = await drip(head);
    expect((await fetch(`http://127.0.0.1:${port}/health/ready`)).status).toBe(200);
    expect(await endedAfter).toBeLessThan(6 * SECOND);
  });
});

describe('SIGTERM', () => {
  it('ends the process within five seconds under slow headers, slow bodies and idle lines, with code 0', async () => {
    const program = start();
    await program.until(READY);
    const heads = [SLOW_HEADERS, SLOW_BODY, IDLE].flatMap((head) => Array.from({ length: 5 }, () => head));
    const lines = await Promise.all(heads.map(drip));
    await pause(300);
    const asked = performance.now();
    expect(await program.stop()).toBe(0);
    expect(performance.now() - asked).toBeLessThan(5 * SECOND);
    await Promise.all(lines.map(({ endedAfter }) => endedAfter));
  });
});

describe('a damaged database', () => {
  it('is found at the start, told in one line, and left as it is', async () => {
    const seed = start();
    await seed.until(READY);
    expect(await seed.stop()).toBe(0);
    const file = join(folder, 'demarche.sqlite');
    const whole = readFileSync(file);
    const page = Math.floor(whole.length / PAGE / 2);
    overwrite(file, page, Buffer.alloc(PAGE, 0xa5));
    const damaged = readFileSync(file);
    const program = start();
    expect(await program.exit()).toBe(1);
    expect(program.output).toMatch(
      /^Demarche did not start\. The database file .*damaged.*left as it is.*backup[^\n]*\n$/,
    );
    expect(readFileSync(file).equals(damaged)).toBe(true);
    overwrite(file, page, whole.subarray(page * PAGE, (page + 1) * PAGE));
    await start().until(READY);
  });
});

function overwrite(file: string, page: number, bytes: Buffer): void {
  for (const beside of ['-wal', '-shm']) if (existsSync(file + beside)) rmSync(file + beside);
  const handle = openSync(file, 'r+');
  writeSync(handle, bytes, 0, PAGE, page * PAGE);
  closeSync(handle);
}

describe('a worker', () => {
  it('that is started before its servers says so once, waits, and goes on when they come', async () => {
    const database = await freshDatabase('postgres');
    const databaseUrl = database.settings.databaseUrl ?? '';
    const redis = await PrivateRedis.start();
    await redis.kill();
    const servers = { DATABASE_URL: databaseUrl, REDIS_URL: redis.url };
    const worker = Program.start(WORKER, { ...servers, VAR_FOLDER: folder });
    await worker.until(/Redis at 127\.0\.0\.1:\d+ does not answer.* Waiting for it\./);
    await pause(3 * SECOND);
    expect(worker.output.match(/Waiting/g)).toHaveLength(1);
    const web = start(servers);
    await redis.revive();
    await web.until(READY);
    await worker.until(/The worker is ringing/);
    expect(await worker.stop()).toBe(0);
    expect(await web.stop()).toBe(0);
    await redis.stop();
    await database.drop();
  });

  it('that waits ends at once when it is asked to', async () => {
    const worker = Program.start(WORKER, { REDIS_URL: 'redis://127.0.0.1:1', VAR_FOLDER: folder });
    await worker.until(/Waiting/);
    expect(await worker.stop()).toBe(0);
  });
});
