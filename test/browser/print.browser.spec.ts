import { spawnSync } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Page } from 'playwright-core';
import { send } from './support/forms';
import { House } from './support/house';

const MINUTE = 60_000;
const MARKED = 'SENSITIVE BUT UNCLASSIFIED';
const FRAME = ['header nav', '.trail', '.frame-foot', '.usa-skipnav', 'main button'];

jest.setTimeout(MINUTE);

describe('in print', () => {
  let house: House;
  let page: Page;
  let folder: string;

  beforeAll(async () => {
    folder = mkdtempSync(join(tmpdir(), 'demarche-print-'));
    house = await House.open();
    page = await (await house.of('desk')).newPage();
    await page.emulateMedia({ media: 'print' });
  });
  afterAll(async () => {
    await house?.close();
    rmSync(folder, { recursive: true, force: true });
  });

  const paperOf = async (kind: string) => {
    await page.emulateMedia({ media: 'screen' });
    await page.goto('/plans');
    await page
      .getByRole('link', { name: /^Tajikistan/ })
      .first()
      .click();
    await send(page, new RegExp(`Make (it|a new version)\\s*: ${kind}`));
    await page.emulateMedia({ media: 'print' });
  };
  /** The text of every printed page, or null where pdftotext is not installed. */
  const printed = async (): Promise<string[] | null> => {
    const file = join(folder, 'print.pdf');
    writeFileSync(file, await page.pdf({ format: 'Letter' }));
    const run = spawnSync('pdftotext', ['-layout', file, '-'], { encoding: 'utf8', timeout: MINUTE });
    if (run.error) return null;
    expect(run.status).toBe(0);
    return run.stdout.split('\f').filter((text) => text.trim() !== '');
  };
  const expectNoFrame = async () => {
    for (const part of FRAME)
      for (const one of await page.locator(part).all())
        expect([part, await one.isVisible()]).toEqual([part, false]);
  };

  it('a non-paper is the sheet alone: no marking, no note for the post, nothing of the frame', async () => {
    await paperOf('Non-paper');
    await expectNoFrame();
    const banners = page.locator('.marking-banner, .sheet-banner, .practice');
    for (const banner of await banners.all()) expect(await banner.isVisible()).toBe(false);
    const pages = await printed();
    const words = pages ? pages.join('\n') : await page.locator('body').innerText();
    expect(words).toContain('Give money or goods to the shelters');
    expect(words).not.toMatch(
      /CLASSIFIED|\(SBU\)|\(U\)|Demarche|Release|Officer|ask first what became of them/i,
    );
  });

  it('a cable is marked on every page and has nothing of the frame', async () => {
    await paperOf('Cable');
    await expectNoFrame();
    const pages = await printed();
    const words = pages ?? [await page.locator('body').innerText()];
    for (const text of words) expect(text).toContain(MARKED);
    expect(words.join('\n')).toMatch(/\(SBU\)/);
  });

  it('the narrative is marked on every page, keeps its sources, and has nothing of the frame', async () => {
    await page.goto('/plans');
    const plan = await page
      .getByRole('link', { name: /^Tajikistan/ })
      .first()
      .getAttribute('href');
    await page.goto(`${plan}/narrative`);
    await expectNoFrame();
    const pages = (await printed()) ?? [await page.locator('body').innerText()];
    for (const text of pages) expect(text).toContain(MARKED);
    expect(pages.join('\n')).toMatch(/Prosecutor General/);
    expect(pages.join('\n')).toMatch(/Rests on/);
  });

  it('a plan prints whole pages: marked on each, without buttons and without the frame', async () => {
    await page.goto('/plans');
    await page.goto(
      (await page
        .getByRole('link', { name: /^Tajikistan/ })
        .first()
        .getAttribute('href')) ?? '',
    );
    await expectNoFrame();
    const pages = (await printed()) ?? [await page.locator('body').innerText()];
    for (const text of pages) expect(text).toContain(MARKED);
    // The column may break the sentence anywhere behind its first words.
    expect(pages.join('\n')).toContain('Give money or goods');
  });
});
