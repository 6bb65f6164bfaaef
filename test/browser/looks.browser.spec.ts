import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Page } from 'playwright-core';
import { choose, send, textOf } from './support/forms';
import { House, PEOPLE } from './support/house';
import {
  axeFaults,
  Complaints,
  firstPaintOf,
  lookAt,
  narrowFaults,
  plainFaults,
  Travel,
} from './support/look';
import { papersIn } from './support/papers';

const MINUTE = 60_000;
const DAMAGED_CABLE = readFileSync(
  join(__dirname, '..', '..', 'libs', 'cables', 'fixtures', '09STATE81190-togo-damaged.txt'),
  'utf8',
);
const NARROW = { width: 320, height: 900 };
/** The spacing that a reader may set without losing anything: WCAG 2.2, 1.4.12. */
const SPACED = `* { line-height: 1.5 !important; letter-spacing: 0.12em !important; word-spacing: 0.16em !important; }
  p { margin-bottom: 2em !important; }`;

jest.setTimeout(3 * MINUTE);

describe('a page', () => {
  let house: House;

  beforeAll(async () => {
    house = await House.open();
  });
  afterAll(() => house?.close());

  /** What is wrong with the page as it stands, on a wide screen and on a narrow one. */
  const faultsOf = async (page: Page, complaints: Complaints): Promise<string[]> => {
    const wide = page.viewportSize();
    const faults = [...plainFaults(await lookAt(page)), ...(await axeFaults(page))];
    await page.setViewportSize(NARROW);
    faults.push(...narrowFaults(await lookAt(page), NARROW.width));
    if (wide) await page.setViewportSize(wide);
    return [...faults, ...complaints.take().map((line) => `complains: ${line}`)];
  };

  it('that answers a form at once is sound: a checked cable, a checked table, a secret that is shown once', async () => {
    const desk = await (await house.of('desk')).newPage();
    const complaints = new Complaints(desk);
    await desk.goto('/plans/import');
    await desk.getByLabel('Or the text of the cable').fill(DAMAGED_CABLE);
    expect(await send(desk, 'Check the cable')).toBe(200);
    expect(await faultsOf(desk, complaints)).toEqual([]);
    await desk.goto('/account');
    await desk.getByLabel('What is the new token for?').fill('a nightly table');
    await desk.getByLabel('For how many days should it work?').fill('7');
    expect(await send(desk, 'Make a token')).toBe(200);
    expect(await textOf(desk)).toContain('it is shown this once');
    expect(await faultsOf(desk, complaints)).toEqual([]);
    const administrator = await (await house.of('administrator')).newPage();
    const heard = new Complaints(administrator);
    await administrator.goto('/people');
    await administrator.getByRole('link', { name: PEOPLE.post }).click();
    expect(await send(administrator, 'Issue a sign-in link')).toBe(200);
    expect(await textOf(administrator)).toContain(`${house.address}/sign-in/link/`);
    expect(await faultsOf(administrator, heard)).toEqual([]);
    await administrator.goto('/register/import');
    await choose(administrator, 'What does the table hold?', /tiers/i);
    await administrator
      .getByLabel('Or the table itself')
      .fill('country,year,tier\nLesotho,2009,2WL\nAtlantis,2009,1\n');
    expect(await send(administrator, 'Check the table')).toBe(200);
    expect(await faultsOf(administrator, heard)).toEqual([]);
  });

  it('that tells of an error has a heading, a way on, and says Error in its title', async () => {
    const page = await (await house.of('post')).newPage();
    for (const [path, status] of [
      ['/nowhere', 404],
      ['/plans/nothing', 404],
      ['/people', 403],
    ] as const) {
      const answer = await page.goto(path);
      expect([path, answer?.status()]).toEqual([path, status]);
      const sight = await lookAt(page);
      expect(sight.headings).toHaveLength(1);
      expect(sight.title).toBe(`Error: ${sight.headings[0]} – Demarche`);
      expect(await axeFaults(page)).toEqual([]);
      await page.getByRole('link', { name: 'Go to Today' }).click();
      await page.getByRole('heading', { level: 1, name: 'Embassy Dushanbe' }).waitFor();
    }
  });

  it('is seen within four seconds over a slow line, and within three after a form', async () => {
    const page = await (await house.of('post')).newPage();
    const travel = await Travel.of(page);
    await travel.overSlowLink();
    await travel.keepCache('first view');
    await page.goto('/log');
    expect(await firstPaintOf(page)).toBeLessThan(4_000);
    await travel.keepCache('repeat view');
    await page.getByLabel('What happened?').fill('A court heard two witnesses by video.');
    await choose(page, 'Who acted?', 'The government');
    await choose(page, 'Which recommendations does it serve?', 'Bring officials who take part');
    expect(await send(page, 'Save the act')).toBe(200);
    expect(await firstPaintOf(page)).toBeLessThan(3_000);
  });

  it('keeps a pasted link of any length inside the page', async () => {
    const page = await (await house.of('desk')).newPage();
    const link = `https://www.example.gov/${'a'.repeat(470)}`;
    await page.goto('/log');
    await page.getByLabel('What happened?').first().fill(`Told at ${link}`);
    await choose(page, 'Who acted?', 'The government');
    await choose(page, 'Which recommendations does it serve?', 'Bring officials who take part');
    await send(page, 'Save the act');
    const act = new URL(page.url()).pathname;
    await page.goto('/plans');
    await page
      .getByRole('link', { name: /^Tajikistan/ })
      .first()
      .click();
    const plan = new URL(page.url()).pathname;
    const ways = [act, `${plan}/progress`, `${plan}/narrative`, '/assessments', plan];
    for (const width of [NARROW.width, 1280])
      for (const path of ways) {
        await page.setViewportSize({ width, height: NARROW.height });
        await page.goto(path);
        expect([path, (await lookAt(page)).width]).toEqual([path, width]);
      }
  });

  it('opens its menu in place on a narrow screen, without a script', async () => {
    const page = await (await house.of('desk')).newPage();
    await page.setViewportSize(NARROW);
    await page.goto('/plans');
    const door = page.getByRole('link', { name: 'Deadlines', exact: true });
    expect(await door.isVisible()).toBe(false);
    await page.getByRole('link', { name: /^Menu/ }).click();
    await door.click();
    expect(new URL(page.url()).pathname).toBe('/deadlines');
  });

  it('bears wider spacing of its text on a narrow screen', async () => {
    const window = await house.of('desk', { bypassPolicy: true });
    const page = await window.newPage();
    await page.setViewportSize(NARROW);
    for (const path of [
      '/today',
      '/plans',
      '/deadlines',
      '/log',
      '/account',
      '/help',
      '/countries',
      ...(await papersIn(house)),
    ]) {
      await page.goto(path);
      await page.addStyleTag({ content: SPACED });
      expect([path, (await lookAt(page)).width]).toEqual([path, NARROW.width]);
    }
  });
});
