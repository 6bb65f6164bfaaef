import type { MigrationInterface, QueryRunner } from 'typeorm';
import { date, dropTables, flag, id, instant, json, makeTable, text, wholeNumber } from '../schema';

export class Deadlines0008 implements MigrationInterface {
  name = 'Deadlines1700000000008';

  async up(runner: QueryRunner): Promise<void> {
    await makeDeadlines(runner);
    await makeReminders(runner);
  }

  async down(runner: QueryRunner): Promise<void> {
    await dropTables(runner, ['reminders', 'deadlines']);
  }
}

async function makeDeadlines(runner: QueryRunner): Promise<void> {
  await makeTable(runner, {
    name: 'deadlines',
    columns: [
      id('id', { primary: true }),
      id('planId'),
      id('recommendationId', { nullable: true }),
      text('kind'),
      text('title'),
      date('statutoryOn'),
      date('effectiveOn'),
      json('reasons'),
      id('postId', { nullable: true }),
      id('ownerId'),
      date('metOn', { nullable: true }),
      id('metBy', { nullable: true }),
      date('waivedOn', { nullable: true }),
      text('waiveReason', { nullable: true }),
      wholeNumber('version'),
      instant('createdAt'),
    ],
    references: {
      planId: 'plans',
      recommendationId: 'recommendations',
      postId: 'posts',
      ownerId: 'users',
      metBy: 'efforts',
    },
    indices: [['planId'], ['recommendationId'], ['effectiveOn'], ['postId'], ['ownerId']],
  });
}

async function makeReminders(runner: QueryRunner): Promise<void> {
  await makeTable(runner, {
    name: 'reminders',
    columns: [
      id('id', { primary: true }),
      id('deadlineId'),
      wholeNumber('deadlineVersion'),
      text('step'),
      id('recipientId'),
      text('role'),
      instant('dueAt'),
      text('state'),
      text('reason', { nullable: true }),
      text('token', { nullable: true }),
      instant('leaseUntil', { nullable: true }),
      wholeNumber('attempt'),
      text('messageId'),
      instant('firstTriedAt', { nullable: true }),
      instant('bodyHandedAt', { nullable: true }),
      flag('wasUnanswered'),
      instant('sentAt', { nullable: true }),
      text('response', { nullable: true }),
      instant('nextAt', { nullable: true }),
    ],
    references: { deadlineId: 'deadlines', recipientId: 'users' },
    unique: [['deadlineId', 'deadlineVersion', 'step', 'recipientId']],
    indices: [['recipientId'], ['state'], ['leaseUntil'], ['nextAt']],
  });
}
