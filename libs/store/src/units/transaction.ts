import { MaybeSaved } from '@demarche/base';
import type { DataSource, QueryRunner } from 'typeorm';

/** An open transaction on the writer: its runner, and the two ways it ends. */
interface Transaction {
  runner: QueryRunner;
  commit(): Promise<void>;
  rollback(): Promise<void>;
}

/**
 * Opens a transaction in one statement. SQLite is told BEGIN IMMEDIATE: TypeORM's own BEGIN is deferred, and a read lock
 * that another process overtakes cannot be upgraded, whatever the busy timeout.
 */
export async function openTransaction(writer: DataSource): Promise<Transaction> {
  const isFile = writer.options.type === 'sqlite';
  const runner = writer.createQueryRunner();
  const end = async (word: 'COMMIT' | 'ROLLBACK') => {
    try {
      await runner.query(word);
    } finally {
      markOpen(runner, false);
    }
  };
  const rollback = async () => {
    await quietly(() => end('ROLLBACK'));
    if (!isFile) await quietly(() => runner.release());
  };
  const commit = async () => {
    await end('COMMIT').catch(isFile ? undoAndPassOn(runner) : tellWhetherKept);
    if (!isFile) await runner.release();
  };
  try {
    await runner.query(isFile ? 'BEGIN IMMEDIATE' : 'BEGIN ISOLATION LEVEL READ COMMITTED');
  } catch (error) {
    if (!isFile) await runner.release();
    throw error;
  }
  markOpen(runner, true);
  return { runner, commit, rollback };
}

/** Without this TypeORM would open a transaction of its own around each save. */
function markOpen(runner: QueryRunner, open: boolean): void {
  Object.assign(runner, { isTransactionActive: open, transactionDepth: open ? 1 : 0 });
}

/** A commit that failed, for example on a full disk, may leave the transaction open for the next writer. */
function undoAndPassOn(runner: QueryRunner) {
  return async (error: unknown): Promise<never> => {
    await quietly(() => runner.query('ROLLBACK'));
    throw error;
  };
}

/** A rollback after the connection is gone fails; the first error is the one to tell. */
async function quietly(act: () => Promise<unknown>): Promise<void> {
  await act().catch(() => undefined);
}

/** A server that refuses a COMMIT says so with a code of its own; these classes mean that it or the line went away. */
const GONE = ['08', '57'];

/** Throws MaybeSaved where the answer to a COMMIT was lost, and the server's own refusal otherwise. */
function tellWhetherKept(error: unknown): never {
  const { driverError } = error as { driverError?: { code?: unknown } };
  const code = String(driverError?.code ?? (error as { code?: unknown }).code ?? '');
  const isRefused = /^[0-9A-Z]{5}$/.test(code) && !GONE.includes(code.slice(0, 2));
  throw isRefused ? error : new MaybeSaved(error);
}
