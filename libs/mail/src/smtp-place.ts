import { Invalid } from '@demarche/base';
import addressparser from 'nodemailer/lib/addressparser';
import type { Options } from 'nodemailer/lib/smtp-connection';
import { z } from 'zod';
import { headerText, type Sender } from './letter';

/** Where and how mail leaves: connection options, credentials or none, and the bound on one whole attempt. */
export interface SmtpPlace {
  options: Options;
  credentials: { user: string; pass: string } | null;
  /** Milliseconds for everything together; shorter than the lease of a claimed reminder (REL-4). */
  withinMs: number;
}

const seconds = (fallback: number) => z.coerce.number().positive().max(300).default(fallback);
const QUERY = z.strictObject({
  connect: seconds(10),
  greeting: seconds(10),
  silence: seconds(30),
  total: seconds(60),
  tls: z.enum(['required', 'if-offered', 'off']).optional(),
});
const LOOPBACK = /^(localhost|127\.\d+\.\d+\.\d+|\[::1\])$/;

/**
 * Reads `smtp://user:password@host:port?tls=required&connect=10&greeting=10&silence=30&total=60` (times in seconds) or
 * `smtps://…`. A password never leaves without encryption, except to this machine, unless `tls` says so. Throws Invalid
 * with the field SMTP_URL and never with the address itself.
 */
export function readSmtpUrl(text: string): SmtpPlace {
  const url = smtpUrl(text);
  const query = queryOf(url);
  const credentials = url.username ? { user: decoded(url.username), pass: decoded(url.password) } : null;
  const encryption = query.tls ?? (credentials && !LOOPBACK.test(url.hostname) ? 'required' : 'if-offered');
  const options = {
    ...placeOf(url),
    connectionTimeout: query.connect * 1_000,
    greetingTimeout: query.greeting * 1_000,
    socketTimeout: query.silence * 1_000,
    socketCloseTimeout: 1_000,
    requireTLS: encryption === 'required',
    ignoreTLS: encryption === 'off',
    allowInternalNetworkInterfaces: true,
    logger: false,
  };
  return { options, credentials, withinMs: query.total * 1_000 };
}

/** Reads MAIL_FROM, a bare address or `Name <address>`. Throws Invalid with that field. */
export function readSender(text: string): Sender {
  const [first, ...others] = addressparser(headerText(text), { flatten: true });
  if (!first?.address || others.length > 0)
    throw Invalid.because(
      'MAIL_FROM',
      'bad-setting',
      'The setting MAIL_FROM is not usable: it is no single address.',
    );
  return { name: first.name, address: first.address };
}

function smtpUrl(text: string): URL {
  const url = URL.canParse(text) ? new URL(text) : null;
  if (url?.hostname && ['smtp:', 'smtps:'].includes(url.protocol)) return url;
  throw unusable('it is no smtp:// address');
}

function queryOf(url: URL): z.infer<typeof QUERY> {
  const query = QUERY.safeParse(Object.fromEntries(url.searchParams));
  if (query.success) return query.data;
  const [where] = query.error.issues.map(({ path }) => path.join('.'));
  throw unusable(
    where ? `its part ${where} is out of range` : 'it has an unknown part after the question mark',
  );
}

function placeOf(url: URL): Pick<Options, 'host' | 'port' | 'secure'> {
  const secure = url.protocol === 'smtps:';
  const port = url.port ? Number(url.port) : secure ? 465 : 587;
  return { host: url.hostname.replace(/^\[|\]$/g, ''), port, secure };
}

function decoded(text: string): string {
  try {
    return decodeURIComponent(text);
  } catch {
    throw unusable('its user or password is not percent-encoded');
  }
}

function unusable(why: string): Invalid {
  return Invalid.because('SMTP_URL', 'bad-setting', `The setting SMTP_URL is not usable: ${why}.`);
}
