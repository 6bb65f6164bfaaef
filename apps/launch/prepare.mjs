// Makes a fresh clone fit to run: packages from the lock file, then a build, each only when needed. No dependencies.
import { spawn } from 'node:child_process';
import { createHash } from 'node:crypto';
import { existsSync, readdirSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';

export const ROOT = fileURLToPath(new URL('../..', import.meta.url));
const OLDEST_NODE = [20, 19];
const TELL_EVERY_MILLISECONDS = 10_000;
const DRIVER = 'node_modules/sqlite3/build/Release/node_sqlite3.node';
const NPM_LIST = 'node_modules/.package-lock.json';
const SOURCES = [
  'apps',
  'libs',
  'package.json',
  'package-lock.json',
  'tsconfig.json',
  '.tsconfig.build.json',
  'nest-cli.json',
];

/** Ends the process with one clear line. */
export function giveUp(line, code = 1) {
  console.error(line);
  process.exit(code);
}

/** Refuses a Node that is too old before anything else can fail in a stranger way. */
export function checkNode() {
  const [major, minor] = process.versions.node.split('.').map(Number);
  if (major > OLDEST_NODE[0] || (major === OLDEST_NODE[0] && minor >= OLDEST_NODE[1])) return;
  giveUp(`Demarche needs Node ${OLDEST_NODE.join('.')} or newer; this is ${process.versions.node}.`);
}

/**
 * Installs the packages of the lock file, development ones included, unless just these stand there whole. The stamp of an
 * older installation goes before the first package is touched, so that one broken off halfway is not taken for whole.
 */
export async function ensureInstalled(say = console.log) {
  const lock = createHash('sha256')
    .update(readFileSync(join(ROOT, 'package-lock.json')))
    .digest('hex');
  const mark = join(ROOT, 'node_modules', '.demarche-lock');
  if (existsSync(mark) && readFileSync(mark, 'utf8') === lock && isWhole()) return;
  rmSync(mark, { force: true });
  if (isWhole()) return writeFileSync(mark, lock);
  say('Installing packages from the lock file; the first time takes a few minutes …');
  await run('npm', ['ci', '--include=dev', '--no-audit', '--no-fund', '--loglevel=error'], say);
  writeFileSync(mark, lock);
}

/**
 * Whether every package of the lock file stands in node_modules in its version, and the SQLite driver is compiled. npm
 * writes its own list at the very end, so without that list something was broken off. Packages for other machines may be
 * missing.
 */
function isWhole() {
  const { packages } = JSON.parse(readFileSync(join(ROOT, 'package-lock.json'), 'utf8'));
  const wanted = Object.entries(packages).filter(([path, { link, optional }]) => path && !link && !optional);
  const isFinished = [DRIVER, NPM_LIST].every((file) => existsSync(join(ROOT, file)));
  return isFinished && wanted.every(([path, { version }]) => stands(path, version));
}

function stands(path, version) {
  try {
    return JSON.parse(readFileSync(join(ROOT, path, 'package.json'), 'utf8')).version === version;
  } catch {
    return false;
  }
}

/** Builds unless the last build is newer than every source. */
export async function ensureBuilt(say = console.log) {
  const mark = join(ROOT, 'dist', '.built');
  if (existsSync(mark) && statSync(mark).mtimeMs > newest(SOURCES.map((name) => join(ROOT, name)))) return;
  const { build } = await import('./build.mjs');
  try {
    await build(say);
  } catch (error) {
    giveUp(error.message);
  }
}

function newest(paths) {
  return paths.reduce((latest, path) => Math.max(latest, newestIn(path)), 0);
}

function newestIn(path) {
  if (!existsSync(path)) return 0;
  const own = statSync(path);
  if (!own.isDirectory()) return own.mtimeMs;
  return newest(readdirSync(path).map((name) => join(path, name)));
}

/** Runs npm to its end, telling every ten seconds what it is at; gives up with its output on failure. */
async function run(program, args, say) {
  const since = Date.now();
  const child = spawn(program, args, { cwd: ROOT, stdio: ['ignore', 'pipe', 'pipe'] });
  let output = '';
  for (const stream of [child.stdout, child.stderr]) stream.on('data', (chunk) => (output += chunk));
  const ticker = setInterval(
    () => say(`  … ${whatNpmDoes()}, ${Math.round((Date.now() - since) / 1000)} s`),
    TELL_EVERY_MILLISECONDS,
  );
  const code = await new Promise((resolve) => child.on('error', () => resolve(-1)).on('close', resolve));
  clearInterval(ticker);
  if (code !== 0)
    giveUp(`${output}\n${program} ${args[0]} failed. Check the network and the lines above, then try again.`);
}

/** npm is silent while it works; the folders it has made so far say where it is. */
function whatNpmDoes() {
  const driver = join(ROOT, 'node_modules', 'sqlite3');
  if (existsSync(join(ROOT, DRIVER))) return 'finishing';
  if (existsSync(join(driver, 'build'))) return 'compiling the SQLite driver (about a minute)';
  return existsSync(join(driver, 'package.json')) ? 'unpacking' : 'fetching packages';
}
