import { faultCodeOf } from '@demarche/store';
import type { Problem } from './problem';

const AWAY = 'The database does not answer. Nothing you sent was saved; try again in a moment.';
const FULL = 'The disk of the database is full. Nothing you sent was saved.';
const DAMAGED = 'The database file is damaged. Nothing you sent was saved.';

/** Only faults that come before anything can have been kept: a line that breaks later may have saved what was sent. */
const DETAILS: Record<string, string> = {
  '57014':
    'The database took too long over this. Nothing you sent was saved; try again, or ask for less at once.',
  ECONNREFUSED: AWAY,
  ETIMEDOUT: AWAY,
  '57P03': AWAY,
  '53300': AWAY,
  '53100': FULL,
  SQLITE_FULL: FULL,
  SQLITE_CORRUPT: DAMAGED,
};

/** What to say when the database is at fault and it is certain that nothing was kept; null for anything else. */
export function databaseProblemOf(error: unknown): Problem | null {
  const detail = DETAILS[faultCodeOf(error)];
  return detail ? { status: 503, title: 'The database cannot do this now', detail } : null;
}
