import type { MigrationInterface, QueryRunner } from 'typeorm';
import { dropTables, id, instant, json, makeTable, text, wholeNumber } from '../schema';

/** What a person chose for the header of a plan's cables. */
export class Papers0018 implements MigrationInterface {
  name = 'Papers1700000000018';

  async up(runner: QueryRunner): Promise<void> {
    await makeTable(runner, {
      name: 'cableHeaders',
      columns: [
        id('id', { primary: true }),
        id('planId'),
        text('precedence'),
        json('captions'),
        json('citedCables'),
        wholeNumber('version'),
        id('chosenBy'),
        instant('chosenAt'),
      ],
      references: { planId: 'plans' },
      unique: [['planId']],
    });
  }

  async down(runner: QueryRunner): Promise<void> {
    await dropTables(runner, ['cableHeaders']);
  }
}
