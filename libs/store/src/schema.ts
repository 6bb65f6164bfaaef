import { type QueryRunner, Table, TableColumn, type TableColumnOptions, TableUnique } from 'typeorm';

/** A column of a migration: its name, and whether it may be empty or is the key. */
interface ColumnTraits {
  nullable?: boolean;
  primary?: boolean;
}

const kind =
  (type: 'text' | 'integer' | 'boolean') =>
  (name: string, traits: ColumnTraits = {}): TableColumnOptions => ({
    name,
    type,
    isPrimary: traits.primary ?? false,
    isNullable: traits.nullable ?? false,
  });

/** Migration twin of the id columns. */
export const id = kind('text');
/** Migration twin of the text column. */
export const text = kind('text');
/** Migration twin of the date column. */
export const date = kind('text');
/** Migration twin of the instant column. */
export const instant = kind('text');
/** Migration twin of the whole number column. */
export const wholeNumber = kind('integer');
/** Migration twin of the flag column. */
export const flag = kind('boolean');
/** Migration twin of the JSON column. */
export const json = kind('text');

/** A table as a migration states it; `references` maps a column to the table whose `id` it holds. */
interface TablePlan {
  name: string;
  columns: TableColumnOptions[];
  references?: Record<string, string>;
  unique?: string[][];
  indices?: string[][];
}

/**
 * Makes a table, its foreign keys, unique constraints and indices under TypeORM's own names, so that entities which
 * state the same (`@ForeignKey`, `@Unique`, `@Index`) show no drift on either database.
 */
export async function makeTable(runner: QueryRunner, plan: TablePlan): Promise<void> {
  const foreignKeys = Object.entries(plan.references ?? {}).map(([column, table]) => ({
    columnNames: [column],
    referencedTableName: table,
    referencedColumnNames: ['id'],
  }));
  await runner.createTable(
    new Table({
      name: plan.name,
      columns: plan.columns,
      foreignKeys,
      uniques: (plan.unique ?? []).map((columnNames) => ({ columnNames })),
      indices: (plan.indices ?? []).map((columnNames) => ({ columnNames })),
    }),
  );
}

/** A column that a later migration adds; `fill` gives the rows that are there a value, which an obligatory column needs. */
interface ColumnAdded {
  table: string;
  column: TableColumnOptions;
  fill?: (runner: QueryRunner) => Promise<void>;
}

/** Adds a column to a table that may hold rows: empty at first, then filled, then obligatory if it is to be so. */
export async function addFilledColumn(
  runner: QueryRunner,
  { table, column, fill }: ColumnAdded,
): Promise<void> {
  await runner.addColumn(table, new TableColumn({ ...column, isNullable: true }));
  await fill?.(runner);
  if (column.isNullable) return;
  await runner.changeColumn(table, column.name, new TableColumn(column));
}

/** Lets other columns be unique in a table than before, under TypeORM's own names. */
export async function replaceUnique(
  runner: QueryRunner,
  table: string,
  { before, after }: { before: string[]; after: string[] },
): Promise<void> {
  const named = (columnNames: string[]) => {
    const name = runner.connection.namingStrategy.uniqueConstraintName(table, columnNames);
    return new TableUnique({ name, columnNames });
  };
  await runner.dropUniqueConstraint(table, named(before));
  await runner.createUniqueConstraint(table, named(after));
}

/** Drops tables in the order given: those that refer to others first. */
export async function dropTables(runner: QueryRunner, names: string[]): Promise<void> {
  for (const name of names) await runner.dropTable(name);
}
