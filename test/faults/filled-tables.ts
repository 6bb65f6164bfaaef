import type { DataSource, Table, TableColumn } from 'typeorm';

const ROWS = 3;
const OWN = ['migrations'];
const TABLES: Record<string, string> = {
  sqlite: `SELECT name FROM sqlite_master WHERE type = 'table'`,
  postgres: `SELECT tablename AS name FROM pg_tables WHERE schemaname = 'public'`,
};

/** Puts rows into every table, each as simple as its columns and foreign keys allow, the same ones at every call. */
export async function fillTables(writer: DataSource): Promise<void> {
  for (const table of parentsFirst(await tablesOf(writer)))
    for (let row = 1; row <= ROWS; row += 1) {
      const values = Object.fromEntries(
        table.columns.map((column) => [column.name, valueOf(table, column, row)]),
      );
      await writer.createQueryBuilder().insert().into(nameOf(table)).values(values).execute();
    }
}

/** Everything that a database holds: which migrations were applied, its columns, and each row of each table. */
export async function picture(writer: DataSource) {
  const tables = await tablesOf(writer);
  const rows: Record<string, unknown> = {};
  for (const table of tables)
    rows[nameOf(table)] = sorted(await writer.query(`SELECT * FROM "${nameOf(table)}"`));
  const columns = tables.flatMap((table) =>
    table.columns.map(
      ({ name, type, isNullable }) => `${nameOf(table)}.${name} ${type} ${String(isNullable)}`,
    ),
  );
  const applied: { name: string }[] = await writer
    .query('SELECT name FROM migrations ORDER BY timestamp')
    .catch(() => []);
  return { applied: applied.map(({ name }) => name), columns: columns.sort(), rows };
}

/** How many rows each table holds. */
export async function rowCounts(writer: DataSource): Promise<Record<string, number>> {
  const counts: Record<string, number> = {};
  for (const table of await tablesOf(writer)) {
    const [row]: { rows: number | string }[] = await writer.query(
      `SELECT count(*) AS rows FROM "${nameOf(table)}"`,
    );
    counts[nameOf(table)] = Number(row?.rows ?? 0);
  }
  return counts;
}

async function tablesOf(writer: DataSource): Promise<Table[]> {
  const runner = writer.createQueryRunner();
  try {
    const names: { name: string }[] = await runner.query(TABLES[writer.options.type] ?? '');
    const own = names
      .map(({ name }) => name)
      .filter((name) => !OWN.includes(name) && !name.startsWith('sqlite_'));
    // Asked for no table by name, TypeORM would bring the server's own.
    return own.length === 0 ? [] : await runner.getTables(own);
  } finally {
    await runner.release();
  }
}

const nameOf = (table: Table): string => table.name.split('.').at(-1) ?? table.name;

function parentsFirst(tables: Table[]): Table[] {
  const placed: Table[] = [];
  const isPlaced = (name: string) => placed.some((table) => nameOf(table) === name);
  while (placed.length < tables.length) {
    const free = tables.filter((table) => !placed.includes(table) && parentsOf(table).every(isPlaced));
    if (free.length === 0) throw new Error('The tables name each other in a circle.');
    placed.push(...free);
  }
  return placed;
}

function parentsOf(table: Table): string[] {
  return table.foreignKeys
    .map(({ referencedTableName }) => referencedTableName.split('.').at(-1) ?? referencedTableName)
    .filter((name) => name !== nameOf(table));
}

function valueOf(table: Table, column: TableColumn, row: number): unknown {
  const key = table.foreignKeys.find(({ columnNames }) => columnNames.includes(column.name));
  if (key) return key.referencedTableName.endsWith(nameOf(table)) && column.isNullable ? null : `x${row}`;
  if (/int/.test(column.type)) return row;
  if (/bool/.test(column.type)) return false;
  return textOf(column.name, row);
}

function textOf(name: string, row: number): string {
  if (/At$|^at$/.test(name)) return `2026-01-0${row}T03:04:05.000Z`;
  return /On$/.test(name) ? `2026-01-0${row}` : `x${row}`;
}

function sorted(rows: unknown[]): string[] {
  return rows.map((row) => JSON.stringify(row)).sort();
}
