import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { unzipSync } from 'fflate';
import type { Download, Page } from 'playwright-core';
import { choose, send, textOf, unfold } from './support/forms';
import { House, PEOPLE, type PersonKey } from './support/house';

const MINUTE = 60_000;
const FIXTURES = join(__dirname, '..', '..', 'libs', 'cables', 'fixtures');
const LESOTHO = join(FIXTURES, '09STATE70412-lesotho.txt');
const NO_CABLE = join(FIXTURES, 'no-cable-memo.txt');
const ACT = 'A local organization taught 20 nurses to recognize “victims” <b>& refer</b> them.';

jest.setTimeout(MINUTE);

describe.each([
  ['with JavaScript', true],
  ['without JavaScript', false],
])('%s', (_name, javaScript) => {
  let house: House;
  const opened: Page[] = [];

  beforeAll(async () => {
    house = await House.open();
  });
  afterEach(() => Promise.all(opened.splice(0).map((page) => page.close())));
  afterAll(() => house?.close());

  const as = async (person: PersonKey, path: string): Promise<Page> => {
    const page = await (await house.of(person, { javaScript })).newPage();
    opened.push(page);
    await page.goto(path);
    return page;
  };
  const toTajikistan = async (page: Page): Promise<void> => {
    await page.goto('/plans');
    await page
      .getByRole('link', { name: /^Tajikistan/ })
      .first()
      .click();
    await page.getByRole('heading', { level: 1, name: /^Tajikistan/ }).waitFor();
  };

  it('a stranger is led to sign in, comes in by the printed link once, and leaves again', async () => {
    const window = await house.stranger({ javaScript });
    const page = await window.newPage();
    await page.goto('/deadlines');
    expect(page.url()).toBe(`${house.address}/sign-in?next=%2Fdeadlines`);
    const [link = ''] = /http\S+\/sign-in\/link\/\S+/.exec(house.printed) ?? [];
    await page.goto(link);
    expect(await textOf(page)).toContain(PEOPLE.desk);
    await send(page, 'Sign in');
    await page.goto('/plans');
    expect(await page.locator('.frame-who').innerText()).toBe(PEOPLE.desk);
    expect(await send(page, 'Sign out')).toBe(200);
    expect(await page.getByRole('alert').innerText()).toMatch(/signed out/i);
    await page.goto(link);
    expect(await page.getByRole('heading', { level: 1 }).innerText()).toBe('This link no longer works');
    await page.goto('/deadlines');
    await send(page, PEOPLE.post);
    expect(page.url()).toBe(`${house.address}/deadlines`);
    await window.close();
  });

  it('a cable becomes a plan by way of a page that shows what was read, and nothing is made before that', async () => {
    const page = await as('desk', '/plans/import');
    await page.getByLabel('A text file').setInputFiles(NO_CABLE);
    expect(await send(page, 'Check the cable')).toBe(422);
    await page.getByLabel('A text file').setInputFiles(LESOTHO);
    expect(await send(page, 'Check the cable')).toBe(200);
    const read = await textOf(page);
    expect(read).toContain('Cable 09STATE70412: nothing has been created yet.');
    expect(read).toContain('6 recommendations, 6 paragraphs, 3 talking points');
    expect(read).toContain('[For the post only: post may offer the list drawn up in ref B.]');
    expect(await page.getByLabel('Country').locator('option:checked').innerText()).toBe('Lesotho');
    const elsewhere = await as('desk', '/plans');
    expect(await textOf(elsewhere)).not.toContain('Lesotho: action plan');
    await choose(page, 'Why is the country on the list?', 'No evidence of increasing efforts');
    expect(await send(page.locator('form[action="/plans/import/confirm"]'), /plan/i)).toBe(200);
    expect(await page.getByRole('heading', { level: 1 }).innerText()).toBe('Lesotho: action plan 2009–10');
    const plan = await textOf(page);
    expect(plan).toContain('Open the first trial under the new law.');
    expect(plan).toContain('C. Protection: 2 recommendations');
  });

  it('an act is saved with four fields, is not credited yet, and is credited once the government’s part is shown', async () => {
    const page = await as('post', '/log');
    await page.getByLabel('What happened?').fill(ACT);
    await page.getByLabel('When?').fill('2009-10-30');
    await choose(page, 'Who acted?', 'A non-governmental organization');
    await choose(page, 'Which recommendations does it serve?', 'Give money or goods to the shelters');
    expect(await send(page, 'Save the act')).toBe(200);
    expect(await page.getByRole('heading', { level: 1 }).innerText()).toBe('Act of Fri 30 Oct 2009');
    expect(await page.locator('.verdict').innerText()).toMatch(/Not credited yet: /);
    expect(await textOf(page)).toContain(ACT);
    await unfold(page, 'Add detail or correct this entry');
    await page.getByLabel('Who paid?').selectOption({ label: 'A non-governmental organization' });
    await choose(page, 'What did the government give?', 'Staff');
    await page
      .getByLabel('What was the government’s part?')
      .fill('The ministry released the nurses for three days.');
    expect(await send(page, 'Save')).toBe(200);
    expect(await page.locator('.verdict').innerText()).toMatch(/Credited: /);
    await toTajikistan(page);
    const row = page.getByRole('row', { name: /^A4/ });
    expect(await row.innerText()).toContain('30 Oct 2009');
  });

  it('the four papers are made from the plan and come as Word and as text', async () => {
    const page = await as('desk', '/plans');
    for (const kind of ['Cable', 'Talking points', 'Non-paper', 'Interim assessment']) {
      await toTajikistan(page);
      expect(await send(page, new RegExp(`Make (it|a new version)\\s*: ${kind}`))).toBe(200);
      expect(await page.getByRole('heading', { level: 1 }).innerText()).toMatch(
        new RegExp(`^Tajikistan: ${kind} \\d+$`, 'i'),
      );
      const [text, word] = [await fetched(page, 'Plain text (.txt)'), await fetched(page, 'Word (.docx)')];
      expect(text.toString('utf8')).toMatch(/Tajikistan/i);
      const inside = Buffer.from(unzipSync(word)['word/document.xml'] ?? []).toString('utf8');
      expect(inside).toMatch(/Tajikistan/i);
    }
  });

  it('a paper goes out when one person proposes it and another confirms it', async () => {
    const desk = await as('desk', '/plans');
    await toTajikistan(desk);
    await send(desk, /Make (it|a new version)\s*: Non-paper/);
    expect(await send(desk, 'Propose for release')).toBe(200);
    expect(await textOf(desk)).toContain('You proposed it, so somebody else has to confirm it.');
    expect(await desk.getByRole('button', { name: 'Confirm the release' }).count()).toBe(0);
    const manager = await as('manager', desk.url());
    expect(await send(manager, 'Confirm the release')).toBe(200);
    expect(await textOf(manager)).toMatch(/Confirmed by Manager \(demo\)/);
    await desk.goto('/notices');
    expect(await textOf(desk)).toMatch(/release/i);
  });

  it('moving a deadline plans its reminders anew and keeps the old ones on record', async () => {
    const page = await as('desk', '/deadlines');
    await page.getByRole('link', { name: 'Progress report' }).click();
    expect(await textOf(page)).toContain('Thu 12 Nov 2009, 09:00');
    await unfold(page, 'Move it to another day');
    await page.getByLabel('New date', { exact: true }).fill('2009-12-06');
    await page.getByLabel('Why is it moved?').fill('The post asked for three more weeks.');
    expect(await send(page, 'Move the deadline')).toBe(200);
    const after = await textOf(page);
    expect(after).toContain('Fri 4 Dec 2009');
    expect(after).toContain('The post asked for three more weeks.');
    const open = await page.getByRole('row', { name: /Planned|Waiting/ }).allInnerTexts();
    const days = open.map((row) => /\w{3} \d+ \w{3} 2009/.exec(row)?.[0]);
    expect(days).toEqual([
      'Thu 19 Nov 2009',
      'Fri 27 Nov 2009',
      'Thu 3 Dec 2009',
      'Mon 7 Dec 2009',
      'Mon 7 Dec 2009',
    ]);
    const former = await page.getByRole('row', { name: /planned before the last change/ }).allInnerTexts();
    expect(former.join(' ')).toContain('12 Nov 2009');
  });

  it('the narrative tells what was done with its sources, and takes the word of measure that a person chose', async () => {
    const page = await as('desk', '/plans');
    await toTajikistan(page);
    await page
      .getByRole('navigation', { name: 'More about this plan' })
      .getByText('Interim assessment')
      .click();
    const narrative = page.getByRole('article', { name: 'The narrative' });
    expect(await textOf(narrative)).toContain('Tajikistan');
    expect(await page.locator('[id^="rests-"]').count()).toBeGreaterThan(0);
    expect(await textOf(page)).toMatch(/Acts without credit/);
    const word = page.getByLabel('The government made … progress');
    const [, , chosen = ''] = await word.locator('option').allInnerTexts();
    await word.selectOption({ label: chosen });
    expect(await send(page, 'Save the word')).toBe(200);
    expect((await textOf(narrative)).toLowerCase()).toContain(chosen.toLowerCase());
  });

  it('a recommendation is worded anew, and a window that was open before loses neither text', async () => {
    const [first, second] = [await as('desk', '/plans'), await as('desk', '/plans')];
    for (const page of [first, second]) {
      await toTajikistan(page);
      await page.getByRole('link', { name: /^Give money or goods/ }).click();
      await page.getByRole('link', { name: 'Change the wording' }).click();
    }
    const field = 'What is the government asked to do?';
    await first.getByLabel(field).fill('Pay for the shelters that already house victims.');
    expect(await send(first, 'Save the wording')).toBe(200);
    expect(await textOf(first)).toContain('Pay for the shelters that already house victims.');
    const mine = 'Give the shelters “what they need”:\n money & goods.';
    await second.getByLabel(field).fill(mine);
    expect(await send(second, 'Save the wording')).toBe(409);
    expect(await second.getByLabel(field).inputValue()).toBe(mine);
    expect(await textOf(second)).toContain('Pay for the shelters that already house victims.');
    await second.getByLabel(field).fill('Give money or goods to the shelters that already house victims.');
    expect(await send(second, 'Save mine')).toBe(200);
    const wordings = await textOf(second.getByRole('region', { name: 'Wordings' }));
    expect(wordings).toMatch(/Version 3\b.*Version 2\b.*Pay for the shelters.*Version 1\b/);
  });

  it('a form that is sent twice is saved once', async () => {
    const page = await as('post', '/log');
    await page.getByLabel('What happened?').fill('The parliament held one hearing.');
    await page.getByLabel('When?').fill('2009-10-29');
    await choose(page, 'Who acted?', 'The government');
    await choose(page, 'Which recommendations does it serve?', 'Bring officials who take part');
    await page.getByRole('button', { name: 'Save the act' }).dblclick();
    await page.getByRole('heading', { level: 1, name: 'Act of Thu 29 Oct 2009' }).waitFor();
    await page.getByRole('link', { name: 'All acts of this plan' }).click();
    expect(await page.getByRole('row', { name: /The parliament held one hearing/ }).count()).toBe(1);
  });

  it('a form whose session ran out stands there again after signing in, filled in as it was', async () => {
    const window = await house.stranger({ javaScript });
    const page = await window.newPage();
    await page.goto('/sign-in?next=%2Flog');
    await send(page, PEOPLE.post);
    const typed = 'The court heard one case,\nand “adjourned” it <i>twice</i>.';
    await page.goto('/log');
    await page.getByLabel('What happened?').fill(typed);
    await page.getByLabel('When?').fill('2009-10-28');
    await choose(page, 'Who acted?', 'The government');
    await choose(page, 'Which recommendations does it serve?', 'Bring officials who take part');
    await window.clearCookies();
    expect(await send(page, 'Save the act')).toBe(401);
    expect(await page.getByRole('heading', { level: 1 }).innerText()).toBe('Your session has ended');
    expect(await textOf(page)).toContain('Nothing was saved, and nothing is lost');
    expect(await page.getByLabel('What happened?').inputValue()).toBe(typed);
    expect(await send(page, PEOPLE.post)).toBe(403);
    expect(await page.getByLabel('What happened?').inputValue()).toBe(typed);
    expect(await page.getByLabel('When?').inputValue()).toBe('2009-10-28');
    expect(await page.getByRole('radio', { name: /^The government/ }).isChecked()).toBe(true);
    expect(await page.getByRole('checkbox', { name: /Bring officials who take part/ }).isChecked()).toBe(
      true,
    );
    expect(await send(page, 'Save the act')).toBe(200);
    expect(await page.getByRole('heading', { level: 1 }).innerText()).toBe('Act of Wed 28 Oct 2009');
    await window.close();
  });

  it('a figure that cannot be used is kept, with the words to send back', async () => {
    const page = await as('post', '/plans');
    await toTajikistan(page);
    await page.goto(`${page.url()}/statistics/new`);
    await page.getByLabel('Term').fill('cases “handed over”');
    await page.getByLabel('Number').fill('4');
    await choose(page, 'What was counted?', /^Cases$/i);
    await page.getByLabel('From').fill('2009-05-01');
    await page.getByLabel('Until').fill('2009-09-30');
    expect(await send(page, 'Save the figure')).toBe(200);
    expect(await textOf(page.locator('.verdict'))).not.toMatch(/accepted|can be used/i);
    expect(await textOf(page.getByRole('region', { name: 'What to send back' }))).toMatch(/\w/);
  });

  it('a manager sees at first glance who is late', async () => {
    const page = await as('manager', '/today');
    expect(await textOf(page)).toMatch(/\b1 deadline is late/);
    const late = page.getByRole('region', { name: 'Late' });
    expect(await textOf(late)).toMatch(/Findings of the field inspections .* 3 working days late/);
    await late.getByRole('link').first().click();
    expect(await textOf(page)).toContain('owner: Reporting Officer (demo)');
  });

  it('an administrator reads the mail that went out and the trail of what everybody did', async () => {
    const page = await as('administrator', '/outbox');
    await page.getByRole('link', { name: /due Thu 5 Nov/ }).click();
    const letter = await textOf(page);
    expect(letter).toContain('desk.officer@demo.example');
    expect(letter).toContain(`${house.address}/deadlines/`);
    await page.goto('/audit?check=now');
    expect(await textOf(page)).toMatch(/The chain is whole: \d+ entries/);
    await page.getByLabel('Person').selectOption({ label: PEOPLE.manager });
    expect(await send(page, 'Apply filters')).toBe(200);
    const acts = await page.locator('tbody tr').allInnerTexts();
    expect(acts.length).toBeGreaterThan(0);
    expect(acts.every((row) => row.includes(PEOPLE.manager))).toBe(true);
  });

  async function fetched(page: Page, link: string): Promise<Buffer> {
    const [download] = await Promise.all([
      page.waitForEvent('download'),
      page.getByRole('link', { name: link }).click(),
    ]);
    return readFileSync(await (download as Download).path());
  }
});
