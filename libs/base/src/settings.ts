import { isIP } from 'node:net';
import { z } from 'zod';
import { Invalid } from './errors';

const seconds = (fallback: number) => z.coerce.number().positive().max(86_400).default(fallback);
const optionalUrl = (protocols: string[]) =>
  z
    .string()
    .optional()
    .transform((text) => (text?.trim() ? text.trim() : null))
    .refine((text) => text === null || protocols.some((name) => text.startsWith(`${name}://`)), {
      message: `must start with ${protocols.map((name) => `${name}://`).join(' or ')}`,
    });

/** Whom to call about a classified text, where the installation names nobody. */
const SPILL_CONTACT =
  'your information systems security officer or, at a post, the regional security officer';
const count = (fallback: number) => z.coerce.number().int().positive().max(1_000_000_000).default(fallback);

const ADDRESS = 'must be on, off, or a list of addresses and ranges such as 192.0.2.10, 198.51.100.0/24';
const proxies = z
  .string()
  .default('off')
  .transform((text) => text.trim())
  .refine((text) => ['on', 'off'].includes(text) || listed(text).every(isRange), { message: ADDRESS })
  .transform((text) => (text === 'on' || text === 'off' ? text : listed(text)));

const listed = (text: string): string[] => text.split(',').map((part) => part.trim());

function isRange(text: string): boolean {
  const [address = '', bits, ...more] = text.split('/');
  const width = { 0: -1, 4: 32, 6: 128 }[isIP(address)] ?? -1;
  if (width < 0 || more.length > 0) return false;
  return bits === undefined || (/^\d{1,3}$/.test(bits) && Number(bits) <= width);
}

const SCHEMA = z.object({
  NODE_ENV: z.enum(['development', 'test', 'production']).default('development'),
  HOST: z.string().default('127.0.0.1'),
  PORT: z.coerce.number().int().min(0).max(65_535).default(3000),
  PUBLIC_URL: optionalUrl(['http', 'https']),
  DATABASE_URL: optionalUrl(['postgres', 'postgresql']),
  REDIS_URL: optionalUrl(['redis', 'rediss']),
  QUEUE_PREFIX: z
    .string()
    .regex(/^[a-z][a-z0-9-]*$/, 'must be small letters, digits and hyphens')
    .default('demarche'),
  SMTP_URL: optionalUrl(['smtp', 'smtps']),
  MAIL_FROM: z.string().min(3).default('demarche@localhost'),
  VAR_FOLDER: z.string().default('var'),
  TEMPLATES_FOLDER: z.string().default('templates'),
  SPILL_CONTACT: z.string().trim().min(3).max(200).default(SPILL_CONTACT),
  DEMO: z.enum(['on', 'off']).optional(),
  LOG_LEVEL: z.enum(['silent', 'error', 'warn', 'info', 'debug']).default('info'),
  TRUST_PROXY: proxies,
  REQUEST_SECONDS: z.coerce.number().positive().max(28).default(25),
  SWEEP_SECONDS: seconds(30),
  LEASE_SECONDS: seconds(120),
  AMBIGUOUS_HOLD_SECONDS: seconds(600),
  SESSION_IDLE_MINUTES: z.coerce.number().positive().max(1_440).default(30),
  WRITES_PER_MINUTE: count(120),
  SEARCHES_PER_MINUTE: count(60),
  PAPER_DOWNLOADS_PER_HOUR: count(120),
  LIST_EXPORTS_PER_HOUR: count(30),
  SESSION_ABSOLUTE_HOURS: z.coerce.number().positive().max(24).default(12),
});

/** Everything the environment may decide, read once at the start; times carry their unit in the name. */
export interface Settings {
  environment: 'development' | 'test' | 'production';
  host: string;
  port: number;
  /** The address people use, without a slash at the end; mail links start with it. Null: made from host and port. */
  publicUrl: string | null;
  /** PostgreSQL address, or null for the embedded SQLite file. */
  databaseUrl: string | null;
  /** Redis address, or null for the queue inside the process. */
  redisUrl: string | null;
  queuePrefix: string;
  /** SMTP address, or null for the outbox folder. */
  smtpUrl: string | null;
  mailFrom: string;
  /** Folder for the database file, the outbox and the lock. */
  varFolder: string;
  templatesFolder: string;
  /** Whom to call when a classified text was stopped, as the end of the sentence “Call …”. */
  spillContact: string;
  /** Whether the worked example and its sign-in door exist; never in production. */
  demo: boolean;
  logLevel: 'silent' | 'error' | 'warn' | 'info' | 'debug';
  /** Which proxies may say from where a request comes: none, the one neighbour, or those of these addresses and ranges. */
  trustProxy: 'on' | 'off' | string[];
  /** How often one person may do what in one web process: writes and searches a minute, the others an hour. */
  limits: { write: number; search: number; download: number; export: number };
  /** How long a request may take to arrive, headers and body together; it ends within a second after. */
  requestSeconds: number;
  sweepSeconds: number;
  leaseSeconds: number;
  ambiguousHoldSeconds: number;
  sessionIdleMinutes: number;
  sessionAbsoluteHours: number;
}

/** Injection token for the settings. */
export const SETTINGS = Symbol('settings');

/**
 * Reads the settings from an environment. Throws Invalid with the variable's name and what is wrong with it; values
 * are not repeated in the message, since some hold passwords.
 */
export function readSettings(environment: Record<string, string | undefined>): Settings {
  const given = Object.fromEntries(Object.entries(environment).filter(([, value]) => value !== ''));
  const parsed = SCHEMA.safeParse(given);
  if (!parsed.success) throw new Invalid(parsed.error.issues.map(reasonOf));
  const read = parsed.data;
  if (read.NODE_ENV === 'production' && read.DEMO === 'on')
    throw Invalid.because('DEMO', 'not-in-production', 'DEMO must be off where NODE_ENV is production.');
  return settingsOf(read);
}

function reasonOf(issue: { path: PropertyKey[]; message: string }) {
  const field = issue.path.join('.');
  return { field, code: 'bad-setting', message: `The setting ${field} is not usable: ${issue.message}.` };
}

function settingsOf(read: z.infer<typeof SCHEMA>): Settings {
  return {
    environment: read.NODE_ENV,
    host: read.HOST,
    port: read.PORT,
    publicUrl: read.PUBLIC_URL?.replace(/\/+$/, '') ?? null,
    databaseUrl: read.DATABASE_URL,
    redisUrl: read.REDIS_URL,
    queuePrefix: read.QUEUE_PREFIX,
    smtpUrl: read.SMTP_URL,
    mailFrom: read.MAIL_FROM,
    varFolder: read.VAR_FOLDER,
    templatesFolder: read.TEMPLATES_FOLDER,
    spillContact: read.SPILL_CONTACT,
    demo: read.NODE_ENV === 'development' ? read.DEMO !== 'off' : read.DEMO === 'on',
    logLevel: read.LOG_LEVEL,
    trustProxy: read.TRUST_PROXY,
    limits: {
      write: read.WRITES_PER_MINUTE,
      search: read.SEARCHES_PER_MINUTE,
      download: read.PAPER_DOWNLOADS_PER_HOUR,
      export: read.LIST_EXPORTS_PER_HOUR,
    },
    ...timesOf(read),
  };
}

function timesOf(read: z.infer<typeof SCHEMA>) {
  return {
    requestSeconds: read.REQUEST_SECONDS,
    sweepSeconds: read.SWEEP_SECONDS,
    leaseSeconds: read.LEASE_SECONDS,
    ambiguousHoldSeconds: read.AMBIGUOUS_HOLD_SECONDS,
    sessionIdleMinutes: read.SESSION_IDLE_MINUTES,
    sessionAbsoluteHours: read.SESSION_ABSOLUTE_HOURS,
  };
}
