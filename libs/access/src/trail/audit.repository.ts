import { Store, UnitOfWork } from '@demarche/store';
import { Injectable } from '@nestjs/common';
import { type AuditFilter, ENTRY_COLUMNS, newestBy } from './audit-list';
import { POSTGRES_GUARDS, SQLITE_GUARDS } from './audit-guards';
import { hashOf } from './audit-chain';
import { AuditEntry, AuditHead } from './trail.entity';

/** What an entry says before it has its place in the chain. */
type AuditContent = Omit<AuditEntry, 'seq' | 'previousHash' | 'hash'>;

const HEAD = 'head';
const ROWS_A_SLICE = 200;
const SLICE = `SELECT ${ENTRY_COLUMNS} FROM "auditEntries" WHERE "seq" > ? AND "seq" <= ? ORDER BY "seq" LIMIT ?`;
/** Of the three conditions only the subject's is led by an index: it has the fewest entries. */
const KNOWN = `SELECT 1 AS "known" FROM "auditEntries" WHERE "subjectId" = ? AND ("action" || '') = ? AND ("actorId" || '') = ?
  AND "at" >= ? ORDER BY "seq" DESC LIMIT 1`;

type StoredEntry = Omit<AuditEntry, 'detail'> & { detail: string };

/** Reads and appends the audit trail. */
@Injectable()
export class AuditRepository {
  private hear: () => void = () => undefined;

  constructor(
    private readonly store: Store,
    private readonly units: UnitOfWork,
  ) {}

  /** Names the one who hears of every entry once it is kept. */
  onKept(hear: () => void): void {
    this.hear = hear;
  }

  /** Appends entries in their order; the head row's lock makes concurrent writers wait, so that numbers have no gaps. */
  async append(...contents: AuditContent[]): Promise<void> {
    if (contents.length === 0) return;
    const head = await this.lockHead();
    const entries: AuditEntry[] = [];
    for (const content of contents) {
      const { seq, hash: previousHash } = entries.at(-1) ?? head;
      const entry = { ...content, seq: seq + 1, previousHash };
      entries.push({ ...entry, hash: hashOf(entry) });
    }
    const { seq, hash } = entries.at(-1) ?? head;
    await this.store.add(AuditEntry, entries);
    await this.store.execute('UPDATE "auditHead" SET "seq" = ?, "hash" = ? WHERE "id" = ?', [
      seq,
      hash,
      HEAD,
    ]);
    this.units.current?.afterCommit(() => this.hear());
  }

  /** On SQLite the unit itself keeps every other writer out. */
  private async lockHead(): Promise<AuditHead> {
    const lock = this.store.writes.connection.options.type === 'postgres' ? ' FOR UPDATE' : '';
    const [head] = await this.store.rows<AuditHead>(
      `SELECT "seq", "hash" FROM "auditHead" WHERE "id" = ?${lock}`,
      [HEAD],
    );
    if (!head) throw new Error('The head of the audit trail is missing.');
    return head;
  }

  /** Where the chain says it ends; null only when somebody removed the row, which the migration makes. */
  head(): Promise<AuditHead | null> {
    return this.store.reads.findOneBy(AuditHead, { id: HEAD });
  }

  /**
   * The entries after one number and up to another, in order, in slices that take a few milliseconds each, so that
   * everybody else has a turn between them.
   */
  async *slices(after: number, upTo: number): AsyncGenerator<AuditEntry[]> {
    for (let last = after; last < upTo;) {
      const rows = await this.store.rows<StoredEntry>(SLICE, [last, upTo, ROWS_A_SLICE]);
      yield rows.map(entryOf);
      if (rows.length < ROWS_A_SLICE) return;
      last = rows.at(-1)?.seq ?? upTo;
    }
  }

  /** The highest number in the table; 0 when it is empty. */
  async lastSeq(): Promise<number> {
    return (await this.store.reads.maximum(AuditEntry, 'seq')) ?? 0;
  }

  /** What is missing of the guards by which the database refuses to change an entry. */
  async guardFaults(): Promise<string[]> {
    const { reads } = this.store;
    const guards = reads.connection.options.type === 'sqlite' ? SQLITE_GUARDS : POSTGRES_GUARDS;
    const found: { name: string; body: string }[] = await reads.query(guards.query);
    const standing = new Map(found.map(({ name, body }) => [name, body]));
    return guards.names
      .filter((name) => !guards.body.test(standing.get(name) ?? ''))
      .map((name) => `the database may let entries be changed: its guard ${name} is missing or altered`);
  }

  /** One entry by its number, or null. */
  at(seq: number): Promise<AuditEntry | null> {
    return this.store.reads.findOneBy(AuditEntry, { seq });
  }

  /** Whether an entry of this person, action and subject was written since an instant. */
  async isKnownSince(
    { subjectId, action, actorId }: Pick<AuditEntry, 'action' | 'actorId'> & { subjectId: string },
    since: string,
  ): Promise<boolean> {
    return (await this.store.rows(KNOWN, [subjectId, action, actorId, since])).length > 0;
  }

  /** Entries newest first. */
  async newest(filter: AuditFilter, limit: number): Promise<AuditEntry[]> {
    const { sql, values } = newestBy(filter, limit);
    return (await this.store.rows<StoredEntry>(sql, values)).map(entryOf);
  }
}

function entryOf(row: StoredEntry): AuditEntry {
  return { ...row, detail: detailIn(row.detail) };
}

/** A detail that is no JSON was not written by this house; it must be found, and not end the search. */
function detailIn(text: string): Record<string, unknown> {
  try {
    return JSON.parse(text) as Record<string, unknown>;
  } catch {
    return { unreadable: text };
  }
}
