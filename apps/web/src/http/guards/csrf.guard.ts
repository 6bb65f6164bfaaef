import { sameSecret } from '@demarche/base';
import { type CanActivate, type ExecutionContext, Injectable } from '@nestjs/common';
import { csrfTokenOf } from './cookies';
import { ForeignForm } from './sign-in-needed';
import { isApi, isSignIn, type WebRequest } from '../web-request';

const SIGN_OUT = '/sign-out';
const SAFE = ['GET', 'HEAD', 'OPTIONS'];

/**
 * Refuses a change that another site asks for: Sec-Fetch-Site first, Origin where a browser does not send it, and the
 * session's own token in every form. The API takes no cookie, so there is nothing to forge there.
 */
@Injectable()
export class CsrfGuard implements CanActivate {
  /** Throws ForeignForm unless the request is safe or comes from our own page. */
  canActivate(context: ExecutionContext): boolean {
    const request = context.switchToHttp().getRequest<WebRequest>();
    if (SAFE.includes(request.method) || isApi(request)) return true;
    if (!isOurs(request)) throw new ForeignForm();
    if (!hasToken(request)) holdBack(request);
    return true;
  }
}

/**
 * Our own page with an old token: its form is shown again with a new one, and every act is refused meanwhile. A
 * sign-in that carries a form was asked for by a page without a session. Throws ForeignForm where there is no form.
 */
function holdBack(request: WebRequest): void {
  if (isSignIn(request) && request.kept) return;
  if (isSignIn(request) || request.routeOptions.url === SIGN_OUT || !request.presence)
    throw new ForeignForm();
  request.presence.actor = request.presence.actor.unconfirmed();
}

function isOurs(request: WebRequest): boolean {
  const site = request.headers['sec-fetch-site'];
  if (site !== undefined) return site === 'same-origin' || site === 'none';
  const origin = request.headers.origin;
  return origin !== undefined && URL.canParse(origin) && new URL(origin).host === request.host;
}

function hasToken(request: WebRequest): boolean {
  if (!request.sessionSecret) return true;
  const body = request.body as { csrf?: unknown } | undefined;
  return typeof body?.csrf === 'string' && sameSecret(body.csrf, csrfTokenOf(request.sessionSecret));
}
