import type { MigrationInterface, QueryRunner } from 'typeorm';
import { dropTables, id, instant, makeTable, text } from '../schema';

export class Notices0004 implements MigrationInterface {
  name = 'Notices1700000000004';

  async up(runner: QueryRunner): Promise<void> {
    await makeTable(runner, {
      name: 'notices',
      columns: [
        id('id', { primary: true }),
        id('userId'),
        text('text'),
        text('link', { nullable: true }),
        instant('createdAt'),
        instant('readAt', { nullable: true }),
      ],
      references: { userId: 'users' },
      indices: [['userId', 'createdAt']],
    });
  }

  async down(runner: QueryRunner): Promise<void> {
    await dropTables(runner, ['notices']);
  }
}
