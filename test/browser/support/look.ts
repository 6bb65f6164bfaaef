import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { CDPSession, Page } from 'playwright-core';

const IN_PAGE = readFileSync(join(__dirname, 'in-page.js'), 'utf8').trim();
const AXE = readFileSync(require.resolve('axe-core/axe.min.js'), 'utf8');
const RUN_AXE = 'axe.run(document, { resultTypes: ["violations"] })';

/** What the page itself tells about itself. */
interface Sight {
  title: string;
  headings: string[];
  language: string;
  width: number;
  /** How much of the screen the frame above the page takes, in pixels. */
  frameHeight: number;
  tooSmall: string[];
  hasSummary: boolean;
  isSummaryFocused: boolean;
  /** Links to places on the page that are not there: mostly entries of an error summary. */
  deadAnchors: string[];
  links: string[];
  /** Where forms with fields to fill are sent. */
  forms: string[];
}

/** Looks at the page as it stands. */
export function lookAt(page: Page): Promise<Sight> {
  return page.evaluate<Sight>(IN_PAGE);
}

interface Violation {
  id: string;
  nodes: { target: unknown[]; failureSummary?: string }[];
}

/** The accessibility rules the page breaks, one line each. */
export async function axeFaults(page: Page): Promise<string[]> {
  await page.evaluate(AXE);
  const { violations } = await page.evaluate<{ violations: Violation[] }>(RUN_AXE);
  return violations.map(
    ({ id, nodes }) => `axe ${id}: ${nodes.map(({ target }) => target.join(' ')).join(' | ')}`,
  );
}

/** What must hold of every page, in words, as far as it does not. */
export function plainFaults(sight: Sight): string[] {
  const faults: string[] = [];
  const [heading = ''] = sight.headings;
  if (sight.headings.length !== 1) faults.push(`${sight.headings.length} h1: ${sight.headings.join(' / ')}`);
  const wanted = `${sight.hasSummary ? 'Error: ' : ''}${heading} – Demarche`;
  if (sight.title !== wanted) faults.push(`the title is “${sight.title}”, not “${wanted}”`);
  if (sight.language !== 'en') faults.push(`the language is “${sight.language}”`);
  for (const id of sight.deadAnchors) faults.push(`a link leads to #${id}, which is not on the page`);
  return faults;
}

/** A narrow screen is for the page; the frame gets this much of it. */
const MOST_FRAME = 120;

/** Faults that show on a narrow screen only. */
export function narrowFaults(sight: Sight, width: number): string[] {
  const faults = sight.tooSmall.map((target) => `too small and too close to another target: ${target}`);
  if (sight.frameHeight > MOST_FRAME) faults.push(`the frame takes ${sight.frameHeight} px`);
  if (sight.width > width) faults.push(`scrolls sideways: ${sight.width} px wide on a screen of ${width}`);
  return faults;
}

/** Collects what a browser would tell its developer: errors on the console, and anything the security policy refused. */
export class Complaints {
  private readonly said: string[] = [];

  constructor(page: Page) {
    page.on('console', (message) => message.type() === 'error' && this.said.push(message.text()));
    page.on('pageerror', (error) => this.said.push(String(error)));
  }

  /** What was said since the last time; a page that answers 4xx on purpose is reported by browsers as an error too. */
  take(expectedStatus = 200): string[] {
    const taken = this.said.splice(0);
    return taken.filter((line) => !line.includes(`responded with a status of ${expectedStatus}`));
  }
}

/** Counts what travels: bytes as they were sent, compressed and with headers, and the number of requests. */
export class Travel {
  private bytes = 0;
  private requests = 0;
  private readonly cached = new Set<string>();

  private constructor(private readonly wire: CDPSession) {
    wire.on(
      'Network.requestWillBeSent',
      ({ request }) => (this.requests += request.url.startsWith('http') ? 1 : 0),
    );
    wire.on('Network.requestServedFromCache', ({ requestId }) => this.cached.add(requestId));
    wire.on('Network.loadingFinished', ({ requestId, encodedDataLength }) => {
      if (!this.cached.has(requestId)) this.bytes += encodedDataLength;
    });
  }

  static async of(page: Page): Promise<Travel> {
    const wire = await page.context().newCDPSession(page);
    await wire.send('Network.enable');
    return new Travel(wire);
  }

  /** Whether the browser may use what it has kept from earlier pages. */
  async keepCache(isKept: 'first view' | 'repeat view'): Promise<void> {
    await this.wire.send('Network.setCacheDisabled', { cacheDisabled: isKept === 'first view' });
  }

  /** The line of a post far away: 256 kbit/s, and 600 ms there and back. */
  async overSlowLink(): Promise<void> {
    const bytesPerSecond = 256_000 / 8;
    await this.wire.send('Network.emulateNetworkConditions', {
      offline: false,
      latency: 600,
      downloadThroughput: bytesPerSecond,
      uploadThroughput: bytesPerSecond,
    });
  }

  /** What has travelled since the last time. */
  take(): { bytes: number; requests: number } {
    const taken = { bytes: this.bytes, requests: this.requests };
    this.bytes = 0;
    this.requests = 0;
    return taken;
  }
}

/** Milliseconds from asking for the page, redirects included, until something of it was seen. */
export function firstPaintOf(page: Page): Promise<number> {
  return page.evaluate<number>(
    'new Promise((resolve) => new PerformanceObserver((list) => resolve(list.getEntries()[0].startTime)).observe({ type: "paint", buffered: true }))',
  );
}
