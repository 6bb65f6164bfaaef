import type { BrowserContext, Page } from 'playwright-core';
import { axeFaults, Complaints, lookAt, narrowFaults, plainFaults, Travel } from './look';

const WIDE = { width: 1280, height: 900 };
const NARROW = { width: 320, height: 900 };
const FIRST_VIEW_BYTES = 100 * 1024;
const REPEAT_VIEW_BYTES = 25 * 1024;
const FIRST_VIEW_REQUESTS = 12;
const MOST_PAGES = 60;
/** Of pages that differ only by the thing they show, so many are looked at. */
const ENOUGH_OF_A_KIND = 2;
const NOT_PAGES = [
  /^\/sign-in\/link\//,
  /^\/assets\//,
  /^\/api\/(?!docs)/,
  /\.(csv|docx|txt|ics|eml|json)$/,
  /\/download\b/,
];

/** A page as the crawl saw it. */
export interface Visit {
  path: string;
  faults: string[];
}

/** Walks from page to page by the links a person sees, and says of every page what is wrong with it. */
export class Crawl {
  readonly visits: Visit[] = [];
  private readonly waiting: string[] = [];
  private readonly met = new Set<string>();
  private readonly kinds = new Map<string, number>();

  private constructor(
    private readonly page: Page,
    private readonly travel: Travel,
    private readonly complaints: Complaints,
  ) {}

  static async in(window: BrowserContext): Promise<Crawl> {
    const page = await window.newPage();
    return new Crawl(page, await Travel.of(page), new Complaints(page));
  }

  /** Visits everything that can be reached from an address; answers with the faults, one line each. */
  async from(...paths: string[]): Promise<string[]> {
    await this.page.goto(paths[0] ?? '/');
    for (const path of paths) this.meet(new URL(path, this.page.url()).href);
    for (
      let next = this.waiting.shift();
      next && this.visits.length < MOST_PAGES;
      next = this.waiting.shift()
    )
      await this.visit(next);
    await this.page.close();
    return this.visits.flatMap(({ path, faults }) => faults.map((fault) => `${path}: ${fault}`));
  }

  private meet(address: string): void {
    const { origin, pathname, search } = new URL(address);
    const path = `${pathname}${search}`;
    if (origin !== new URL(this.page.url()).origin || this.met.has(path)) return;
    this.met.add(path);
    if (NOT_PAGES.some((pattern) => pattern.test(pathname))) return;
    const kind = kindOf(pathname, search);
    const seen = this.kinds.get(kind) ?? 0;
    this.kinds.set(kind, seen + 1);
    if (seen < ENOUGH_OF_A_KIND) this.waiting.push(path);
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
    if (answer?.status() !== 200) return [`answers ${answer?.status()}`];
    const faults: string[] = [];
    const { bytes, requests } = this.travel.take();
    if (bytes > FIRST_VIEW_BYTES) faults.push(`the first view is ${bytes} bytes`);
    if (requests > FIRST_VIEW_REQUESTS) faults.push(`the first view takes ${requests} requests`);
    const sight = await lookAt(page);
    for (const link of sight.links) this.meet(link);
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
