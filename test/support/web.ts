import { Keys, type Role, SYSTEM_ACTOR, Users } from '@demarche/access';
import { createLogger } from '@demarche/base';
import type { NestFastifyApplication } from '@nestjs/platform-fastify';
import { Test } from '@nestjs/testing';
import { openWeb } from '../../apps/web/src/web.setup';
import { type DatabaseKind, type FreshDatabase, freshDatabase } from './database';
import { PRACTICE_MORNING } from './rooms';
import { FrozenClock } from './frozen-clock';

/** The whole web application on an empty database, asked without a network. */
export interface OpenWeb {
  app: NestFastifyApplication;
  clock: FrozenClock;
  database: FreshDatabase;
  /** Every route as the router itself has it. */
  routes: RouteSeen[];
  /** Opens an account and signs it in. */
  browser(role: Role, traits?: { name?: string; postIds?: string[] }): Promise<Browser>;
  stranger(): Browser;
  close(): Promise<void>;
}

/** A route of the router: parameters stand as `:name`. */
export interface RouteSeen {
  method: string;
  path: string;
}

/** An answer as tests look at it. */
export interface Answer {
  status: number;
  body: string;
  location: string | undefined;
  headers: Record<string, string | string[] | number | undefined>;
}

/** Opens the very module that `main.ts` runs. */
export async function openTestWeb(
  kind: DatabaseKind = 'sqlite',
  environment: Record<string, string> = {},
): Promise<OpenWeb> {
  const database = await freshDatabase(kind, environment);
  const clock = new FrozenClock(PRACTICE_MORNING);
  const parts = { settings: database.settings, clock, logger: createLogger(database.settings) };
  const routes: RouteSeen[] = [];
  const app = await openWeb(parts, async (module, adapter) => {
    adapter.getInstance().addHook('onRoute', ({ method, url }) => {
      routes.push(...[method].flat().map((one) => ({ method: one, path: url })));
    });
    return (await Test.createTestingModule({ imports: [module] }).compile()).createNestApplication(adapter);
  });
  return {
    app,
    clock,
    database,
    routes,
    stranger: () => new Browser(app),
    browser: (role, traits) => signedIn(app, { role, ...traits }),
    close: async () => {
      await app.close();
      await database.drop();
    },
  };
}

let people = 0;

async function signedIn(
  app: NestFastifyApplication,
  traits: { role: Role; name?: string; postIds?: string[] },
): Promise<Browser> {
  people += 1;
  const { role, name = `Person ${people}`, postIds = [] } = traits;
  const account = { email: `person-${people}@example.gov`, name, title: role, role, postIds };
  const userId = await app.get(Users).create(SYSTEM_ACTOR, account);
  const browser = new Browser(app, userId);
  await browser.signIn(await app.get(Keys).issueLink(SYSTEM_ACTOR, userId));
  return browser;
}

/** A browser without a window: keeps its cookie, sends forms with their hidden fields as they stand on the page. */
export class Browser {
  private cookie = '';
  private last: Pick<Answer, 'body'> | null = null;

  constructor(
    private readonly app: NestFastifyApplication,
    readonly userId = '',
  ) {}

  async signIn(secret: string): Promise<void> {
    const answer = await this.post('/sign-in/link', { link: secret });
    if (answer.status !== 303)
      throw new Error(`Signing in failed: ${answer.status} ${answer.body.slice(0, 400)}`);
  }

  async get(url: string, headers: Record<string, string> = {}): Promise<Answer> {
    const answer = await this.ask({ method: 'GET', url, headers });
    this.last = answer;
    return answer;
  }

  /** Posts fields as they are, with same-origin headers. */
  post(url: string, fields: Fields, headers: Record<string, string> = {}): Promise<Answer> {
    const form = new URLSearchParams();
    for (const [name, value] of Object.entries(fields))
      for (const one of Array.isArray(value) ? value : [value]) form.append(name, one);
    const own = { 'content-type': 'application/x-www-form-urlencoded', 'sec-fetch-site': 'same-origin' };
    return this.ask({ method: 'POST', url, headers: { ...own, ...headers }, payload: form.toString() });
  }

  /** Loses its session, as a browser does that is closed. */
  forget(): void {
    this.cookie = '';
  }

  /** Takes an answer to a form as the page shown last. */
  shown(answer: Pick<Answer, 'body'>): void {
    this.last = answer;
  }

  /** Sends the form with this action from the page shown last: its hidden fields, with the given ones on top. */
  async submit(action: string, fields: Fields): Promise<Answer> {
    return this.post(action, { ...hiddenFields(this.last?.body ?? '', action), ...fields });
  }

  private async ask(request: {
    method: 'GET' | 'POST';
    url: string;
    headers: Record<string, string>;
    payload?: string;
  }): Promise<Answer> {
    const headers = { ...request.headers, ...(this.cookie ? { cookie: this.cookie } : {}) };
    const response = await this.app.inject({ ...request, headers });
    const fresh = response.cookies.find((cookie) => cookie.name === '__Host-demarche');
    if (fresh) this.cookie = fresh.value ? `${fresh.name}=${fresh.value}` : '';
    const location = response.headers.location as string | undefined;
    return { status: response.statusCode, body: response.body, location, headers: response.headers };
  }
}

/** What tests put into a form. */
export type Fields = Record<string, string | string[]>;

function hiddenFields(page: string, action: string): Fields {
  const form = page.split('<form').find((part) => part.includes(`action="${action}"`));
  if (!form) throw new Error(`The page shown last has no form for ${action}.`);
  const inside = form.split('</form>')[0] ?? '';
  const found: Fields = {};
  for (const [tag] of inside.matchAll(/<input[^>]*type="hidden"[^>]*>/g))
    found[/name="([^"]*)"/.exec(tag)?.[1] ?? ''] = /value="([^"]*)"/.exec(tag)?.[1] ?? '';
  return found;
}
