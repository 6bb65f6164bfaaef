import { type Actor, Sessions } from '@demarche/access';
import { type CanActivate, type ExecutionContext, Injectable } from '@nestjs/common';
import { Reflector } from '@nestjs/core';
import { askedBy } from '../forms/asked';
import { sessionSecretOf } from './cookies';
import { OPEN, VIEW } from '../decorators';
import { SignInNeeded } from './sign-in-needed';
import { isApi, type WebRequest } from '../web-request';

const LONGEST_KEY = 100;

/** Lets a request through only with a session (pages) or a token (API), unless its route is open. */
@Injectable()
export class SessionGuard implements CanActivate {
  constructor(
    private readonly sessions: Sessions,
    private readonly reflector: Reflector,
  ) {}

  /** Throws SignInNeeded for strangers on closed routes. */
  async canActivate(context: ExecutionContext): Promise<boolean> {
    const request = context.switchToHttp().getRequest<WebRequest>();
    const presence = isApi(request) ? await this.byToken(request) : await this.byCookie(request);
    if (presence) request.presence = presence;
    const view = this.reflector.get<string | undefined>(VIEW, context.getHandler());
    if (view !== undefined) request.view = view;
    const open = this.reflector.getAllAndOverride<boolean>(OPEN, [context.getHandler(), context.getClass()]);
    if (!presence && !open) throw new SignInNeeded();
    return true;
  }

  private async byCookie(request: WebRequest) {
    const secret = sessionSecretOf(request);
    const presence = secret ? await this.sessions.present(secret) : null;
    if (!secret || !presence) return null;
    request.sessionSecret = secret;
    const body = request.body as { submission?: unknown } | undefined;
    return { ...presence, actor: submitting(presence.actor, { key: body?.submission, request, secret }) };
  }

  private async byToken(request: WebRequest) {
    const [scheme, token] = (request.headers.authorization ?? '').split(' ');
    if (scheme !== 'Bearer' || !token) return null;
    const presence = await this.sessions.presentByToken(token);
    if (!presence) return null;
    const key = request.headers['idempotency-key'];
    return { ...presence, actor: submitting(presence.actor, { key, request, secret: token }) };
  }
}

/** A form or call that carries a key is known again by the key and by what it asks for. */
function submitting(actor: Actor, sent: { key: unknown; request: WebRequest; secret: string }): Actor {
  if (typeof sent.key !== 'string' || sent.key === '') return actor;
  return actor.submitting(sent.key.slice(0, LONGEST_KEY), askedBy(sent.request, sent.secret));
}
