import { createServer, request, type Server } from 'node:http';
import { once } from 'node:events';
import type { AddressInfo } from 'node:net';
import { existsSync, mkdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { parse } from 'yaml';
import { newId } from '@demarche/base';
import { freshDatabase } from '../support/database';
import { freePort, Program } from '../support/program';
import { SmtpSink } from '../support/smtp';

const SECOND = 1_000;
const READY = /Demarche is ready at (http:\S+)/;

jest.setTimeout(120 * SECOND);

interface Service {
  healthcheck?: { test: unknown };
  deploy?: { replicas: number };
  command?: string[];
}

describe('the compose file', () => {
  const { services } = parse(readFileSync('docker-compose.yml', 'utf8'), { merge: true }) as {
    services: Record<string, Service>;
  };

  it('names two web processes, two workers, a proxy, a database, a queue and a mail catcher, each with a health check', () => {
    expect(Object.keys(services).sort()).toEqual(['database', 'mail', 'proxy', 'queue', 'web', 'worker']);
    for (const service of Object.values(services)) expect(service.healthcheck?.test).toBeDefined();
    expect([services.web?.deploy?.replicas, services.worker?.deploy?.replicas]).toEqual([2, 2]);
  });

  it('runs Redis with an append-only file and without eviction', () => {
    expect(services.queue?.command?.join(' ')).toContain('--appendonly yes --maxmemory-policy noeviction');
  });

  it('starts files that the build makes', () => {
    for (const name of ['web', 'worker'])
      expect(() => readFileSync(services[name]?.command?.[1] ?? '')).not.toThrow();
  });
});

describe('two web processes behind a proxy, two workers, PostgreSQL, Redis and SMTP', () => {
  it('share sign-in, send each reminder once, anchor what they write, and end cleanly', async () => {
    const redisUrl = process.env.REDIS_URL;
    if (!redisUrl) throw new Error('REDIS_URL is not set: run npm test, or point it at a Redis server.');
    const database = await freshDatabase('postgres');
    const mail = await SmtpSink.start();
    const environment = {
      DATABASE_URL: database.settings.databaseUrl ?? '',
      REDIS_URL: redisUrl,
      QUEUE_PREFIX: `t${newId()}`,
      SMTP_URL: mail.url,
      VAR_FOLDER: database.settings.varFolder,
      SWEEP_SECONDS: '1',
    };
    const folders = ['worker-1', 'worker-2'].map((name) => join(database.settings.varFolder, name));
    for (const folder of folders) mkdirSync(folder, { recursive: true });
    const workers = folders.map((folder) =>
      Program.start('apps/worker/src/main.js', { ...environment, VAR_FOLDER: folder }),
    );
    const ports = [await freePort(), await freePort()];
    const webs = ports.map((port) =>
      Program.start('apps/web/src/main.js', { ...environment, PORT: String(port) }),
    );
    const proxy = await openProxy(ports);
    try {
      for (const web of webs) await web.until(READY);
      for (const worker of workers) await worker.until(/ringing/);
      const [, secret = ''] = await webs[0]!.until(/Desk Officer \(demo\)\s+\S+\/sign-in\/link\/(\S+)/);
      const cookie = await signIn(proxy.address, secret);
      const statuses = await Promise.all(
        Array.from({ length: 8 }, async () => {
          const answer = await fetch(`${proxy.address}/sign-in`, { headers: { cookie } });
          return answer.status;
        }),
      );
      expect(new Set(statuses)).toEqual(new Set([200]));
      await untilQuiet(() => mail.mails.length, 3);
      const ids = mail.mails.map(({ messageId }) => messageId);
      expect(ids.length).toBeGreaterThan(0);
      expect(new Set(ids).size).toBe(ids.length);
      expect(await Promise.all([...webs, ...workers].map((program) => program.stop()))).toEqual([0, 0, 0, 0]);
      expect(folders.flatMap(anchoredIn)).not.toEqual([]);
    } finally {
      await Program.stopAll();
      await proxy.close();
      await mail.stop();
      await database.drop();
    }
  });
});

/** The entries at which a process anchored the trail in its own folder. */
function anchoredIn(folder: string): number[] {
  const file = join(folder, 'audit-anchors.jsonl');
  if (!existsSync(file)) return [];
  const lines = readFileSync(file, 'utf8').trim().split('\n');
  return lines.map((line) => (JSON.parse(line) as { seq: number }).seq);
}

/** Hands requests to the ports in turn, as a proxy in front of several processes does. */
async function openProxy(ports: number[]): Promise<{ address: string; close(): Promise<void> }> {
  let turn = 0;
  const server: Server = createServer((incoming, outgoing) => {
    turn += 1;
    const { method, headers, url } = incoming;
    const onward = request(
      { host: '127.0.0.1', port: ports[turn % ports.length], path: url, method, headers },
      (answer) => {
        outgoing.writeHead(answer.statusCode ?? 502, answer.headers);
        answer.pipe(outgoing);
      },
    );
    onward.on('error', () => outgoing.writeHead(502).end());
    incoming.pipe(onward);
  });
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  const { port } = server.address() as AddressInfo;
  const close = async () => {
    server.closeAllConnections();
    server.close();
  };
  return { address: `http://127.0.0.1:${port}`, close };
}

async function signIn(address: string, link: string): Promise<string> {
  const answer = await fetch(`${address}/sign-in/link`, {
    method: 'POST',
    redirect: 'manual',
    headers: { 'content-type': 'application/x-www-form-urlencoded', 'sec-fetch-site': 'same-origin' },
    body: new URLSearchParams({ link }).toString(),
  });
  expect(answer.status).toBe(303);
  return (answer.headers.get('set-cookie') ?? '').split(';')[0] ?? '';
}

/** Waits until a number has been positive and has not changed for some seconds. */
async function untilQuiet(count: () => number, seconds: number): Promise<void> {
  let [last, still] = [-1, 0];
  for (let left = 60; left > 0 && (still < seconds || last === 0); left -= 1) {
    still = count() === last ? still + 1 : 0;
    last = count();
    await new Promise((resolve) => setTimeout(resolve, SECOND));
  }
}
