import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { type Browser, type BrowserContext, chromium } from 'playwright-core';
import { freePort, Program } from '../../support/program';

const WEB = 'apps/web/src/main.js';
const READY = /Demarche is ready at (http:\S+)/;
const LAST_LINE = /Administrator \(demo\)\s+http\S+/;
const ACT_MILLISECONDS = 15_000;
const NAVIGATION_MILLISECONDS = 30_000;
const QUIET = ['--headless', '--disable-gpu', '--disable-background-networking', '--no-first-run'];

/** The people of the worked example whom these journeys need, by the name on their button of the sign-in page. */
export const PEOPLE = {
  desk: 'Desk Officer (demo)',
  post: 'Reporting Officer (demo)',
  manager: 'Manager (demo)',
  administrator: 'Administrator (demo)',
} as const;

/** One of them. */
export type PersonKey = keyof typeof PEOPLE;

/** How somebody's browser is set up. */
interface WindowWanted {
  javaScript?: boolean;
  /** Lets a test put styles of its own on a page. */
  bypassPolicy?: boolean;
}

/** The built program with the worked example on an empty folder, and Chromium to look at it with. */
export class House {
  private readonly windows = new Map<string, BrowserContext>();

  private constructor(
    readonly address: string,
    private readonly own: { program: Program; browser: Browser; folder: string },
  ) {}

  static async open(): Promise<House> {
    const browser = await launchChromium();
    const folder = mkdtempSync(join(tmpdir(), 'demarche-browser-'));
    const port = String(await freePort());
    const program = Program.start(WEB, { PORT: port, VAR_FOLDER: folder, SWEEP_SECONDS: '1' });
    try {
      const [, address = ''] = await program.until(READY);
      await program.until(LAST_LINE);
      return new House(address, { program, browser, folder });
    } catch (error) {
      await Promise.all([browser.close(), program.stop()]);
      rmSync(folder, { recursive: true, force: true });
      throw error;
    }
  }

  /** Ends everything; throws when a request failed in a way the program did not expect, whatever the page showed. */
  async close(): Promise<void> {
    const { browser, program, folder } = this.own;
    await browser.close();
    await program.stop();
    rmSync(folder, { recursive: true, force: true });
    const failures = program.output.split('\n').filter((line) => line.startsWith('{'));
    if (failures.length > 0) throw new Error(`The program complained:\n${failures.join('\n')}`);
  }

  /** What the program has printed: its sign-in links, and its errors if there were any. */
  get printed(): string {
    return this.own.program.output;
  }

  /** A browser of a stranger, not kept between calls. */
  stranger(wanted: WindowWanted = {}): Promise<BrowserContext> {
    return this.newWindow(wanted);
  }

  /** The browser of one of the example's people, signed in by the demo door once and kept. */
  async of(person: PersonKey, wanted: WindowWanted = {}): Promise<BrowserContext> {
    const key = `${person} ${JSON.stringify(wanted)}`;
    const known = this.windows.get(key);
    if (known) return known;
    const window = await this.newWindow(wanted);
    const page = await window.newPage();
    await page.goto('/sign-in');
    await page.getByRole('button', { name: PEOPLE[person] }).click();
    await page.waitForURL('**/today');
    await page.close();
    this.windows.set(key, window);
    return window;
  }

  private async newWindow({
    javaScript = true,
    bypassPolicy = false,
  }: WindowWanted): Promise<BrowserContext> {
    const window = await this.own.browser.newContext({
      baseURL: this.address,
      javaScriptEnabled: javaScript,
      viewport: { width: 1280, height: 900 },
      bypassCSP: bypassPolicy,
      acceptDownloads: true,
    });
    window.setDefaultTimeout(ACT_MILLISECONDS);
    window.setDefaultNavigationTimeout(NAVIGATION_MILLISECONDS);
    return window;
  }
}

/** Starts the Chromium that CHROMIUM names; without it the run fails with one line instead of passing untested. */
async function launchChromium(): Promise<Browser> {
  const executablePath = process.env.CHROMIUM;
  if (!executablePath)
    throw new Error('CHROMIUM is not set: name the path of a Chromium to test pages with.');
  const asRoot = process.getuid?.() === 0 ? ['--no-sandbox'] : [];
  return chromium.launch({ executablePath, args: [...QUIET, ...asRoot], timeout: NAVIGATION_MILLISECONDS });
}
