import type { Locator, Page } from 'playwright-core';

/** Ticks a box or chooses a radio button as a person does: by clicking its words within its group. */
export async function choose(page: Page | Locator, group: string, words: string | RegExp): Promise<void> {
  await page.getByRole('group', { name: group }).locator('label', { hasText: words }).click();
}

/** Opens what is folded away; a page may have it open already. */
export async function unfold(page: Page | Locator, words: string): Promise<void> {
  const fold = page.locator('details', { has: page.locator('summary', { hasText: words }) }).first();
  if ((await fold.getAttribute('open')) === null) await fold.locator('summary').first().click();
}

/** Presses the button of that name, and answers with the status of the page that came. */
export function send(place: Page | Locator, button: string | RegExp): Promise<number> {
  return submit(place.getByRole('button', { name: button }));
}

/** Presses a button that sends a form, and answers with the status of the page that came. */
export async function submit(button: Locator): Promise<number> {
  const page = button.page();
  const [answer] = await Promise.all([
    page.waitForResponse(
      (response) => response.request().isNavigationRequest() && !isRedirect(response.status()),
    ),
    button.click(),
  ]);
  await page.waitForLoadState('load');
  return answer.status();
}

function isRedirect(status: number): boolean {
  return status >= 300 && status < 400;
}

/** What stands on the page, as one line of text. */
export async function textOf(place: Page | Locator): Promise<string> {
  const all = 'context' in place ? place.locator('main') : place;
  return (await all.innerText()).replace(/\s+/g, ' ');
}
