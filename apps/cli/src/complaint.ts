import { BadUsage, EXIT, type ExitCode } from './command';

/** A failure as the shell hears of it. */
interface Complaint {
  line: string;
  code: ExitCode;
}

/** Kinds of refusal that the rooms throw for what was given to them, by the name of the error or its kind. */
const BAD_INPUT = new Set(['invalid', 'not-found', 'NotACable']);

const UNREACHABLE: Record<string, string> = {
  ECONNREFUSED: 'The database server does not answer. Check DATABASE_URL, and that the server runs.',
  ENOTFOUND: 'The database server was not found. Check DATABASE_URL.',
  SQLITE_BUSY:
    'The database is locked by another program. Nothing was changed; try again when it has finished.',
  SQLITE_NOTADB: 'The database file is not an SQLite database. Nothing was changed.',
  SQLITE_CANTOPEN: 'The database file could not be opened. Check that the var folder may be written to.',
};

/** What errors of rooms and of libraries may carry. */
interface Thrown {
  kind?: string;
  name?: string;
  code?: string;
  message?: string;
  driverError?: { code?: string };
}

/**
 * The one line and the exit code for whatever a command threw. Errors of rooms are known by their kind and name, not by
 * their class: opening a room for the sake of its error class would cost the quick commands their speed.
 */
export function complaintOf(error: unknown): Complaint {
  const { kind, name = '', message = String(error) } = error as Thrown;
  if (error instanceof BadUsage || BAD_INPUT.has(kind ?? name)) return { line: message, code: EXIT.badInput };
  return { line: kind === undefined ? faultOf(error as Thrown, message) : message, code: EXIT.failed };
}

function faultOf({ code, driverError }: Thrown, message: string): string {
  return UNREACHABLE[driverError?.code ?? code ?? ''] ?? `It failed: ${message.split('\n')[0]}`;
}
