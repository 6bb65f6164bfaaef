import { sameSecret } from '@demarche/base';
import { type CanActivate, type ExecutionContext, Injectable } from '@nestjs/common';
import { csrfTokenOf } from './cookies';
import { ForeignForm } from './sign-in-needed';
import { isApi, type WebRequest } from './web-request';

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
    if (!isOurs(request) || !hasToken(request)) throw new ForeignForm();
    return true;
  }
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
