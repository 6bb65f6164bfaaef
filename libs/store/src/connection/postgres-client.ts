import type { Socket } from 'node:net';
import { Client, type QueryResult } from 'pg';

/** How many statements a connection keeps prepared on the server. */
const MOST_STATEMENTS = 200;
/** A longer statement is a list of many ids, which hardly comes again. */
const LONGEST_STATEMENT = 4_000;
/** What the library says when `query_timeout` has passed. */
const READ_TIMEOUT = 'Query read timeout';
const PREPARABLE = /^(SELECT|INSERT|UPDATE|DELETE)\b/;

type Query = (asked: unknown, ...given: unknown[]) => Promise<QueryResult>;

/**
 * A connection that names a statement once it comes a second time: the server then keeps it parsed, and plans it anew
 * only while that pays. The library does both at every use of a statement without a name.
 */
export class PreparingClient extends Client {
  private readonly names = new Map<string, string>();
  private noted = new Set<string>();

  override query: typeof Client.prototype.query = ((asked: unknown, ...given: unknown[]) => {
    const query = super.query.bind(this) as Query;
    const [values, ...others] = given;
    const name = typeof asked === 'string' && Array.isArray(values) ? this.nameFor(asked) : null;
    const answer = name === null ? query(asked, ...given) : query({ name, text: asked, values }, ...others);
    return answer instanceof Promise ? answer.catch((error: unknown) => this.giveUp(error)) : answer;
  }) as Query as typeof Client.prototype.query;

  /** Behind an answer that never came, later ones would wait as well: the line is cut, and the pool opens another. */
  private giveUp(error: unknown): never {
    if (error instanceof Error && error.message === READ_TIMEOUT)
      (this as unknown as { connection: { stream: Socket } }).connection.stream.destroy();
    throw error;
  }

  /** The name of a statement from its second use on; the first leaves no more than a note, since much comes once. */
  private nameFor(text: string): string | null {
    const known = this.names.get(text);
    if (known !== undefined) return known;
    if (this.names.size === MOST_STATEMENTS || text.length > LONGEST_STATEMENT || !PREPARABLE.test(text))
      return null;
    if (this.noted.delete(text)) {
      const name = `demarche_${this.names.size + 1}`;
      this.names.set(text, name);
      return name;
    }
    if (this.noted.size === MOST_STATEMENTS) this.noted = new Set();
    this.noted.add(text);
    return null;
  }
}
