import type { DataSource, QueryRunner } from 'typeorm';
import { bringIndexesBack, setIndexesAside } from './set-aside';

/** A row by the names of its columns; objects and lists become JSON, what is missing becomes null. */
export type BulkRow = Record<string, unknown>;

/** SQLite takes 32,766 values a statement, PostgreSQL 65,535. */
const MOST_VALUES = 30_000;
const MOST_ROWS = 400;
const ROWS_A_FLUSH = 8_000;

/** Parents stand before their children, and are written before them. */
const ORDER = [
  'countries cycles posts leadPosts milestones listings users userPosts plans recommendations',
  'recommendationRevisions efforts effortRecommendations effortRevisions statistics deadlines deadlineRevisions',
  'reminders papers releases narratives notices auditEntries',
]
  .join(' ')
  .split(' ');

/** Writes many rows at once, past the house's services: only for houses that are generated. */
export class BulkWriter {
  private readonly waiting = new Map<string, BulkRow[]>();
  private readonly columns = new Map<string, string[]>();
  private count = 0;

  private constructor(
    private readonly runner: QueryRunner,
    private readonly isSqlite: boolean,
  ) {}

  /** Works on a connection of its own, and ends with everything written and kept, or with nothing of the last part. */
  static async within(source: DataSource, work: (writer: BulkWriter) => Promise<void>): Promise<void> {
    const runner = source.createQueryRunner();
    const writer = new BulkWriter(runner, source.options.type === 'sqlite');
    try {
      await writer.begin();
      const ask = <T>(sql: string) => writer.ask<T>(sql);
      const indexes = await setIndexesAside(ask, writer.isSqlite);
      await work(writer);
      await writer.flush();
      await bringIndexesBack(ask, indexes);
      await runner.query('COMMIT');
      if (writer.isSqlite) await runner.query('PRAGMA wal_checkpoint(TRUNCATE)');
      await runner.query('ANALYZE');
    } finally {
      await runner.release();
    }
  }

  add(table: string, ...rows: BulkRow[]): void {
    const known = this.waiting.get(table) ?? [];
    known.push(...rows);
    this.waiting.set(table, known);
    this.count += rows.length;
  }

  ask<T>(sql: string): Promise<T[]> {
    return this.runner.query(sql) as Promise<T[]>;
  }

  /** Writes what waits when it has become much, and keeps it. */
  async settle(): Promise<void> {
    if (this.count < ROWS_A_FLUSH) return;
    await this.flush();
    await this.runner.query('COMMIT');
    await this.runner.query(this.isSqlite ? 'BEGIN IMMEDIATE' : 'BEGIN');
  }

  async flush(): Promise<void> {
    for (const table of ORDER) await this.write(table, this.waiting.get(table) ?? []);
    const forgotten = [...this.waiting.keys()].filter((table) => !ORDER.includes(table));
    if (forgotten.length > 0) throw new Error(`No place in the order of tables: ${forgotten.join(', ')}.`);
    this.waiting.clear();
    this.count = 0;
  }

  private async begin(): Promise<void> {
    if (this.isSqlite) {
      await this.runner.query('PRAGMA synchronous = OFF');
      await this.runner.query('PRAGMA cache_size = -400000');
      await this.runner.query('PRAGMA foreign_keys = OFF');
    }
    await this.runner.query(this.isSqlite ? 'BEGIN IMMEDIATE' : 'BEGIN');
  }

  private async write(table: string, rows: BulkRow[]): Promise<void> {
    if (rows.length === 0) return;
    const columns = await this.columnsOf(table);
    const atOnce = Math.min(MOST_ROWS, Math.floor(MOST_VALUES / columns.length));
    for (let from = 0; from < rows.length; from += atOnce)
      await this.insert(table, columns, rows.slice(from, from + atOnce));
  }

  private async insert(table: string, columns: string[], rows: BulkRow[]): Promise<void> {
    let place = 0;
    const mark = () => (this.isSqlite ? '?' : `$${(place += 1)}`);
    const tuples = rows.map(() => `(${columns.map(mark).join(',')})`).join(',');
    const names = columns.map((name) => `"${name}"`).join(',');
    const values = rows.flatMap((row) => columns.map((name) => this.stored(row[name])));
    await this.runner.query(`INSERT INTO "${table}" (${names}) VALUES ${tuples}`, values);
  }

  private async columnsOf(table: string): Promise<string[]> {
    const known = this.columns.get(table);
    if (known) return known;
    const found = await this.runner.getTable(table);
    if (!found) throw new Error(`There is no table ${table}.`);
    const names = found.columns.map(({ name }) => name);
    this.columns.set(table, names);
    return names;
  }

  private stored(value: unknown): unknown {
    if (value === undefined || value === null) return null;
    if (typeof value === 'boolean') return this.isSqlite ? Number(value) : value;
    return typeof value === 'object' ? JSON.stringify(value) : value;
  }
}
