import { sha256 } from '@demarche/base';
import type { WebReply, WebRequest } from './web-request';

/** The session cookie; the prefix makes browsers insist on Secure, no Domain and the root path. */
export const SESSION_COOKIE = '__Host-demarche';

const TRAITS = { path: '/', httpOnly: true, secure: true, sameSite: 'lax' } as const;

/** Hands the browser its session secret. */
export function keepSession(reply: WebReply, secret: string): void {
  void reply.setCookie(SESSION_COOKIE, secret, TRAITS);
}

/** Takes the session cookie back and clears what the browser kept. */
export function forgetSession(reply: WebReply): void {
  void reply.clearCookie(SESSION_COOKIE, TRAITS).header('Clear-Site-Data', '"cache", "storage"');
}

/** The session secret a request carries, or null. */
export function sessionSecretOf(request: WebRequest): string | null {
  return request.cookies[SESSION_COOKIE] ?? null;
}

/** The token that every form of a session carries: derived from the secret, so that nothing more is stored. */
export function csrfTokenOf(sessionSecret: string): string {
  return sha256(`csrf:${sessionSecret}`);
}
