import { Invalid } from '@demarche/base';
import { Database, OPEN_READONLY } from 'sqlite3';
import type { DataSource } from 'typeorm';

/** Up to this size the check takes about a second, and a start may wait for it (REL-9). */
const QUICK_BYTES = 200 * 1_048_576;

/**
 * Checks the pages of an SQLite file before it serves anybody; a larger file is checked after the start instead. Throws
 * Invalid when it is damaged: what was kept, and what to do next.
 */
export async function refuseDamaged(writer: DataSource): Promise<void> {
  const [size]: { bytes: number }[] = await writer.query(
    'SELECT page_count * page_size AS bytes FROM pragma_page_count, pragma_page_size',
  );
  if ((size?.bytes ?? 0) > QUICK_BYTES) return;
  const [first]: { quick_check: string }[] = await writer.query('PRAGMA quick_check(1)');
  const finding = first?.quick_check ?? 'no answer';
  if (finding === 'ok') return;
  throw Invalid.because(
    'database',
    'damaged',
    `The database file ${String(writer.options.database)} is damaged (${finding.split('\n').at(-1)}). Nothing was changed and the file was left as it is: copy it to a safe place, put the latest copy from your backup in its place, remove the files beside it that end in -wal and -shm, and start again.`,
  );
}

/** Reads the whole file, indexes against rows, on a connection of its own; the first finding, or null when it is whole. */
export function damageIn(file: string): Promise<string | null> {
  return new Promise((resolve) => {
    const database: Database = new Database(file, OPEN_READONLY, (error) => {
      if (error) return resolve(error.message);
      database.get('PRAGMA integrity_check(1)', (fault: Error | null, row?: { integrity_check: string }) => {
        const finding = fault?.message ?? row?.integrity_check ?? 'no answer';
        database.close(() => resolve(finding === 'ok' ? null : finding));
      });
    });
  });
}
