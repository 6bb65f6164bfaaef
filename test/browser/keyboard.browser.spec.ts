import type { Page } from 'playwright-core';
import { House } from './support/house';
import { type Focus, Keyboard } from './support/keyboard';
import { textOf } from './support/forms';

const MINUTE = 60_000;

jest.setTimeout(MINUTE);

describe('with the keyboard alone', () => {
  let house: House;
  let page: Page;
  let keyboard: Keyboard;

  beforeAll(async () => {
    house = await House.open();
    page = await (await house.of('post')).newPage();
    keyboard = new Keyboard(page);
  });
  afterAll(() => house?.close());

  it('the first stop of a page is a link over the frame to the page itself', async () => {
    await page.goto('/today');
    expect(await keyboard.press('Tab')).toMatchObject({
      tag: 'a',
      words: 'Skip to the page',
      isCovered: false,
    });
    await page.keyboard.press('Enter');
    expect(await keyboard.focus()).toMatchObject({ tag: 'main', id: 'main' });
    const next = await keyboard.press('Tab');
    expect(await page.locator('main').locator(':focus').count()).toBe(1);
    expect(next.tag).not.toBe('body');
  });

  it('an act is logged from the frame’s door to the verdict, and the focus is seen at every stop', async () => {
    const isNamed = (name: string) => (focus: Focus) => focus.name === name;
    const isSaying = (words: string) => (focus: Focus) => focus.words === words;
    await page.goto('/plans');
    await keyboard.tabTo(isSaying('Log an act'));
    await Promise.all([page.waitForURL('**/log'), page.keyboard.press('Enter')]);
    await keyboard.tabTo(isNamed('text'));
    await keyboard.type('The mayor opened a desk for victims at the bus station.');
    await keyboard.tabTo(isNamed('happenedOn'));
    await keyboard.type('10302009');
    await keyboard.tabTo(isNamed('ranBy'));
    await keyboard.press('Space');
    await keyboard.tabTo(isNamed('recommendationIds'));
    await keyboard.press('Space');
    await keyboard.tabTo(isSaying('Save the act'));
    await Promise.all([page.waitForURL('**/efforts/**'), page.keyboard.press('Enter')]);
    expect(await page.getByRole('heading', { level: 1 }).innerText()).toBe('Act of Fri 30 Oct 2009');
    expect(await textOf(page)).toContain('The mayor opened a desk for victims at the bus station.');
    expect(await page.locator('.verdict').innerText()).not.toBe('');
  });

  it('what is folded away opens, and a refused form leads to its fault', async () => {
    const isFold = (focus: Focus) => focus.tag === 'summary';
    await keyboard.tabTo(isFold);
    const fold = page.locator('details', { has: page.locator('summary:focus') });
    const before = await fold.getAttribute('open');
    await keyboard.press('Enter');
    expect(await fold.getAttribute('open')).not.toBe(before);
    await page.goto('/log');
    await keyboard.tabTo(({ words }) => words === 'Save the act');
    await Promise.all([page.waitForEvent('load'), page.keyboard.press('Enter')]);
    expect(await keyboard.focus()).toMatchObject({ id: 'problem-summary', hasRing: true });
    await keyboard.press('Tab');
    await page.keyboard.press('Enter');
    const field = await keyboard.press('Tab');
    expect(['text', 'ranBy', 'happenedOn']).toContain(field.name);
  });

  it('no stop on the way was hidden', () => {
    expect([...new Set(keyboard.faults)]).toEqual([]);
  });
});
