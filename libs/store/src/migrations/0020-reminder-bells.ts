import { type MigrationInterface, type QueryRunner, TableIndex } from 'typeorm';

const TABLE = 'reminders';
const BEFORE = [['state'], ['nextAt']];
/** What is due is found along its instant, and what nobody has a bell for yet along its state and its instant. */
const AFTER = [
  ['state', 'nextAt'],
  ['nextAt', 'id'],
];

export class ReminderBells0020 implements MigrationInterface {
  name = 'ReminderBells1700000000020';

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
