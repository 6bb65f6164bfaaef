import { Actor, Keys, type Role, SYSTEM_ACTOR, Users } from '@demarche/access';
import type { NestFastifyApplication } from '@nestjs/platform-fastify';

/** An answer of the API as tests look at it. */
export interface Told {
  status: number;
  body: Record<string, unknown>;
  text: string;
  headers: Record<string, string | string[] | number | undefined>;
}

type Method = 'GET' | 'POST' | 'PUT' | 'PATCH' | 'DELETE';
type Headers = Record<string, string>;

let machines = 0;

/** A program that holds a token of an account made for it. */
export async function openMachine(
  app: NestFastifyApplication,
  traits: { role: Role; postIds?: string[] },
): Promise<Machine> {
  machines += 1;
  const { role, postIds = [] } = traits;
  const name = `Machine ${machines}`;
  const account = { email: `machine-${machines}@example.gov`, name, title: role, role, postIds };
  const userId = await app.get(Users).create(SYSTEM_ACTOR, account);
  const actor = new Actor({ userId, name, role, postIds });
  return new Machine(app, actor, await app.get(Keys).issueToken(actor, { label: 'test', days: 1 }));
}

/** Asks the API over HTTP, without a network. */
export class Machine {
  constructor(
    private readonly app: NestFastifyApplication,
    readonly actor: Actor,
    private readonly token: string,
  ) {}

  get(url: string, headers: Headers = {}): Promise<Told> {
    return this.ask('GET', url, { headers });
  }

  post(url: string, body: object = {}, headers: Headers = {}): Promise<Told> {
    return this.ask('POST', url, { headers, body });
  }

  put(url: string, body: object = {}, headers: Headers = {}): Promise<Told> {
    return this.ask('PUT', url, { headers, body });
  }

  patch(url: string, body: object = {}): Promise<Told> {
    return this.ask('PATCH', url, { body });
  }

  delete(url: string): Promise<Told> {
    return this.ask('DELETE', url, {});
  }

  /** Asks for what must succeed: throws where the house refuses, answers with what it told. */
  async must(method: Method, path: string, body: object): Promise<Told['body']> {
    const told = await this.ask(method, `/api/v1${path}`, { body });
    if (told.status >= 300) throw new Error(`${method} ${path}: ${told.status} ${told.text}`);
    return told.body;
  }

  /** The id of what is made so. */
  async made(path: string, body: object): Promise<string> {
    return String((await this.must('POST', path, body)).id);
  }

  async ask(method: Method, url: string, sent: { headers?: Headers; body?: object }): Promise<Told> {
    const headers = { authorization: `Bearer ${this.token}`, ...sent.headers };
    const payload = sent.body === undefined ? {} : { payload: sent.body };
    const answer = await this.app.inject({ method, url, headers, ...payload });
    const isJson = String(answer.headers['content-type'] ?? '').includes('json');
    const body = isJson ? (answer.json() as Record<string, unknown>) : {};
    return { status: answer.statusCode, body, text: answer.body, headers: answer.headers };
  }
}
