import type { BrowserContext, Page } from 'playwright-core';
import type { FormPlace } from './refusals';
import { axeFaults, Complaints, lookAt, narrowFaults, plainFaults, Travel } from './look';

const WIDE = { width: 1280, height: 900 };
const NARROW = { width: 320, height: 900 };
const FIRST_VIEW_BYTES = 100 * 1024;
const REPEAT_VIEW_BYTES = 25 * 1024;
const FIRST_VIEW_REQUESTS = 12;
const MOST_PAGES = 60;
/** Of pages that differ only by the thing they show, so many are looked at; one, where others have looked before. */
const ENOUGH_OF_A_KIND = 2;
const NOT_PAGES = [
  /^\/sign-in\/link\//,
  /^\/assets\//,
  /^\/api\/(?!docs)/,
  /\.(csv|docx|txt|ics|eml|json)$/,
  /\/download\b/,
];

/** A page as the crawl saw it. */
interface Visit {
  path: string;
  faults: string[];
}

/** Walks from page to page by the links a person sees, and says of every page what is wrong with it. */
export class Crawl {
  readonly visits: Visit[] = [];
  /** One of each kind of form that was met. */
  readonly forms = new Map<string, FormPlace>();
  private readonly waiting: string[] = [];
  /** Every address met, with the page that leads to it. */
  private readonly met = new Map<string, string>();
  private readonly kinds = new Set<string>();
  private readonly complaints: Complaints;

  private constructor(
    private readonly page: Page,
    private readonly travel: Travel,
    private readonly before: Map<string, number>,
  ) {
    this.complaints = new Complaints(page);
  }

  /** `before` counts the pages of each kind that earlier crawls have seen; this one adds to it. */
  static async in(window: BrowserContext, before: Map<string, number>): Promise<Crawl> {
    const page = await window.newPage();
    return new Crawl(page, await Travel.of(page), before);
  }

  /** Visits everything that can be reached from an address; answers with the faults, one line each. */
  async from(...paths: string[]): Promise<string[]> {
    await this.page.goto(paths[0] ?? '/');
    for (const path of paths) {
      this.met.set(path, 'nowhere');
      this.waiting.push(path);
    }
    for (
      let next = this.waiting.shift();
      next && this.visits.length < MOST_PAGES;
      next = this.waiting.shift()
    )
      await this.visit(next);
    await this.page.close();
    return this.visits.flatMap(({ path, faults }) => faults.map((fault) => `${path}: ${fault}`));
  }

  private meet(address: string, from: string): void {
    const { origin, pathname, search } = new URL(address);
    const path = `${pathname}${search}`;
    if (origin !== new URL(this.page.url()).origin || this.met.has(path)) return;
    this.met.set(path, from);
    if (NOT_PAGES.some((pattern) => pattern.test(pathname))) return;
    if (this.isWorthIt(kindOf(pathname, search))) this.waiting.push(path);
  }

  private isWorthIt(kind: string): boolean {
    const seen = this.before.get(kind) ?? 0;
    if (this.kinds.has(kind) && seen >= ENOUGH_OF_A_KIND) return false;
    this.kinds.add(kind);
    this.before.set(kind, seen + 1);
    return true;
  }

  private meetForm(page: string, action: string): void {
    const kind = `${kindOf(action, '')} on ${kindOf(page, '')}`;
    if (!this.forms.has(kind)) this.forms.set(kind, { page, action });
  }

  private async visit(path: string): Promise<void> {
    const faults = [...(await this.firstView(path)), ...(await this.repeatView(path))];
    this.visits.push({ path, faults });
  }

  private async firstView(path: string): Promise<string[]> {
    const { page } = this;
    await page.setViewportSize(WIDE);
    await this.travel.keepCache('first view');
    this.travel.take();
    this.complaints.take();
    const answer = await page.goto(path, { waitUntil: 'load' });
    if (answer?.status() !== 200)
      return [`answers ${answer?.status()}, and ${this.met.get(path)} leads to it`];
    const faults: string[] = [];
    const { bytes, requests } = this.travel.take();
    if (bytes > FIRST_VIEW_BYTES) faults.push(`the first view is ${bytes} bytes`);
    if (requests > FIRST_VIEW_REQUESTS) faults.push(`the first view takes ${requests} requests`);
    const sight = await lookAt(page);
    for (const link of sight.links) this.meet(link, path);
    for (const action of sight.forms) this.meetForm(new URL(page.url()).pathname, action);
    faults.push(...plainFaults(sight), ...(await axeFaults(page)));
    return [...faults, ...this.complaints.take().map((line) => `complains: ${line}`)];
  }

  private async repeatView(path: string): Promise<string[]> {
    const { page } = this;
    await page.setViewportSize(NARROW);
    await this.travel.keepCache('repeat view');
    this.travel.take();
    await page.goto(path, { waitUntil: 'load' });
    const { bytes } = this.travel.take();
    const faults = bytes > REPEAT_VIEW_BYTES ? [`the repeat view is ${bytes} bytes`] : [];
    return [...faults, ...narrowFaults(await lookAt(page), NARROW.width)];
  }
}

/** Pages of one kind have the same address but for ids, codes and numbers. */
function kindOf(pathname: string, search: string): string {
  const path = pathname
    .split('/')
    .map((part) => (/^[0-9a-f-]{32,36}$|^[A-Z][A-Z0-9_-]+$|^\d+$|\.eml$/.test(part) ? ':one' : part))
    .join('/');
  return `${path}?${[...new URLSearchParams(search).keys()].sort().join('&')}`;
}
