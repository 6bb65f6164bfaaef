import { localDateOf, WASHINGTON_ZONE } from '@demarche/base';
import type { MigrationInterface, QueryRunner } from 'typeorm';
import {
  addFilledColumn,
  date,
  dropTables,
  id,
  instant,
  makeTable,
  replaceUnique,
  text,
  wholeNumber,
} from '../schema';

const ONCE = ['userId', 'postId'];
const DATED = [...ONCE, 'startsOn'];

export class AccessPeople0012 implements MigrationInterface {
  name = 'AccessPeople1700000000012';

  async up(runner: QueryRunner): Promise<void> {
    await addFilledColumn(runner, { table: 'users', column: wholeNumber('version'), fill: setVersions });
    await addFilledColumn(runner, { table: 'userPosts', column: date('startsOn'), fill: setStarts });
    await addFilledColumn(runner, { table: 'userPosts', column: date('endedOn', { nullable: true }) });
    await replaceUnique(runner, 'userPosts', { before: ONCE, after: DATED });
    await dropTables(runner, ['signInAttempts']);
    await makeTable(runner, {
      name: 'signInWaits',
      columns: [
        id('id', { primary: true }),
        wholeNumber('failures'),
        instant('failedAt'),
        instant('waitUntil'),
      ],
    });
  }

  /** Only postings that still hold fit the older table, which knows a person at a post once. */
  async down(runner: QueryRunner): Promise<void> {
    await dropTables(runner, ['signInWaits']);
    await makeTable(runner, {
      name: 'signInAttempts',
      columns: [id('id', { primary: true }), text('subjectHash'), instant('at')],
      indices: [['subjectHash', 'at']],
    });
    await runner.query('DELETE FROM "userPosts" WHERE "endedOn" IS NOT NULL');
    await replaceUnique(runner, 'userPosts', { before: DATED, after: ONCE });
    await runner.dropColumn('userPosts', 'endedOn');
    await runner.dropColumn('userPosts', 'startsOn');
    await runner.dropColumn('users', 'version');
  }
}

async function setVersions(runner: QueryRunner): Promise<void> {
  await runner.query('UPDATE "users" SET "version" = 1');
}

/** People served at their posts from the day on which their account was opened: nothing earlier is known. */
async function setStarts(runner: QueryRunner): Promise<void> {
  const rows: { id: string; createdAt: string }[] = await runner.query(
    'SELECT p."id" AS "id", u."createdAt" AS "createdAt" FROM "userPosts" p JOIN "users" u ON u."id" = p."userId"',
  );
  for (const { id, createdAt } of rows) {
    const startsOn = localDateOf(createdAt, WASHINGTON_ZONE);
    await runner.manager
      .createQueryBuilder()
      .update('userPosts')
      .set({ startsOn })
      .where('"id" = :id', { id })
      .execute();
  }
}
