import type { MigrationInterface, QueryRunner } from 'typeorm';
import { date, dropTables, flag, id, json, makeTable, text } from '../schema';

export class Register0001 implements MigrationInterface {
  name = 'Register1700000000001';

  async up(runner: QueryRunner): Promise<void> {
    await makeTable(runner, {
      name: 'countries',
      columns: [
        id('id', { primary: true }),
        text('iso2'),
        text('name'),
        text('adjective'),
        text('geographicTag'),
        text('bureau', { nullable: true }),
        flag('isRanked'),
      ],
      unique: [['geographicTag']],
    });
    await makeTable(runner, {
      name: 'posts',
      columns: [
        id('id', { primary: true }),
        text('city'),
        text('name'),
        text('kind'),
        id('countryId'),
        text('zone'),
        flag('isActive'),
      ],
      references: { countryId: 'countries' },
      indices: [['countryId']],
    });
    await makeTable(runner, {
      name: 'leadPosts',
      columns: [id('countryId', { primary: true }), id('postId')],
      references: { countryId: 'countries', postId: 'posts' },
      indices: [['postId']],
    });
    await makeTable(runner, {
      name: 'workWeeks',
      columns: [
        id('id', { primary: true }),
        id('postId'),
        date('from', { nullable: true }),
        json('weekend'),
        text('source'),
      ],
      references: { postId: 'posts' },
      unique: [['postId', 'from']],
    });
    await makeTable(runner, {
      name: 'hostHolidays',
      columns: [id('id', { primary: true }), id('postId'), date('on'), text('name'), text('source')],
      references: { postId: 'posts' },
      unique: [['postId', 'on']],
    });
  }

  async down(runner: QueryRunner): Promise<void> {
    await dropTables(runner, ['hostHolidays', 'workWeeks', 'leadPosts', 'posts', 'countries']);
  }
}
