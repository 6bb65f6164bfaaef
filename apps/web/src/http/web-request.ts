import type { Presence } from '@demarche/access';
import type { FastifyReply, FastifyRequest } from 'fastify';

/** The fields of a form as a browser sends them. */
export type SentFields = Record<string, string | string[] | undefined>;

/**
 * The request as the guards leave it: who is calling, the session's secret for the CSRF token, the view of its route;
 * for a sign-in, the form that it carries and the session that it opened. `endReadings` ends what `OncePerRequest` shares.
 */
export type WebRequest = FastifyRequest & {
  presence?: Presence;
  sessionSecret?: string;
  view?: string;
  kept?: SentFields;
  openedSession?: string;
  endReadings?: () => void;
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

/** Whether a request comes to sign in. */
export const isSignIn = (request: WebRequest): boolean =>
  (request.routeOptions.url ?? '').split('/')[1] === 'sign-in';

/** Whether a request may only look: it came from our own page, but not with the session's token. */
export const isHeldBack = (request: WebRequest): boolean => request.presence?.actor.isConfirmed === false;
