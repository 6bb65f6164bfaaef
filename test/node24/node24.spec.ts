import { spawnSync } from 'node:child_process';
import { mkdtempSync, readdirSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { freePort, Program } from '../support/program';

const ROOT = join(__dirname, '..', '..');
// On a machine without a ready-made binary the suite runs on its own Node, which must then be 24.
const SHIPPED = join(ROOT, 'node_modules', `node-linux-${process.arch}`, 'bin', 'node');
const NODE = process.platform === 'linux' ? SHIPPED : process.execPath;
const FORM = { 'content-type': 'application/x-www-form-urlencoded', 'sec-fetch-site': 'same-origin' };
const UNITS = 'libs/(rules|words|base|store|jobs|mail)/';

jest.setTimeout(120_000);

describe('on Node 24, which production runs on', () => {
  let folder: string;
  beforeEach(() => (folder = mkdtempSync(join(tmpdir(), 'demarche-node24-'))));
  afterEach(async () => {
    await Program.stopAll();
    rmSync(folder, { recursive: true, force: true });
  });

  it('the binary is of that version', () => {
    expect(spawnSync(NODE, ['--version'], { encoding: 'utf8' }).stdout).toMatch(/^v24\./);
  });

  it('the built product starts, signs a person in, shows a plan, writes its papers and sends a reminder', async () => {
    const port = String(await freePort());
    const program = Program.start(
      'apps/web/src/main.js',
      { PORT: port, VAR_FOLDER: folder, SWEEP_SECONDS: '1' },
      NODE,
    );
    const [, address = ''] = await program.until(/Demarche is ready at (http:\S+)/);
    const [, link = ''] = await program.until(/Desk Officer \(demo\)\s+\S+\/sign-in\/link\/(\S+)/);
    const page = await visitor(address, link);
    const plans = await page('/plans');
    const plan = /href="(\/plans\/[0-9a-f-]{36})"/.exec(plans.text)?.[1] ?? 'no plan';
    expect([plans.status, (await page(plan)).status]).toEqual([200, 200]);
    const papers = (await page(plan)).text.matchAll(/href="(\/papers\/[0-9a-f-]{36})"/g);
    for (const [, paper = ''] of papers) expect((await page(paper)).status).toBe(200);
    expect(await firstMail(folder)).toMatch(/\.eml$/);
    expect(await program.stop()).toBe(0);
  });

  it('the units of rules, words, fields, queue and mail pass', () => {
    const jest = join(ROOT, 'node_modules', 'jest', 'bin', 'jest.js');
    const args = ['--selectProjects', 'unit', '--testPathPatterns', UNITS, '-w', '1'];
    const run = spawnSync(NODE, [jest, ...args], { cwd: ROOT, encoding: 'utf8' });
    expect({ code: run.status, output: run.status === 0 ? '' : run.stderr.slice(-4_000) }).toEqual({
      code: 0,
      output: '',
    });
  });
});

/** Signs a person in by a link; what comes back opens pages as that person. */
async function visitor(address: string, link: string) {
  const body = new URLSearchParams({ link });
  const sent = { method: 'POST', headers: FORM, body, redirect: 'manual' } as const;
  const entered = await fetch(`${address}/sign-in/link`, sent);
  const cookie = entered.headers.get('set-cookie')?.split(';')[0] ?? '';
  return async (path: string) => {
    const answer = await fetch(`${address}${path}`, { headers: { cookie } });
    return { status: answer.status, text: await answer.text() };
  };
}

async function firstMail(folder: string): Promise<string | undefined> {
  for (let left = 100; left > 0; left -= 1) {
    const [mail] = readOutbox(folder);
    if (mail) return mail;
    await new Promise((resolve) => setTimeout(resolve, 200));
  }
  return undefined;
}

function readOutbox(folder: string): string[] {
  try {
    return readdirSync(join(folder, 'outbox')).filter((name) => name.endsWith('.eml'));
  } catch {
    return [];
  }
}
