import { mkdtempSync, readdirSync, rmSync } from 'node:fs';
import { createServer, type Server } from 'node:net';
import { once } from 'node:events';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Database } from 'sqlite3';
import { freePort, Program } from '../support/program';

const WEB = 'apps/web/src/main.js';
const READY = /Demarche is ready at (http:\S+)/;
const SECOND = 1_000;

jest.setTimeout(90 * SECOND);

describe('a start', () => {
  let folder: string;
  let port: number;
  const start = (environment: Record<string, string> = {}) =>
    Program.start(WEB, { PORT: String(port), VAR_FOLDER: folder, ...environment });

  beforeEach(async () => {
    folder = mkdtempSync(join(tmpdir(), 'demarche-start-'));
    port = await freePort();
  });
  afterEach(async () => {
    await Program.stopAll();
    rmSync(folder, { recursive: true, force: true });
  });

  it('loads the example once, hands a link to each demo person, is back within five seconds and ends cleanly', async () => {
    const first = start();
    const [, address = ''] = await first.until(READY);
    await first.until(/Administrator \(demo\)\s+http/);
    expect(first.output.match(/\/sign-in\/link\//g)).toHaveLength(5);
    const stranger = await fetch(`${address}/`);
    expect([stranger.status, stranger.url]).toEqual([200, `${address}/sign-in`]);
    const asked = performance.now();
    expect(await first.stop()).toBe(0);
    expect(performance.now() - asked).toBeLessThan(20 * SECOND);
    const again = performance.now();
    const second = start();
    await second.until(READY);
    const took = performance.now() - again;
    // On a busy machine it is back as soon as it has had the processor for so long.
    expect(took - second.waited).toBeLessThan(5 * SECOND);
    const page = await (await fetch(`${address}/sign-in`)).text();
    expect(page.match(/\(demo\)<\/button>/g)).toHaveLength(5);
    expect(await second.stop()).toBe(0);
  });

  it('mails no backlog: only what falls due on the practice morning', async () => {
    const program = start({ SWEEP_SECONDS: '1' });
    await program.until(READY);
    await new Promise((resolve) => setTimeout(resolve, 6 * SECOND));
    await program.stop();
    const mails = readdirSync(join(folder, 'outbox')).filter((name) => name.endsWith('.eml'));
    expect(mails.length).toBeGreaterThan(0);
    expect(mails.length).toBeLessThanOrEqual(4);
  });

  it('of a production house is empty: one link for the first administrator, and no demo door', async () => {
    const program = start({ NODE_ENV: 'production' });
    const [, address = ''] = await program.until(READY);
    await program.until(/first administrator/);
    expect(program.output.match(/\/sign-in\/link\//g)).toHaveLength(1);
    expect(await (await fetch(`${address}/sign-in`)).text()).not.toContain('demo');
    const headers = { 'content-type': 'application/x-www-form-urlencoded', 'sec-fetch-site': 'same-origin' };
    const door = await fetch(`${address}/sign-in/demo`, { method: 'POST', headers, body: 'person=x' });
    expect(door.status).toBe(404);
    await program.stop();
    const second = start({ NODE_ENV: 'production' });
    await second.until(READY);
    expect(second.output).not.toContain('/sign-in/link/');
  });

  describe('that cannot be', () => {
    const refusal = async (program: Program) => {
      const code = await program.exit();
      const lines = program.output.trim().split('\n');
      return { code, lines };
    };

    it('says in one line that the port is taken', async () => {
      const taken: Server = createServer().listen(port, '127.0.0.1');
      await once(taken, 'listening');
      const { code, lines } = await refusal(start());
      taken.close();
      expect(code).toBe(1);
      expect(lines).toEqual([expect.stringMatching(/port is in use/)]);
      const after = start();
      await after.until(READY);
    });

    it('says in one line that a setting is bad, and does not repeat its value', async () => {
      const { code, lines } = await refusal(start({ SMTP_URL: 'http://user:hush@host' }));
      expect(code).toBe(1);
      expect(lines).toEqual([expect.stringMatching(/SMTP_URL/)]);
      expect(lines[0]).not.toContain('hush');
    });

    it('says in one line that the demo door may not exist in production', async () => {
      const { code, lines } = await refusal(start({ NODE_ENV: 'production', DEMO: 'on' }));
      expect([code, lines.length]).toEqual([1, 1]);
    });

    it('says in one line that another Demarche holds the folder', async () => {
      const first = start();
      await first.until(READY);
      const { code, lines } = await refusal(start({ PORT: String(await freePort()) }));
      expect(code).toBe(1);
      expect(lines).toEqual([expect.stringMatching(/already running/)]);
    });

    it('says in one line that the database is locked, and starts once it is free', async () => {
      const seed = start();
      await seed.until(READY);
      await seed.stop();
      const locker = await lock(join(folder, 'demarche.sqlite'));
      const { code, lines } = await refusal(start());
      expect(code).toBe(1);
      expect(lines).toEqual([expect.stringMatching(/locked by another program/)]);
      await new Promise<void>((resolve) => locker.close(() => resolve()));
      await start().until(READY);
    });

    it('says in one line that the database is newer, and leaves it as it is', async () => {
      const seed = start();
      await seed.until(READY);
      await seed.stop();
      const file = join(folder, 'demarche.sqlite');
      await execute(
        file,
        `INSERT INTO migrations (timestamp, name) VALUES (1900000000000, 'Future1900000000000')`,
      );
      const { code, lines } = await refusal(start());
      expect(code).toBe(1);
      expect(lines).toEqual([expect.stringMatching(/newer Demarche/)]);
      await execute(file, `DELETE FROM migrations WHERE name = 'Future1900000000000'`);
      await start().until(READY);
    });
  });
});

async function lock(file: string): Promise<Database> {
  const database = new Database(file);
  await run(database, 'BEGIN EXCLUSIVE');
  return database;
}

async function execute(file: string, sql: string): Promise<void> {
  const database = new Database(file);
  await run(database, sql);
  await new Promise<void>((resolve) => database.close(() => resolve()));
}

function run(database: Database, sql: string): Promise<void> {
  return new Promise((resolve, reject) => database.exec(sql, (error) => (error ? reject(error) : resolve())));
}
