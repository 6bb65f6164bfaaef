import { newId } from '@demarche/base';
import { type MigrationInterface, type QueryRunner, TableColumn } from 'typeorm';
import { dropTables, id, instant, json, makeTable, text, wholeNumber } from '../schema';

const WITHDRAWN = [
  instant('withdrawnAt', { nullable: true }),
  id('withdrawnBy', { nullable: true }),
  text('withdrawReason', { nullable: true }),
];

/** Entries can be withdrawn and restored, figures keep what they said, and dropping and restoring a recommendation are told among its wordings. */
const ADDED = {
  efforts: WITHDRAWN,
  effortRevisions: [text('reason', { nullable: true })],
  statistics: WITHDRAWN,
  recommendationRevisions: [text('change', { nullable: true })],
  plans: [id('placementConfirmedBy', { nullable: true })],
};

export class PlansProgress0015 implements MigrationInterface {
  name = 'PlansProgress1700000000015';

  async up(runner: QueryRunner): Promise<void> {
    for (const [table, columns] of Object.entries(ADDED))
      await runner.addColumns(
        table,
        columns.map((column) => new TableColumn(column)),
      );
    await makeTable(runner, {
      name: 'statisticRevisions',
      columns: [
        id('id', { primary: true }),
        id('statisticId'),
        wholeNumber('version'),
        json('wording'),
        id('replacedBy'),
        instant('replacedAt'),
        text('reason', { nullable: true }),
      ],
      references: { statisticId: 'statistics' },
      unique: [['statisticId', 'version']],
    });
    await tellOfDrops(runner);
  }

  async down(runner: QueryRunner): Promise<void> {
    await dropTables(runner, ['statisticRevisions']);
    await runner.query('DELETE FROM "recommendationRevisions" WHERE "change" IS NOT NULL');
    for (const [table, columns] of Object.entries(ADDED))
      for (const { name } of columns) await runner.dropColumn(table, name);
  }
}

interface Dropped {
  id: string;
  version: number;
  text: string;
  note: string | null;
  reason: string | null;
  at: string;
  by: string;
}

/** What was dropped before gets its place among the wordings too; the trail knows who did it and when. */
async function tellOfDrops(runner: QueryRunner): Promise<void> {
  const dropped = (await runner.query(
    `SELECT r."id" AS "id", r."version" AS "version", r."text" AS "text", r."note" AS "note",
            r."dropReason" AS "reason", e."at" AS "at", e."actorId" AS "by"
       FROM "recommendations" r
       JOIN "auditEntries" e ON e."action" = 'recommendation.drop' AND e."subjectId" = r."id"
      WHERE r."droppedOn" IS NOT NULL`,
  )) as Dropped[];
  for (const { id: recommendationId, ...told } of dropped)
    await runner.manager
      .createQueryBuilder()
      .insert()
      .into('recommendationRevisions', [
        'id',
        'recommendationId',
        'version',
        'text',
        'note',
        'at',
        'by',
        'reason',
        'change',
      ])
      .values({ id: newId(), recommendationId, ...told, change: 'dropped' })
      .execute();
}
