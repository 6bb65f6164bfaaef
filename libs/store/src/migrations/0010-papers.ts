import type { MigrationInterface, QueryRunner } from 'typeorm';
import { dropTables, id, instant, json, makeTable, text, wholeNumber } from '../schema';

export class Papers0010 implements MigrationInterface {
  name = 'Papers1700000000010';

  async up(runner: QueryRunner): Promise<void> {
    await makeTable(runner, {
      name: 'papers',
      columns: [
        id('id', { primary: true }),
        id('planId'),
        text('kind'),
        wholeNumber('number'),
        text('text'),
        text('textHash'),
        text('templateHash'),
        json('facts'),
        text('marking', { nullable: true }),
        instant('madeAt'),
        id('madeBy'),
      ],
      references: { planId: 'plans' },
      unique: [['planId', 'kind', 'number']],
    });
  }

  async down(runner: QueryRunner): Promise<void> {
    await dropTables(runner, ['papers']);
  }
}
