import { type MigrationInterface, type QueryRunner, TableIndex } from 'typeorm';

const TABLE = 'auditEntries';
const BEFORE = [['subjectKind', 'subjectId'], ['actorId']];
/** Each way to narrow the trail ends in the entry's number, by which it is shown. */
const AFTER = [
  ['subjectId', 'seq'],
  ['actorId', 'seq'],
  ['action', 'seq'],
];

export class TrailLists0021 implements MigrationInterface {
  name = 'TrailLists1700000000021';

  up(runner: QueryRunner): Promise<void> {
    return replace(runner, BEFORE, AFTER);
  }

  down(runner: QueryRunner): Promise<void> {
    return replace(runner, AFTER, BEFORE);
  }
}

async function replace(runner: QueryRunner, before: string[][], after: string[][]): Promise<void> {
  const named = (columnNames: string[]) => {
    const name = runner.connection.namingStrategy.indexName(TABLE, columnNames);
    return new TableIndex({ name, columnNames });
  };
  for (const columns of before) await runner.dropIndex(TABLE, named(columns));
  for (const columns of after) await runner.createIndex(TABLE, named(columns));
}
