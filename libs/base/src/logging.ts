import pino, { type Logger as PinoLogger } from 'pino';
import type { Settings } from './settings';

/** The one logger's shape; rooms log codes and ids with it, never texts that people wrote. */
export type Logger = PinoLogger;

/** Injection token for the logger. */
export const LOGGER = Symbol('logger');

const SECRETS = [
  'password',
  'secret',
  'token',
  'cookie',
  'authorization',
  'text',
  '*.password',
  '*.secret',
  '*.token',
  '*.text',
];

/** The logger of a process: JSON lines on standard error, with everything that may hold a secret or a text removed. */
export function createLogger(settings: Pick<Settings, 'logLevel'>): Logger {
  const options = { level: settings.logLevel, base: null, redact: { paths: SECRETS, censor: '[removed]' } };
  return pino(
    { ...options, timestamp: pino.stdTimeFunctions.isoTime },
    pino.destination({ fd: 2, sync: true }),
  );
}
