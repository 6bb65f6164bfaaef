import type { EntityMetadata, ObjectLiteral } from 'typeorm';

/** A statement, and the values for its `?` in order. */
interface Statement {
  sql: string;
  values: unknown[];
}

/** SQLite takes 32,766 values in a statement, PostgreSQL twice as many. */
const MOST_VALUES = 30_000;

/** The statement as a database wants it: SQLite knows `?`, PostgreSQL counts its values. No literal may hold a `?`. */
export function numbered(sql: string, database: string): string {
  if (database !== 'postgres') return sql;
  let count = 0;
  return sql.replace(/\?/g, () => `$${(count += 1)}`);
}

/**
 * What inserts rows into an entity's table, in as few statements as the databases take. The library's own builder costs
 * several times what the statement does.
 */
export function insertionsOf(table: EntityMetadata, rows: ObjectLiteral[]): Statement[] {
  const { columns, tablePath } = table;
  const names = columns.map(({ databaseName }) => `"${databaseName}"`).join(', ');
  const places = `(${columns.map(() => '?').join(', ')})`;
  const rowsAtOnce = Math.floor(MOST_VALUES / columns.length);
  const statements: Statement[] = [];
  for (let from = 0; from < rows.length; from += rowsAtOnce) {
    const batch = rows.slice(from, from + rowsAtOnce);
    const all = batch.map(() => places).join(', ');
    const values = batch.flatMap((row) =>
      columns.map((column) => storedValue(table, column.propertyName, row)),
    );
    statements.push({ sql: `INSERT INTO "${tablePath}" (${names}) VALUES ${all}`, values });
  }
  return statements;
}

/** What a statement selects to have whole rows of an entity's table, under the entity's names; `alias` names the table. */
export function selectionOf({ columns }: EntityMetadata, alias: string): string {
  return columns
    .map(({ databaseName, propertyName }) => `${alias}."${databaseName}" AS "${propertyName}"`)
    .join(', ');
}

/** Turns raw rows into what entities hold: on SQLite flags come as numbers, on both databases JSON comes as text. */
export function asHeld<E extends ObjectLiteral>(table: EntityMetadata, rows: ObjectLiteral[]): E[] {
  const { driver } = table.connection;
  const coded = table.columns.filter(({ type }) => type === 'boolean' || type === 'simple-json');
  for (const row of rows)
    for (const column of coded)
      row[column.propertyName] = driver.prepareHydratedValue(row[column.propertyName], column);
  return rows as E[];
}

/** What changes the row that has this id and version, and counts the version on. */
export function versionedUpdateOf(
  table: EntityMetadata,
  { id, version, changes }: { id: string; version: number; changes: ObjectLiteral },
): Statement {
  const given = Object.keys(changes).filter((name) => changes[name] !== undefined && name !== 'version');
  const set = given.map((name) => `"${columnOf(table, name).databaseName}" = ?, `).join('');
  return {
    sql: `UPDATE "${table.tablePath}" SET ${set}"version" = ? WHERE "id" = ? AND "version" = ?`,
    values: [...given.map((name) => storedValue(table, name, changes)), version + 1, id, version],
  };
}

function columnOf(table: EntityMetadata, name: string) {
  const column = table.findColumnWithPropertyName(name);
  if (!column) throw new Error(`${table.name} has no column ${name}.`);
  return column;
}

/** A value as the driver keeps it: a flag as 0 or 1 on SQLite, JSON as text. */
function storedValue(table: EntityMetadata, name: string, row: ObjectLiteral): unknown {
  const value: unknown = row[name];
  if (value === undefined || value === null) return null;
  return table.connection.driver.preparePersistentValue(value, columnOf(table, name));
}
