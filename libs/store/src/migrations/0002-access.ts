import type { MigrationInterface, QueryRunner } from 'typeorm';
import { dropTables, flag, id, instant, json, makeTable, text, wholeNumber } from '../schema';

export class Access0002 implements MigrationInterface {
  name = 'Access1700000000002';

  async up(runner: QueryRunner): Promise<void> {
    await makePeople(runner);
    await makeDoors(runner);
    await makeTrail(runner);
    await protectTrail(runner);
  }

  async down(runner: QueryRunner): Promise<void> {
    if (runner.connection.options.type === 'postgres') {
      await runner.query('DROP TRIGGER "auditEntriesKept" ON "auditEntries"');
      await runner.query('DROP TRIGGER "auditEntriesNeverEmptied" ON "auditEntries"');
      await runner.query('DROP FUNCTION "refuseAuditChange"()');
    }
    await dropTables(runner, ['auditHead', 'auditEntries', 'submissions', 'signInAttempts', 'apiTokens']);
    await dropTables(runner, ['signInLinks', 'sessions', 'userPosts', 'users']);
  }
}

async function makePeople(runner: QueryRunner): Promise<void> {
  await makeTable(runner, {
    name: 'users',
    columns: [
      id('id', { primary: true }),
      text('email'),
      text('name'),
      text('title'),
      text('role'),
      flag('isActive'),
      flag('isDemo'),
      text('passwordHash', { nullable: true }),
      instant('createdAt'),
    ],
    unique: [['email']],
  });
  await makeTable(runner, {
    name: 'userPosts',
    columns: [id('id', { primary: true }), id('userId'), id('postId')],
    references: { userId: 'users', postId: 'posts' },
    unique: [['userId', 'postId']],
    indices: [['postId']],
  });
}

async function makeDoors(runner: QueryRunner): Promise<void> {
  const owned = (name: string) => ({ name, references: { userId: 'users' }, indices: [['userId']] });
  await makeTable(runner, {
    ...owned('sessions'),
    columns: [
      id('id', { primary: true }),
      text('secretHash'),
      id('userId'),
      instant('openedAt'),
      instant('seenAt'),
    ],
    unique: [['secretHash']],
  });
  await makeTable(runner, {
    ...owned('signInLinks'),
    columns: [
      id('id', { primary: true }),
      text('secretHash'),
      id('userId'),
      instant('expiresAt'),
      instant('usedAt', { nullable: true }),
    ],
    unique: [['secretHash']],
  });
  await makeTable(runner, {
    ...owned('apiTokens'),
    columns: [
      id('id', { primary: true }),
      text('secretHash'),
      id('userId'),
      text('label'),
      instant('createdAt'),
      instant('expiresAt'),
      instant('revokedAt', { nullable: true }),
    ],
    unique: [['secretHash']],
  });
  await makeTable(runner, {
    name: 'signInAttempts',
    columns: [id('id', { primary: true }), text('subjectHash'), instant('at')],
    indices: [['subjectHash', 'at']],
  });
}

async function makeTrail(runner: QueryRunner): Promise<void> {
  await makeTable(runner, {
    name: 'submissions',
    columns: [
      id('id', { primary: true }),
      id('userId'),
      text('key'),
      text('action'),
      json('result', { nullable: true }),
      instant('at'),
    ],
    unique: [['userId', 'key', 'action']],
    indices: [['at']],
  });
  await makeTable(runner, {
    name: 'auditEntries',
    columns: [
      wholeNumber('seq', { primary: true }),
      instant('at'),
      id('actorId'),
      text('actorName'),
      text('action'),
      text('subjectKind', { nullable: true }),
      id('subjectId', { nullable: true }),
      json('detail'),
      text('previousHash'),
      text('hash'),
    ],
    indices: [['subjectKind', 'subjectId'], ['actorId']],
  });
  await makeTable(runner, {
    name: 'auditHead',
    columns: [id('id', { primary: true }), wholeNumber('seq'), text('hash')],
  });
  await runner.query(`INSERT INTO "auditHead" (id, seq, hash) VALUES ('head', 0, '${'0'.repeat(64)}')`);
}

/** What is written in the trail stays: the database itself refuses to change or remove an entry. */
async function protectTrail(runner: QueryRunner): Promise<void> {
  if (runner.connection.options.type === 'sqlite') {
    for (const verb of ['UPDATE', 'DELETE'])
      await runner.query(
        `CREATE TRIGGER "auditEntriesNo${verb}" BEFORE ${verb} ON "auditEntries" BEGIN SELECT RAISE(ABORT, 'audit entries are kept as they are'); END`,
      );
    return;
  }
  await runner.query(
    `CREATE FUNCTION "refuseAuditChange"() RETURNS trigger AS $$ BEGIN RAISE EXCEPTION 'audit entries are kept as they are'; END $$ LANGUAGE plpgsql`,
  );
  await runner.query(
    'CREATE TRIGGER "auditEntriesKept" BEFORE UPDATE OR DELETE ON "auditEntries" FOR EACH ROW EXECUTE FUNCTION "refuseAuditChange"()',
  );
  await runner.query(
    'CREATE TRIGGER "auditEntriesNeverEmptied" BEFORE TRUNCATE ON "auditEntries" FOR EACH STATEMENT EXECUTE FUNCTION "refuseAuditChange"()',
  );
}
