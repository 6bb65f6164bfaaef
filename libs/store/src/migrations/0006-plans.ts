import type { MigrationInterface, QueryRunner } from 'typeorm';
import { date, dropTables, id, instant, makeTable, text, wholeNumber } from '../schema';

export class Plans0006 implements MigrationInterface {
  name = 'Plans1700000000006';

  async up(runner: QueryRunner): Promise<void> {
    await makeTable(runner, {
      name: 'plans',
      columns: [
        id('id', { primary: true }),
        id('countryId'),
        id('cycleId'),
        id('postId', { nullable: true }),
        text('title'),
        text('placementReason'),
        text('instructedBy', { nullable: true }),
        text('marking'),
        wholeNumber('version'),
        instant('createdAt'),
        id('createdBy'),
      ],
      references: { countryId: 'countries', cycleId: 'cycles', postId: 'posts' },
      unique: [['countryId', 'cycleId']],
      indices: [['postId']],
    });
    await makeTable(runner, {
      name: 'planSources',
      columns: [
        id('id', { primary: true }),
        id('planId'),
        text('cableNumber'),
        text('text'),
        instant('readAt'),
      ],
      references: { planId: 'plans' },
      unique: [['planId']],
    });
    await makeTable(runner, {
      name: 'recommendations',
      columns: [
        id('id', { primary: true }),
        id('planId'),
        id('lineageId'),
        wholeNumber('number'),
        text('priority'),
        text('pillar', { nullable: true }),
        text('text'),
        text('note', { nullable: true }),
        text('marking'),
        wholeNumber('version'),
        date('droppedOn', { nullable: true }),
        text('dropReason', { nullable: true }),
      ],
      references: { planId: 'plans' },
      indices: [['planId'], ['lineageId']],
    });
    await makeTable(runner, {
      name: 'recommendationRevisions',
      columns: [
        id('id', { primary: true }),
        id('recommendationId'),
        wholeNumber('version'),
        text('text'),
        text('note', { nullable: true }),
        instant('at'),
        id('by'),
        text('reason', { nullable: true }),
      ],
      references: { recommendationId: 'recommendations' },
      unique: [['recommendationId', 'version']],
    });
  }

  async down(runner: QueryRunner): Promise<void> {
    await dropTables(runner, ['recommendationRevisions', 'recommendations', 'planSources', 'plans']);
  }
}
