// `npm test`: everything, on both databases, both queues and in Chromium. `npm run check`: the fast gate alone.
// Plain JavaScript, so that it runs before node_modules exists. The last line reads `N passed, N failed`.
import { spawn } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { checkNode, ensureBuilt, ensureInstalled, giveUp, ROOT } from '../apps/launch/prepare.mjs';
import { openServices } from './support/services.mjs';

const FAST = process.argv.includes('--fast');
const GATES = [
  ['types', ['node_modules/typescript/bin/tsc', '--noEmit', '-p', 'tsconfig.json']],
  [
    'lint',
    [
      'node_modules/eslint/bin/eslint.js',
      '.',
      '--max-warnings',
      '0',
      '--cache',
      '--cache-location',
      'var/.eslintcache',
    ],
  ],
  ['format', ['node_modules/prettier/bin/prettier.cjs', '--check', '.', '--log-level', 'warn']],
  [
    'floors',
    [
      'node_modules/dependency-cruiser/bin/dependency-cruise.mjs',
      'apps',
      'libs',
      'test',
      '--config',
      '.dependency-cruiser.cjs',
    ],
  ],
];
// The faults mostly wait for time to pass, so they share the machine with the units.
const SUITES = [['unit', 'faults'], ['contract', 'node24'], ['e2e'], ['browser']];
const HEAP = '--max-old-space-size=4096';

const reports = mkdtempSync(join(tmpdir(), 'demarche-test-'));
const tally = { passed: 0, failed: 0 };

/** Runs a program quietly and returns its exit code and everything it printed, which is shown when it has ended. */
function runNode(args, environment) {
  return new Promise((resolve) => {
    const env = { ...process.env, ...environment, NODE_OPTIONS: HEAP, TEMPLATE_DATABASES: reports };
    const child = spawn(process.execPath, args, { cwd: ROOT, env, stdio: ['ignore', 'pipe', 'pipe'] });
    let output = '';
    for (const stream of [child.stdout, child.stderr]) stream.on('data', (chunk) => (output += chunk));
    child.on('close', (code) => resolve({ code, output }));
  });
}

function timed(name, since) {
  return `${name}: ${((Date.now() - since) / 1000).toFixed(1)} s`;
}

async function gate([name, args]) {
  const since = Date.now();
  const { code, output } = await runNode(args, {});
  if (code !== 0) console.log(output);
  tally[code === 0 ? 'passed' : 'failed'] += 1;
  console.log(`${code === 0 ? 'passed' : 'FAILED'}  ${timed(name, since)}`);
}

/** A suite without a report, or with none of its tests run, counts as one failure: silence is not success. */
async function suite(name, environment) {
  const since = Date.now();
  const report = join(reports, `${name}.json`);
  console.log(`running ${name} …`);
  const { code, output } = await runNode(
    [
      'node_modules/jest/bin/jest.js',
      '--selectProjects',
      name,
      '--json',
      `--outputFile=${report}`,
      '--forceExit',
    ],
    environment,
  );
  console.log(output);
  const counts = countsIn(report);
  tally.passed += counts.passed;
  tally.failed += counts.failed + (code !== 0 && counts.failed === 0 ? 1 : 0);
  console.log(
    `${code === 0 ? 'passed' : 'FAILED'}  ${timed(name, since)}, ${counts.passed} passed, ${counts.failed} failed`,
  );
}

function countsIn(report) {
  try {
    const { numPassedTests, numFailedTests, numFailedTestSuites } = JSON.parse(readFileSync(report, 'utf8'));
    return { passed: numPassedTests, failed: Math.max(numFailedTests, numFailedTestSuites) };
  } catch {
    return { passed: 0, failed: 0 };
  }
}

async function everything() {
  for (const one of GATES) await gate(one);
  if (FAST) return suite('unit', {});
  const services = await openServices(console.log);
  try {
    await ensureBuilt();
    for (const group of SUITES) await Promise.all(group.map((name) => suite(name, services.environment)));
  } finally {
    await services.stop();
  }
}

checkNode();
process.chdir(ROOT);
await ensureInstalled();
try {
  await everything();
} catch (error) {
  rmSync(reports, { recursive: true, force: true });
  giveUp(`${error.message}\n${tally.passed} passed, ${tally.failed + 1} failed`);
}
rmSync(reports, { recursive: true, force: true });
console.log(`${tally.passed} passed, ${tally.failed} failed`);
process.exit(tally.failed === 0 && tally.passed > 0 ? 0 : 1);
