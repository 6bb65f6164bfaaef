import { Inject, Injectable } from '@nestjs/common';
import type { DataSource, EntityManager, EntityTarget, ObjectLiteral } from 'typeorm';
import { UnitOfWork } from '../units/unit-of-work.service';
import { asHeld, insertionsOf, numbered, selectionOf } from './plain-sql';
import { READER } from './writer';

/** What repositories hold: reading anywhere, writing only inside a unit of work. */
@Injectable()
export class Store {
  constructor(
    @Inject(READER) private readonly reader: DataSource,
    private readonly units: UnitOfWork,
  ) {}

  /** For reading: the running unit's own view, or else a connection that the database itself keeps read-only. */
  get reads(): EntityManager {
    return this.units.current?.manager ?? this.reader.manager;
  }

  /** For writing; throws when no unit of work is running. */
  get writes(): EntityManager {
    const unit = this.units.current;
    if (!unit) throw new Error('A write outside a unit of work was refused.');
    return unit.manager;
  }

  /** Inserts whole rows, only inside a unit of work. What a row leaves out stays empty. */
  async add<E extends ObjectLiteral>(entity: EntityTarget<E>, rows: E | E[]): Promise<void> {
    const { writes } = this;
    const table = writes.connection.getMetadata(entity);
    for (const { sql, values } of insertionsOf(table, [rows].flat())) await this.execute(sql, values);
  }

  /**
   * The rows that a statement selects, as the driver gives them: flags and JSON are numbers and text on SQLite. Each
   * `?` stands for a value, on both databases. For what is asked often or of many rows; entities cost more.
   */
  rows<R extends object>(sql: string, values: unknown[] = []): Promise<R[]> {
    const { reads } = this;
    return reads.query(numbered(sql, reads.connection.options.type), values);
  }

  /**
   * Whole rows of an entity's table as the entity holds them, without the library's builder, which costs more than the
   * statement. `rest` begins with WHERE or ORDER BY; the table is known there as `t`. Each `?` stands for a value.
   */
  async whole<E extends ObjectLiteral>(
    entity: EntityTarget<E>,
    rest: string,
    values: unknown[] = [],
  ): Promise<E[]> {
    const table = this.reads.connection.getMetadata(entity);
    const sql = `SELECT ${selectionOf(table, 't')} FROM "${table.tablePath}" t ${rest}`;
    return asHeld<E>(table, await this.rows(sql, values));
  }

  /** Runs a statement that writes, only inside a unit of work; how many rows it touched. Each `?` stands for a value. */
  async execute(sql: string, values: unknown[]): Promise<number> {
    const { connection, queryRunner } = this.writes;
    const outcome = await queryRunner?.query(numbered(sql, connection.options.type), values, true);
    return outcome?.affected ?? 0;
  }

  /** Milliseconds since 1970 by the clock of the database's machine; null for the embedded one, which has none. */
  async serverTime(): Promise<number | null> {
    if (this.reader.options.type !== 'postgres') return null;
    const asked = 'SELECT extract(epoch FROM clock_timestamp()) * 1000 AS milliseconds';
    const [row]: { milliseconds: string }[] = await this.reader.query(asked);
    return row === undefined ? null : Number(row.milliseconds);
  }

  /** Whether the database answers a reader at this moment; for health checks. */
  async answers(): Promise<boolean> {
    return this.reader.query('SELECT 1').then(
      () => true,
      () => false,
    );
  }
}
