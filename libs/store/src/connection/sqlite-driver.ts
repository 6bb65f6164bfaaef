import * as sqlite3 from 'sqlite3';

/** How many statements a connection keeps prepared, each in as many copies as the driver has threads to run them. */
const MOST_STATEMENTS = 200;
const MOST_COPIES = 4;
/** A longer statement is a list of many ids, which hardly comes again. */
const LONGEST_STATEMENT = 4_000;
/** What may stay prepared: it is read or done to its end, so that between two uses it holds no lock. */
const PREPARABLE = /^(SELECT|INSERT|UPDATE|DELETE|BEGIN|COMMIT)\b(?!.*\bRETURNING\b)/s;

/** One statement's prepared copies that nobody uses at this moment, and how many there are with those in use. */
interface Prepared {
  idle: sqlite3.Statement[];
  copies: number;
  isKept: boolean;
}

/**
 * A connection that prepares a statement once it comes a second time: the driver itself would parse and plan it again,
 * with two more changes of thread, at every use. The statement used longest ago makes room for a new one.
 */
class PreparingDatabase extends sqlite3.Database {
  private readonly known = new Map<string, Prepared>();

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

  /** Runs the call on an idle copy; false where there is none, and the caller does it without. */
  private lend(sql: string, given: unknown[], verb: 'all' | 'run'): boolean {
    const callback = given.at(-1);
    const prepared = this.noted(sql);
    if (!prepared || typeof callback !== 'function') return false;
    const statement = prepared.idle.pop();
    if (!statement) {
      this.prepareCopy(sql, prepared);
      return false;
    }
    const giveBack = function (this: sqlite3.Statement, ...answer: unknown[]) {
      takeBack(prepared, statement);
      callback.apply(this, answer);
    };
    given.splice(-1, 1, giveBack);
    statement[verb](...(given as []));
    return true;
  }

  /** What is known of a statement that came before; the first use leaves no more than a note, since much comes once. */
  private noted(sql: string): Prepared | null {
    const prepared = this.known.get(sql);
    if (prepared) {
      this.known.delete(sql);
      this.known.set(sql, prepared);
      return prepared;
    }
    if (sql.length > LONGEST_STATEMENT || !PREPARABLE.test(sql)) return null;
    this.known.set(sql, { idle: [], copies: 0, isKept: true });
    const [oldest] = this.known.keys();
    if (this.known.size > MOST_STATEMENTS && oldest !== undefined) this.drop(oldest);
    return null;
  }

  private prepareCopy(sql: string, prepared: Prepared): void {
    if (prepared.copies === MOST_COPIES) return;
    prepared.copies += 1;
    const statement = this.prepare(sql, (error: Error | null) => {
      if (!error) takeBack(prepared, statement);
    });
  }

  private drop(sql: string): void {
    const prepared = this.known.get(sql);
    this.known.delete(sql);
    if (!prepared) return;
    prepared.isKept = false;
    for (const statement of prepared.idle.splice(0)) statement.finalize();
  }
}

/** A copy whose statement was dropped meanwhile has no place to go back to. */
function takeBack(prepared: Prepared, statement: sqlite3.Statement): void {
  if (prepared.isKept) prepared.idle.push(statement);
  else statement.finalize();
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
