import { wordFor } from '@demarche/words';
import { type Actor, Keys, OwnPassword, OwnSessions, type TokenShown, Users } from '@demarche/access';
import { Register } from '@demarche/register';
import { Injectable } from '@nestjs/common';
import { sessionSecretOf } from '../../http/guards/cookies';
import { type FormBody, freshForm } from '../../http/forms/forms';
import { type PageModel, Shown } from '../../http/views/page-result';
import type { WebRequest } from '../../http/web-request';

const TITLE = 'Your account';
const TOKEN_DAYS = '90';

/** Builds the page of one's own account. */
@Injectable()
export class AccountModel {
  constructor(
    private readonly users: Users,
    private readonly keys: Keys,
    private readonly sessions: OwnSessions,
    private readonly register: Register,
    private readonly password: OwnPassword,
  ) {}

  /** The whole page; without the request no session is marked as the present one. */
  async page(actor: Actor, request: WebRequest | null): Promise<PageModel> {
    const person = await this.users.named(actor.userId);
    const tokens = await this.keys.tokens(actor);
    return {
      title: TITLE,
      context: `${actor.name}, ${wordFor('role', actor.role)}`,
      person: { email: person?.email ?? '', title: person?.title ?? '' },
      role: wordFor('role', actor.role),
      posts: await this.postsOf(actor),
      sessions: await this.sessions.of(actor, request && sessionSecretOf(request)),
      tokens: tokens.map((token) => ({ ...token, ...this.standingOf(token) })),
      hasPassword: await this.password.isSet(actor),
      secret: null,
      form: freshForm({ days: TOKEN_DAYS }),
    };
  }

  /** Names that somebody who guesses a password here would try: those of posts and countries. */
  async ownWords(): Promise<string[]> {
    const [posts, countries] = [await this.register.posts(), await this.register.countries()];
    return [
      ...posts.flatMap(({ city, name }) => [city, name]),
      ...countries.flatMap(({ name, adjective }) => [name, adjective]),
    ];
  }

  private async postsOf(actor: Actor): Promise<string[]> {
    const posts = await Promise.all(actor.postIds.map((id) => this.register.post(id)));
    return posts.map((post) => post.name);
  }

  private standingOf({ state }: TokenShown) {
    return { state: wordFor('token-state', state), works: state === 'works' };
  }
}

/** The page that tells a new token's secret, once. */
export function newTokenShown(secret: string, body: FormBody): Shown {
  const label = String(body.label ?? '');
  return new Shown({ title: 'Your new token', context: label, secret }, { view: 'account/token' });
}
