import * as sqlite3 from 'sqlite3';

/** How many statements a connection keeps prepared, each in as many copies as the driver has threads to run them. */
const MOST_STATEMENTS = 200;
const MOST_COPIES = 4;
/** A longer statement is a list of many ids, which hardly comes again. */
const LONGEST_STATEMENT = 4_000;
/** What may stay prepared: it is read or done to its end, so that between two uses it holds no lock. */
const PREPARABLE = /^(SELECT|INSERT|UPDATE|DELETE|BEGIN|COMMIT)\b(?!.*\bRETURNING\b)/s;

/** A prepared statement; the driver lets calls that come while it is at work wait for their turn. */
interface Copy {
  statement: sqlite3.Statement;
  /** How many calls are at work or wait. */
  calls: number;
}

/** What is known of one statement: its copies that are ready, those ordered, and when it was last used, as a count. */
interface Prepared {
  ready: Copy[];
  ordered: number;
  usedAt: number;
}

/**
 * A connection that prepares a statement once it comes a second time: the driver itself would parse and plan it again,
 * with two more changes of thread, at every use. The statement used longest ago makes room for a new one.
 */
class PreparingDatabase extends sqlite3.Database {
  private readonly known = new Map<string, Prepared>();
  private uses = 0;

  override all(sql: string, ...given: unknown[]): this {
    return this.lend(sql, given, 'all') ? this : super.all(sql, ...(given as []));
  }

  override run(sql: string, ...given: unknown[]): this {
    return this.lend(sql, given, 'run') ? this : super.run(sql, ...(given as []));
  }

  override close(callback?: (error: Error | null) => void): void {
    for (const sql of this.known.keys()) this.drop(sql);
    super.close(callback);
  }

  /** Runs the call on the copy that has least to do; false where none is ready, and the caller does it without. */
  private lend(sql: string, given: unknown[], verb: 'all' | 'run'): boolean {
    const callback = given.at(-1);
    const prepared = this.noted(sql);
    if (!prepared || typeof callback !== 'function') return false;
    const copy = leastBusy(prepared.ready);
    if (!copy || copy.calls > 0) this.order(sql, prepared);
    if (!copy) return false;
    copy.calls += 1;
    given[given.length - 1] = function (this: sqlite3.Statement, ...answer: unknown[]) {
      copy.calls -= 1;
      callback.apply(this, answer);
    };
    copy.statement[verb](...(given as []));
    return true;
  }

  /** What is known of a statement that came before; the first use leaves no more than a note, since much comes once. */
  private noted(sql: string): Prepared | null {
    const prepared = this.known.get(sql);
    this.uses += 1;
    if (prepared) {
      prepared.usedAt = this.uses;
      return prepared;
    }
    if (sql.length > LONGEST_STATEMENT || !PREPARABLE.test(sql)) return null;
    this.known.set(sql, { ready: [], ordered: 0, usedAt: this.uses });
    if (this.known.size > MOST_STATEMENTS) this.dropOldest();
    return null;
  }

  /** Has one more copy prepared, up to as many as can be at work at once. */
  private order(sql: string, prepared: Prepared): void {
    if (prepared.ordered === MOST_COPIES) return;
    prepared.ordered += 1;
    const statement = this.prepare(sql, (error: Error | null) => {
      if (error) return;
      if (this.known.get(sql) === prepared) prepared.ready.push({ statement, calls: 0 });
      else statement.finalize();
    });
  }

  private dropOldest(): void {
    let oldest = '';
    let least = Infinity;
    for (const [sql, { usedAt }] of this.known) if (usedAt < least) [oldest, least] = [sql, usedAt];
    this.drop(oldest);
  }

  /** The driver finishes the calls that wait for a copy before it lets go of it. */
  private drop(sql: string): void {
    const prepared = this.known.get(sql);
    this.known.delete(sql);
    for (const { statement } of prepared?.ready ?? []) statement.finalize();
  }
}

function leastBusy(copies: readonly Copy[]): Copy | undefined {
  let [best] = copies;
  for (const copy of copies) if (best && copy.calls < best.calls) best = copy;
  return best;
}

/**
 * The SQLite driver as every data source is given it. `verbose()` does nothing: TypeORM calls it, and the driver would
 * then build an error with a stack at every statement, for the whole process and for good.
 */
export const QUIET_SQLITE = {
  ...sqlite3,
  Database: PreparingDatabase,
  verbose() {
    return this;
  },
};
