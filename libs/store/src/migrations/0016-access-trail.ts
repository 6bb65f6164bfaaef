import { type MigrationInterface, type QueryRunner, TableColumn } from 'typeorm';
import { json, text } from '../schema';

/** What a form asked for stands beside its key; rows of the day before have neither, and count as the same. */
const COLUMNS = [text('digest', { nullable: true }), json('asked', { nullable: true })];

export class AccessTrail0016 implements MigrationInterface {
  name = 'AccessTrail1700000000016';

  async up(runner: QueryRunner): Promise<void> {
    await runner.addColumns(
      'submissions',
      COLUMNS.map((column) => new TableColumn(column)),
    );
  }

  async down(runner: QueryRunner): Promise<void> {
    for (const { name } of COLUMNS) await runner.dropColumn('submissions', name);
  }
}
