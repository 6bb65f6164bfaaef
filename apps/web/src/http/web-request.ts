import type { Presence } from '@demarche/access';
import type { FastifyReply, FastifyRequest } from 'fastify';

/** The request as the guards leave it: who is calling, and the session's secret for the CSRF token. */
export type WebRequest = FastifyRequest & {
  presence?: Presence;
  sessionSecret?: string;
};

/** The reply as pages see it. */
export type WebReply = FastifyReply;

/** The page about the API is a page, with a page's frame and a page's session. */
const API_PAGE = '/api/docs';

/**
 * Whether a request is for the machines' door. The route that was found decides, since an address may be spelled in
 * several ways; only where none was found does the address itself.
 */
export function isApi(request: { url: string; routeOptions?: { url?: string | undefined } }): boolean {
  const path = request.routeOptions?.url ?? request.url.split('?')[0] ?? '';
  return path !== API_PAGE && (path === '/api' || path.startsWith('/api/'));
}
