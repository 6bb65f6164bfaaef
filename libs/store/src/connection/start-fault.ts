import { Trouble } from '@demarche/base';

const DAMAGED =
  'The database file is damaged. Nothing was changed and the file was left as it is: copy it to a safe place, put the latest copy from your backup in its place, remove the files beside it that end in -wal and -shm, and start again.';
const NO_ANSWER =
  'The database or queue server does not answer. Check DATABASE_URL and REDIS_URL, and that the server runs.';

const KNOWN_FAULTS: Record<string, string> = {
  EADDRINUSE: 'The port is in use by another program. Stop that program, or set PORT to a free one.',
  EACCES: 'The port or a folder may not be used by this account. Choose another PORT or VAR_FOLDER.',
  SQLITE_BUSY:
    'The database file is locked by another program. Nothing was changed; close that program and start again.',
  SQLITE_NOTADB:
    'The database file is not an SQLite database. Nothing was changed; move it away or set VAR_FOLDER.',
  SQLITE_CANTOPEN: 'The database file could not be opened. Check that the var folder may be written to.',
  SQLITE_CORRUPT: DAMAGED,
  ECONNREFUSED: NO_ANSWER,
  ECONNRESET: NO_ANSWER,
  ETIMEDOUT: NO_ANSWER,
  ENOTFOUND: 'The machine of the database or queue server is not known. Check DATABASE_URL and REDIS_URL.',
  EAI_AGAIN:
    'The machine of the database or queue server is not known yet. Check DATABASE_URL and REDIS_URL.',
  '28P01': 'The database server refused the user or the password. Check DATABASE_URL.',
  '3D000': 'There is no such database on the server. Make it, or check DATABASE_URL.',
  '53300': 'The database server has no connection left. End other programs, or allow it more connections.',
  '57P03': 'The database server is still starting. Start again in a moment.',
  '57014': 'The database server took too long. Nothing was changed; see what keeps it busy, and start again.',
};

/** Faults of a database server that may pass by themselves: it does not run yet, or is not known yet. */
const PASSING = ['ECONNREFUSED', 'ECONNRESET', 'ETIMEDOUT', 'ENOTFOUND', 'EAI_AGAIN', '57P03', '53300'];

/** The code of whatever a driver threw: an SQLSTATE, an SQLite code, or one of the network; empty where it has none. */
export function faultCodeOf(error: unknown): string {
  const {
    code,
    driverError,
    message = '',
  } = (error ?? {}) as {
    code?: string;
    driverError?: { code?: string };
    message?: string;
  };
  const known = driverError?.code ?? code;
  if (known) return known;
  // The pool gives its own time-outs no code.
  return /timeout exceeded when trying to connect|connection timeout/i.test(message) ? 'ETIMEDOUT' : '';
}

/** Whether a database that failed like this may answer in a moment. */
export function mayPass(error: unknown): boolean {
  return PASSING.includes(faultCodeOf(error));
}

/** One line that says why a program could not start and what to do; faults of libraries are worded where they are known. */
export function startFaultOf(error: unknown): string {
  if (error instanceof Trouble) return error.message;
  const known = KNOWN_FAULTS[faultCodeOf(error)];
  if (known) return known;
  const text = error instanceof Error ? error.message : String(error);
  return text.split('\n')[0] || 'The cause is unknown.';
}
