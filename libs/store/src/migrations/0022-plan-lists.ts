import { type MigrationInterface, type QueryRunner, TableIndex } from 'typeorm';

/** Plans are listed by cycle, newest first, and by title; what a report says is asked by its year. */
const ADDED = [
  { table: 'plans', columnNames: ['cycleId', 'title'] },
  { table: 'listings', columnNames: ['reportYear'] },
];

export class PlanLists0022 implements MigrationInterface {
  name = 'PlanLists1700000000022';

  async up(runner: QueryRunner): Promise<void> {
    for (const added of ADDED) await runner.createIndex(added.table, indexOf(runner, added));
  }

  async down(runner: QueryRunner): Promise<void> {
    for (const added of ADDED) await runner.dropIndex(added.table, indexOf(runner, added));
  }
}

function indexOf(runner: QueryRunner, { table, columnNames }: (typeof ADDED)[number]): TableIndex {
  const name = runner.connection.namingStrategy.indexName(table, columnNames);
  return new TableIndex({ name, columnNames });
}
