import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { BrowserContext, Locator, Page } from 'playwright-core';
import { submit } from './forms';
import { axeFaults, Complaints, lookAt, narrowFaults, plainFaults } from './look';

const IN_FORM = readFileSync(join(__dirname, 'in-form.js'), 'utf8').replace(/;\s*$/, '');
const UNFOLD = 'document.querySelectorAll("details").forEach((fold) => { fold.open = true; })';
const NARROW_WIDTH = 320;
const REFUSED = 422;

/** A form on a page: where it stands and where it is sent. */
export interface FormPlace {
  page: string;
  action: string;
}

/** Sends a form empty, then half filled, and says what is wrong with how it is refused. */
export class Refusal {
  private constructor(
    private readonly page: Page,
    private readonly place: FormPlace,
    private readonly complaints: Complaints,
  ) {}

  /** The faults of a form's refusals; a form that takes an empty sheet is told too. */
  static async of(window: BrowserContext, place: FormPlace): Promise<string[]> {
    const page = await window.newPage();
    const faults = await new Refusal(page, place, new Complaints(page)).faults();
    await page.close();
    return faults.map((fault) => `${place.action} on ${place.page}: ${fault}`);
  }

  private async faults(): Promise<string[]> {
    await this.page.goto(this.place.page);
    await this.fill({ isFilled: false });
    const status = await submit(this.form.locator('button').last());
    if (status !== REFUSED) return [`was sent empty and answered ${status}`];
    const faults = await this.faultsShown();
    return [...faults, ...(await this.faultsOfKeeping())];
  }

  private get form(): Locator {
    return this.page.locator(this.selector).first();
  }

  private get selector(): string {
    return `form[method="post"][action="${this.place.action}"]`;
  }

  private async fill(how: { isFilled: boolean; skip?: string }): Promise<Record<string, string>> {
    await this.page.evaluate(UNFOLD);
    const form = `document.querySelector(${JSON.stringify(this.selector)})`;
    return this.page.evaluate<Record<string, string>>(`(${IN_FORM})(${form}, ${JSON.stringify(how)})`);
  }

  private async faultsShown(): Promise<string[]> {
    const { page } = this;
    const faults: string[] = [];
    if (!(await lookAt(page)).isSummaryFocused) faults.push('the summary of errors has not the focus');
    faults.push(...(await axeFaults(page)));
    const { width = 0, height = 0 } = page.viewportSize() ?? {};
    await page.setViewportSize({ width: NARROW_WIDTH, height });
    const sight = await lookAt(page);
    await page.setViewportSize({ width, height });
    if (!sight.hasSummary) faults.push('there is no summary of errors');
    faults.push(...plainFaults(sight), ...narrowFaults(sight, NARROW_WIDTH));
    return [...faults, ...this.complaints.take(REFUSED).map((line) => `complains: ${line}`)];
  }

  /** The field that was complained about first stays empty, so that the form is refused once more. */
  private async faultsOfKeeping(): Promise<string[]> {
    const firstLink = await this.page.locator('#problem-summary a').first().getAttribute('href');
    const typed = await this.fill({ isFilled: true, skip: firstLink?.slice(1) ?? '' });
    const names = Object.keys(typed);
    if (names.length === 0) return [];
    const status = await submit(this.form.locator('button').last());
    if (status !== REFUSED) return [`was sent without ${firstLink} and answered ${status}`];
    const faults: string[] = [];
    for (const name of names) {
      const kept = await this.form.locator(`[name="${name}"]`).inputValue();
      if (kept !== typed[name]) faults.push(`${name} was “${typed[name]}” and came back as “${kept}”`);
    }
    return faults;
  }
}
