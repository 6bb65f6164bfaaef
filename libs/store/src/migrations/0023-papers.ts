import { type MigrationInterface, type QueryRunner, TableColumn } from 'typeorm';
import { json } from '../schema';

/** Headers that were chosen before have none of their own, and keep those that the plan's cables had. */
export class Papers0023 implements MigrationInterface {
  name = 'Papers1700000000023';

  async up(runner: QueryRunner): Promise<void> {
    await runner.addColumn('cableHeaders', new TableColumn(json('tags', { nullable: true })));
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.dropColumn('cableHeaders', 'tags');
  }
}
