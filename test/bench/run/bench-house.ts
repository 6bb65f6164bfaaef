import { machineToday, readSettings, type Settings } from '@demarche/base';
import { RAISED_LIMITS } from '../../support/limits';
import type { Program } from '../../support/program';
import { GeneratedAddresses } from '../house/generated-addresses';
import { type Extent, layHouse } from './kept-house';
import { cutKeys, type DoorKeys } from './keys';
import { startProduct } from './processes';

const LINE_END = 10;

interface Laid {
  environment: Record<string, string>;
  settings: Settings;
  addresses: GeneratedAddresses;
  keys: Record<string, DoorKeys>;
  drop(): Promise<void>;
}

/** A generated house with keys for every role, and the product that serves it. */
export class BenchHouse {
  private program: Program | null = null;
  url = '';

  private constructor(private readonly laid: Laid) {}

  static async lay(extent: Extent): Promise<BenchHouse> {
    const { environment: place, drop } = await layHouse(extent);
    const environment = { ...place, DEMO: 'off', LOG_LEVEL: 'error', ...RAISED_LIMITS };
    const settings = readSettings(environment);
    const addresses = await GeneratedAddresses.of(settings);
    const keys = await cutKeys(settings, addresses.hands);
    return new BenchHouse({ environment, settings, addresses, keys, drop });
  }

  get environment(): Record<string, string> {
    return this.laid.environment;
  }

  get settings(): Settings {
    return this.laid.settings;
  }

  get addresses(): GeneratedAddresses {
    return this.laid.addresses;
  }

  /** The day on which the house stands: its machine's own. */
  get today(): string {
    return machineToday();
  }

  /** Starts the product on it; stopped before the database is opened by anybody else. */
  async open(): Promise<void> {
    const { url, program } = await startProduct(this.laid.environment);
    this.url = url;
    this.program = program;
  }

  get pid(): number {
    return this.program?.pid ?? 0;
  }

  /** The headers with which a role asks an address: a program's for the API, a browser's for pages. */
  headersFor(role: string, address: string): Record<string, string> {
    const keys = this.laid.keys[role];
    if (!keys) throw new Error(`Nobody in the house is a ${role}.`);
    return address.startsWith('/api/') ? keys.program : keys.browser;
  }

  /** Milliseconds that one answer took; throws where it was no answer. */
  async time(role: string, address: string): Promise<number> {
    const started = performance.now();
    const answer = await this.ask(role, address);
    await answer.arrayBuffer();
    return performance.now() - started;
  }

  /** How many lines an answer has, which are thrown away as they come. */
  async lines(role: string, address: string): Promise<number> {
    const answer = await this.ask(role, address);
    let lines = 0;
    for await (const part of answer.body ?? [])
      for (const byte of part as Uint8Array) if (byte === LINE_END) lines += 1;
    return lines;
  }

  /** What the API answers to what it is sent. */
  async send(role: string, address: string, body: object): Promise<unknown> {
    const headers = { 'content-type': 'application/json' };
    return (await this.ask(role, address, { method: 'POST', headers, body: JSON.stringify(body) })).json();
  }

  private async ask(role: string, address: string, more: RequestInit = {}): Promise<Response> {
    const headers = { ...this.headersFor(role, address), ...(more.headers as Record<string, string>) };
    const answer = await fetch(this.url + address, { redirect: 'manual', ...more, headers });
    if (!answer.ok) throw new Error(`${address} said ${answer.status} to the ${role}.`);
    return answer;
  }

  async stop(): Promise<void> {
    await this.program?.stop();
    this.program = null;
  }

  async drop(): Promise<void> {
    await this.stop();
    await this.laid.drop();
  }
}
