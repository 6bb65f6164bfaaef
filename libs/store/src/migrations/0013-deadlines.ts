import { type MigrationInterface, type QueryRunner, TableColumn } from 'typeorm';
import { dropTables, flag, id, instant, json, makeTable, text, wholeNumber } from '../schema';

const NATURE = { name: 'nature', first: 'entered' };
const QUOTED = { name: 'isTitleQuoted', first: false };

/** A date says who set it, a title whether mails may quote it, and a change of a deadline is kept with its reason. */
export class Deadlines0013 implements MigrationInterface {
  name = 'Deadlines1700000000013';

  async up(runner: QueryRunner): Promise<void> {
    await addFilled(runner, text(NATURE.name), NATURE.first);
    // Titles of before were typed under the promise that no mail quotes them.
    await addFilled(runner, flag(QUOTED.name), QUOTED.first);
    await runner.manager
      .createQueryBuilder()
      .update('deadlines')
      .set({ nature: 'statutory' })
      .where(`"kind" = 'interim-assessment' AND "statutoryOn" LIKE '%-02-01'`)
      .execute();
    await makeTable(runner, {
      name: 'deadlineRevisions',
      columns: [
        id('id', { primary: true }),
        id('deadlineId'),
        wholeNumber('version'),
        text('change'),
        json('before'),
        text('reason', { nullable: true }),
        id('effortId', { nullable: true }),
        id('by'),
        instant('at'),
      ],
      references: { deadlineId: 'deadlines', effortId: 'efforts' },
      unique: [['deadlineId', 'version']],
      indices: [['effortId']],
    });
  }

  async down(runner: QueryRunner): Promise<void> {
    await dropTables(runner, ['deadlineRevisions']);
    for (const { name } of [NATURE, QUOTED]) await runner.dropColumn('deadlines', name);
  }
}

/** Adds a column that may not be empty: empty at first, filled, then closed. */
async function addFilled(
  runner: QueryRunner,
  column: ReturnType<typeof text>,
  value: string | boolean,
): Promise<void> {
  const open = new TableColumn({ ...column, isNullable: true });
  await runner.addColumn('deadlines', open);
  await runner.manager
    .createQueryBuilder()
    .update('deadlines')
    .set({ [column.name]: value })
    .execute();
  await runner.changeColumn('deadlines', open, new TableColumn({ ...column, isNullable: false }));
}
