import type { Presence } from '@demarche/access';
import type { FastifyReply, FastifyRequest } from 'fastify';

/** The request as the guards leave it: who is calling, and the session's secret for the CSRF token. */
export type WebRequest = FastifyRequest & {
  presence?: Presence;
  sessionSecret?: string;
};

/** The reply as pages see it. */
export type WebReply = FastifyReply;

/** Whether a request is for the machines' door. */
export function isApi(request: { url: string }): boolean {
  return request.url === '/api' || request.url.startsWith('/api/');
}
