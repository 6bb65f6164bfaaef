// Finds, starts or installs what the tests run against: PostgreSQL, Redis, Chromium. Stops only what it started.
import { spawn, spawnSync } from 'node:child_process';
import {
  chmodSync,
  chownSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  rmSync,
  writeFileSync,
} from 'node:fs';
import { createServer, connect } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

const HOST = '127.0.0.1';
const PATIENCE_MILLISECONDS = 60_000;
const CHROMIUM_NAMES = ['chromium', 'chromium-browser', 'google-chrome', 'google-chrome-stable'];
const REFUSE_SERVICES = '/usr/sbin/policy-rc.d';
const CLUSTER_SETTINGS = '/etc/postgresql-common/createcluster.conf';

const isRoot = process.getuid?.() === 0;

/** Makes sure of all three; returns what to put into the environment, and how to stop what was started. */
export async function openServices(say) {
  const missing = [];
  if (!process.env.DATABASE_URL && !postgresFolder()) missing.push('postgresql');
  if (!process.env.REDIS_URL && !findProgram(['redis-server'])) missing.push('redis-server');
  if (!findChromium()) missing.push('chromium');
  if (missing.length > 0) install(missing, say);
  const started = [];
  const environment = { CHROMIUM: findChromium() };
  try {
    environment.DATABASE_URL = process.env.DATABASE_URL ?? (await startPostgres(started));
    environment.REDIS_URL = process.env.REDIS_URL ?? (await startRedis(started));
  } catch (error) {
    await stopAll(started);
    throw error;
  }
  return { environment, stop: () => stopAll(started) };
}

function findProgram(names) {
  const folders = [...(process.env.PATH ?? '').split(':'), '/usr/bin', '/usr/local/bin'];
  for (const name of names)
    for (const folder of folders) if (existsSync(join(folder, name))) return join(folder, name);
  return null;
}

function findChromium() {
  if (process.env.CHROMIUM && existsSync(process.env.CHROMIUM)) return process.env.CHROMIUM;
  return findProgram(CHROMIUM_NAMES);
}

function postgresFolder() {
  const known = '/usr/lib/postgresql';
  const versions = existsSync(known) ? readdirSync(known).sort((a, b) => Number(b) - Number(a)) : [];
  const found = versions
    .map((version) => join(known, version, 'bin'))
    .find((folder) => existsSync(join(folder, 'initdb')));
  if (found) return found;
  const initdb = findProgram(['initdb']);
  return initdb ? join(initdb, '..') : null;
}

/** On Debian as root only; a policy file keeps the packages from starting services on the standard ports. */
function install(packages, say) {
  const names = packages.join(' ');
  if (!isRoot || !existsSync('/etc/debian_version') || !findProgram(['apt-get']))
    throw new Error(
      `Not found: ${names}. Install them, or set DATABASE_URL, REDIS_URL and CHROMIUM, then run npm test again.`,
    );
  say(`Installing ${names} with apt-get …`);
  const hadPolicy = existsSync(REFUSE_SERVICES);
  if (!hadPolicy) {
    writeFileSync(REFUSE_SERVICES, '#!/bin/sh\nexit 101\n');
    chmodSync(REFUSE_SERVICES, 0o755);
  }
  if (!existsSync(CLUSTER_SETTINGS)) {
    mkdirSync(join(CLUSTER_SETTINGS, '..'), { recursive: true });
    writeFileSync(CLUSTER_SETTINGS, 'create_main_cluster = false\n');
  }
  try {
    apt(['update', '-qq']);
    apt(['install', '-y', '-qq', '--no-install-recommends', ...packages]);
  } finally {
    if (!hadPolicy) rmSync(REFUSE_SERVICES, { force: true });
  }
}

function apt(args) {
  const environment = { ...process.env, DEBIAN_FRONTEND: 'noninteractive' };
  const outcome = spawnSync('apt-get', args, { env: environment, encoding: 'utf8' });
  if (outcome.status !== 0)
    throw new Error(`apt-get ${args[0]} failed: ${outcome.stderr.trim().split('\n').at(-1)}`);
}

async function startPostgres(started) {
  const programs = postgresFolder();
  const home = mkdtempSync(join(tmpdir(), 'demarche-pg-'));
  const owner = isRoot ? accountOf('postgres') : {};
  if (isRoot) chownSync(home, owner.uid, owner.gid);
  const files = join(home, 'cluster');
  const init = spawnSync(
    join(programs, 'initdb'),
    ['-D', files, '-A', 'trust', '-U', 'postgres', '-E', 'UTF8', '--no-sync'],
    { ...owner, cwd: home, encoding: 'utf8' },
  );
  if (init.status !== 0) throw new Error(`PostgreSQL could not be set up: ${init.stderr}`);
  const port = await freePort();
  const settings = {
    port,
    listen_addresses: HOST,
    unix_socket_directories: home,
    fsync: 'off',
    max_connections: 200,
  };
  const args = Object.entries(settings).flatMap(([name, value]) => ['-c', `${name}=${value}`]);
  const child = spawn(join(programs, 'postgres'), ['-D', files, ...args], {
    ...owner,
    cwd: home,
    stdio: 'ignore',
  });
  started.push({ child, signal: 'SIGINT', home });
  await untilAnswering(port, 'PostgreSQL');
  return `postgres://postgres@${HOST}:${port}/postgres`;
}

async function startRedis(started) {
  const home = mkdtempSync(join(tmpdir(), 'demarche-redis-'));
  const port = await freePort();
  const args = [
    '--port',
    String(port),
    '--bind',
    HOST,
    '--dir',
    home,
    '--save',
    '',
    '--maxmemory-policy',
    'noeviction',
  ];
  const child = spawn(findProgram(['redis-server']), args, { cwd: home, stdio: 'ignore' });
  started.push({ child, signal: 'SIGTERM', home });
  await untilAnswering(port, 'Redis');
  return `redis://${HOST}:${port}`;
}

function accountOf(name) {
  const ask = (flag) => Number(spawnSync('id', [flag, name], { encoding: 'utf8' }).stdout);
  return { uid: ask('-u'), gid: ask('-g') };
}

function freePort() {
  return new Promise((resolve, reject) => {
    const probe = createServer().once('error', reject);
    probe.listen(0, HOST, () => {
      const { port } = probe.address();
      probe.close(() => resolve(port));
    });
  });
}

async function untilAnswering(port, name) {
  const end = Date.now() + PATIENCE_MILLISECONDS;
  while (Date.now() < end) {
    if (await answers(port)) return;
    await new Promise((resolve) => setTimeout(resolve, 100));
  }
  throw new Error(`${name} did not start within ${PATIENCE_MILLISECONDS / 1000} seconds.`);
}

function answers(port) {
  return new Promise((resolve) => {
    const socket = connect(port, HOST);
    socket.once('connect', () => (socket.destroy(), resolve(true)));
    socket.once('error', () => resolve(false));
  });
}

async function stopAll(started) {
  for (const { child, signal, home } of started.splice(0)) {
    const ended = child.exitCode === null ? new Promise((resolve) => child.once('exit', resolve)) : null;
    child.kill(signal);
    await ended;
    rmSync(home, { recursive: true, force: true });
  }
}
