import type { MigrationInterface, QueryRunner } from 'typeorm';
import { date, dropTables, flag, id, instant, json, makeTable, text, wholeNumber } from '../schema';

export class Progress0007 implements MigrationInterface {
  name = 'Progress1700000000007';

  async up(runner: QueryRunner): Promise<void> {
    await makeEfforts(runner);
    await makeStatistics(runner);
  }

  async down(runner: QueryRunner): Promise<void> {
    await dropTables(runner, ['statistics', 'effortRevisions', 'effortRecommendations', 'efforts']);
  }
}

async function makeEfforts(runner: QueryRunner): Promise<void> {
  await makeTable(runner, {
    name: 'efforts',
    columns: [
      id('id', { primary: true }),
      id('planId'),
      id('postId', { nullable: true }),
      date('happenedOn'),
      text('ranBy'),
      text('paidBy'),
      json('governmentGave'),
      text('role', { nullable: true }),
      text('actionKind', { nullable: true }),
      text('sourceKind', { nullable: true }),
      text('source', { nullable: true }),
      text('text'),
      text('marking'),
      wholeNumber('version'),
      id('recordedBy'),
      instant('recordedAt'),
    ],
    references: { planId: 'plans', postId: 'posts' },
    indices: [['planId', 'happenedOn']],
  });
  await makeTable(runner, {
    name: 'effortRecommendations',
    columns: [id('id', { primary: true }), id('effortId'), id('recommendationId'), flag('completes')],
    references: { effortId: 'efforts', recommendationId: 'recommendations' },
    unique: [['effortId', 'recommendationId']],
    indices: [['recommendationId']],
  });
  await makeTable(runner, {
    name: 'effortRevisions',
    columns: [
      id('id', { primary: true }),
      id('effortId'),
      wholeNumber('version'),
      json('wording'),
      id('replacedBy'),
      instant('replacedAt'),
    ],
    references: { effortId: 'efforts' },
    unique: [['effortId', 'version']],
  });
}

async function makeStatistics(runner: QueryRunner): Promise<void> {
  await makeTable(runner, {
    name: 'statistics',
    columns: [
      id('id', { primary: true }),
      id('planId'),
      id('postId', { nullable: true }),
      date('from'),
      date('until'),
      text('term'),
      text('category', { nullable: true }),
      text('basis'),
      text('evidence', { nullable: true }),
      wholeNumber('count'),
      text('unit'),
      text('article', { nullable: true }),
      text('source', { nullable: true }),
      id('recommendationId', { nullable: true }),
      wholeNumber('version'),
      id('recordedBy'),
      instant('recordedAt'),
    ],
    references: { planId: 'plans', postId: 'posts', recommendationId: 'recommendations' },
    indices: [['planId', 'from'], ['recommendationId']],
  });
}
