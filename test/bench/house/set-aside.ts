/** What an index is called, and the statement that makes it. */
export interface SetAside {
  name: string;
  sql: string;
}

type Ask = <T>(sql: string) => Promise<T[]>;

const OF_A_FILE = `SELECT "name", "sql" FROM sqlite_master WHERE "type" = 'index' AND "sql" IS NOT NULL`;
const OF_A_SERVER = `SELECT indexname AS "name", indexdef AS "sql" FROM pg_indexes WHERE schemaname = 'public'
  AND NOT EXISTS (SELECT 1 FROM pg_constraint WHERE conname = indexname)`;

/** Drops every index but the keys: a million rows are indexed in a fraction of the time once they all stand. */
export async function setIndexesAside(ask: Ask, isSqlite: boolean): Promise<SetAside[]> {
  const indexes = await ask<SetAside>(isSqlite ? OF_A_FILE : OF_A_SERVER);
  for (const { name } of indexes) await ask(`DROP INDEX "${name}"`);
  return indexes;
}

/** Makes them again. */
export async function bringIndexesBack(ask: Ask, indexes: readonly SetAside[]): Promise<void> {
  for (const { sql } of indexes) await ask(sql);
}
