import { Sessions } from '@demarche/access';
import { type CanActivate, type ExecutionContext, Injectable } from '@nestjs/common';
import { Reflector } from '@nestjs/core';
import { sessionSecretOf } from './cookies';
import { OPEN } from './decorators';
import { SignInNeeded } from './sign-in-needed';
import { isApi, type WebRequest } from './web-request';

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
    const key = typeof body?.submission === 'string' ? body.submission.slice(0, 100) : null;
    return { ...presence, actor: presence.actor.submitting(key) };
  }

  private async byToken(request: WebRequest) {
    const [scheme, token] = (request.headers.authorization ?? '').split(' ');
    const presence = scheme === 'Bearer' && token ? await this.sessions.presentByToken(token) : null;
    if (!presence) return null;
    const key = request.headers['idempotency-key'];
    return {
      ...presence,
      actor: presence.actor.submitting(typeof key === 'string' ? key.slice(0, 100) : null),
    };
  }
}
