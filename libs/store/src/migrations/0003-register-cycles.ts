import type { MigrationInterface, QueryRunner } from 'typeorm';
import { date, dropTables, id, makeTable, text, wholeNumber } from '../schema';

export class RegisterCycles0003 implements MigrationInterface {
  name = 'RegisterCycles1700000000003';

  async up(runner: QueryRunner): Promise<void> {
    await makeTable(runner, {
      name: 'cycles',
      columns: [id('id', { primary: true }), wholeNumber('reportYear'), text('name')],
      unique: [['reportYear']],
    });
    await makeTable(runner, {
      name: 'milestones',
      columns: [
        id('id', { primary: true }),
        id('cycleId'),
        text('kind'),
        text('nature'),
        date('on'),
        date('until', { nullable: true }),
        text('source'),
      ],
      references: { cycleId: 'cycles' },
      unique: [['cycleId', 'kind', 'nature']],
    });
    await makeTable(runner, {
      name: 'listings',
      columns: [
        id('id', { primary: true }),
        id('countryId'),
        wholeNumber('reportYear'),
        text('tier'),
        text('source'),
      ],
      references: { countryId: 'countries' },
      unique: [['countryId', 'reportYear']],
    });
  }

  async down(runner: QueryRunner): Promise<void> {
    await dropTables(runner, ['listings', 'milestones', 'cycles']);
  }
}
