import type { MigrationInterface, QueryRunner } from 'typeorm';
import { dropTables, id, instant, makeTable, text, wholeNumber } from '../schema';

export class Narratives0009 implements MigrationInterface {
  name = 'Narratives1700000000009';

  async up(runner: QueryRunner): Promise<void> {
    await makeTable(runner, {
      name: 'narratives',
      columns: [
        id('id', { primary: true }),
        id('planId'),
        text('scaleWord', { nullable: true }),
        wholeNumber('version'),
        id('chosenBy'),
        instant('chosenAt'),
      ],
      references: { planId: 'plans' },
      unique: [['planId']],
    });
  }

  async down(runner: QueryRunner): Promise<void> {
    await dropTables(runner, ['narratives']);
  }
}
