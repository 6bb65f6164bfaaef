import type { MigrationInterface, QueryRunner } from 'typeorm';
import { dropTables, id, makeTable, text } from '../schema';

export class Store0000 implements MigrationInterface {
  name = 'Store1700000000000';

  async up(runner: QueryRunner): Promise<void> {
    await makeTable(runner, { name: 'installation', columns: [id('id', { primary: true }), text('value')] });
  }

  async down(runner: QueryRunner): Promise<void> {
    await dropTables(runner, ['installation']);
  }
}
