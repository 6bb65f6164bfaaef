// Takes the pictures of the README from the worked example: node test/browser/screenshots.mjs FOLDER
// Needs a build (npm run build) and CHROMIUM, the path of a Chromium.
import { spawn } from 'node:child_process';
import { mkdirSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { chromium } from 'playwright-core';

const ROOT = fileURLToPath(new URL('../..', import.meta.url));
const WIDTH = 1280;
const PATIENCE_MILLISECONDS = 60_000;
const READY = /Demarche is ready at (http\S+)/;
const DESK = 'Desk Officer (demo)';
const POST = 'Reporting Officer (demo)';
const MANAGER = 'Manager (demo)';

const PICTURES = [
  { name: 'today', person: POST, height: 860, go: (page) => page.goto('/today') },
  { name: 'board', person: MANAGER, height: 860, go: (page) => page.goto('/today') },
  { name: 'plan', person: DESK, height: 980, go: toPlan },
  { name: 'act', person: POST, height: 860, go: toAct },
  { name: 'paper', person: DESK, height: 980, go: toPaper },
  { name: 'assessment', person: DESK, height: 980, go: toAssessment },
];

async function toPlan(page) {
  await page.goto('/plans');
  await page
    .getByRole('link', { name: /^Tajikistan/ })
    .first()
    .click();
}

async function toAct(page) {
  await toPlan(page);
  await page.goto(`${page.url()}/progress`);
  await page
    .getByRole('row', { name: /city-owned/ })
    .getByRole('link')
    .first()
    .click();
}

async function toPaper(page) {
  await toPlan(page);
  await page.getByRole('button', { name: /Make (it|a new version)\s*: Non-paper/ }).click();
  await page.goto(page.url().split('?')[0]);
}

async function toAssessment(page) {
  await toPlan(page);
  await page.goto(`${page.url()}/narrative`);
}

/** Waits for the program to say where it listens. */
function addressOf(program) {
  return new Promise((resolve, reject) => {
    let said = '';
    const late = setTimeout(
      () => reject(new Error(`It did not start in a minute:\n${said}`)),
      PATIENCE_MILLISECONDS,
    );
    const hear = (chunk) => {
      said += chunk;
      const found = READY.exec(said);
      if (!found) return;
      clearTimeout(late);
      resolve(found[1]);
    };
    program.stdout.on('data', hear);
    program.stderr.on('data', hear);
    program.once('exit', (code) => reject(new Error(`It ended with ${code}:\n${said}`)));
  });
}

async function takeAll(address, folder) {
  const args = ['--headless', '--disable-gpu', '--disable-background-networking', '--no-first-run'];
  if (process.getuid?.() === 0) args.push('--no-sandbox');
  const browser = await chromium.launch({ executablePath: process.env.CHROMIUM, args });
  try {
    for (const picture of PICTURES) await take(browser, address, { ...picture, folder });
  } finally {
    await browser.close();
  }
}

async function take(browser, baseURL, { name, person, height, go, folder }) {
  const window = await browser.newContext({ baseURL, viewport: { width: WIDTH, height } });
  const page = await window.newPage();
  await page.goto('/sign-in');
  await page.getByRole('button', { name: person }).click();
  await page.waitForURL('**/today');
  await go(page);
  await page.mouse.move(0, 0);
  const png = await page.screenshot({ path: join(folder, `${name}.png`) });
  console.log(`${name}.png: ${Math.round(png.length / 1024)} KB`);
  await window.close();
}

const [folder] = process.argv.slice(2);
if (!folder || !process.env.CHROMIUM) {
  console.error('Usage: CHROMIUM=/path/to/chromium node test/browser/screenshots.mjs FOLDER');
  process.exit(2);
}
mkdirSync(folder, { recursive: true });
const home = mkdtempSync(join(tmpdir(), 'demarche-pictures-'));
const program = spawn(process.execPath, [join(ROOT, 'dist', 'apps', 'web', 'src', 'main.js')], {
  cwd: ROOT,
  env: { PATH: process.env.PATH, PORT: '0', VAR_FOLDER: home, LOG_LEVEL: 'error' },
  stdio: ['ignore', 'pipe', 'pipe'],
});
try {
  await takeAll(await addressOf(program), folder);
} finally {
  program.kill('SIGTERM');
  if (program.exitCode === null) await new Promise((resolve) => program.once('exit', resolve));
  rmSync(home, { recursive: true, force: true });
}
