import type { Caller } from '@demarche/access';
import { sha256 } from '@demarche/base';
import type { WebReply, WebRequest } from '../web-request';

/** The session cookie; the prefix makes browsers insist on Secure, no Domain and the root path. */
export const SESSION_COOKIE = '__Host-demarche';

/** Cookies of browsers that have signed in before: one an account, told apart by a hash of its id. */
const KNOWN_COOKIE = '__Host-demarche-known-';
const KNOWN_SECONDS = 180 * 24 * 60 * 60;
const MARKS_READ = 20;

const TRAITS = { path: '/', httpOnly: true, secure: true, sameSite: 'lax' } as const;

/** Hands the browser its session secret. */
export function keepSession(reply: WebReply, secret: string): void {
  void reply.setCookie(SESSION_COOKIE, secret, TRAITS);
  Object.assign(reply.request, { openedSession: secret });
}

/** Takes the session cookie back and clears what the browser kept. */
export function forgetSession(reply: WebReply): void {
  void reply.clearCookie(SESSION_COOKIE, TRAITS).header('Clear-Site-Data', '"cache", "storage"');
}

/** The session secret a request carries, or null. */
export function sessionSecretOf(request: WebRequest): string | null {
  return request.cookies[SESSION_COOKIE] ?? null;
}

/** Lets the browser be known to its account at the next sign-in, long after the session has ended. */
export function keepKnown(reply: WebReply, userId: string, mark: string | null): void {
  if (mark === null) return;
  const name = `${KNOWN_COOKIE}${sha256(userId).slice(0, 12)}`;
  void reply.setCookie(name, mark, { ...TRAITS, maxAge: KNOWN_SECONDS });
}

/** Whoever knocks: the address as the proxies that are trusted tell it, and what the browser brought along. */
export function callerOf(request: WebRequest): Caller {
  const knownMarks = Object.entries(request.cookies)
    .filter(([name]) => name.startsWith(KNOWN_COOKIE))
    .slice(0, MARKS_READ)
    .map(([, mark]) => mark ?? '');
  return { address: request.ip, knownMarks, session: sessionSecretOf(request) };
}

/** The token that every form of a session carries: derived from the secret, so that nothing more is stored. */
export function csrfTokenOf(sessionSecret: string): string {
  return sha256(`csrf:${sessionSecret}`);
}
