import type { MigrationInterface, QueryRunner } from 'typeorm';
import { dropTables, id, instant, makeTable, text } from '../schema';

export class Review0005 implements MigrationInterface {
  name = 'Review1700000000005';

  async up(runner: QueryRunner): Promise<void> {
    await makeTable(runner, {
      name: 'releases',
      columns: [
        id('id', { primary: true }),
        text('subjectKind'),
        id('subjectId'),
        text('textHash'),
        id('postId', { nullable: true }),
        text('title'),
        text('link', { nullable: true }),
        text('openSubject', { nullable: true }),
        id('proposedBy'),
        instant('proposedAt'),
        id('confirmedBy', { nullable: true }),
        instant('confirmedAt', { nullable: true }),
        id('refusedBy', { nullable: true }),
        instant('refusedAt', { nullable: true }),
        text('refuseReason', { nullable: true }),
        instant('lapsedAt', { nullable: true }),
      ],
      references: { postId: 'posts' },
      unique: [['openSubject']],
      indices: [['subjectKind', 'subjectId']],
    });
  }

  async down(runner: QueryRunner): Promise<void> {
    await dropTables(runner, ['releases']);
  }
}
