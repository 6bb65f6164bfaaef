import { type MigrationInterface, type QueryRunner, TableForeignKey, TableIndex, TableUnique } from 'typeorm';
import { addFilledColumn, id, text } from '../schema';

const TABLE = 'deadlines';
const UNIQUE = ['subjectKind', 'subjectId', 'rule'];
const BEFORE = [['planId'], ['effectiveOn'], ['postId']];
const AFTER = [
  ['metOn', 'waivedOn', 'effectiveOn'],
  ['effectiveOn', 'id'],
  ['postId', 'effectiveOn'],
  ['cycleId', 'kind'],
  ['countryId'],
  ['metBy'],
];

/** A deadline belongs to a subject of any kind, with its country and cycle; what stands belongs to plans. */
export class DeadlineSubjects0019 implements MigrationInterface {
  name = 'DeadlineSubjects1700000000019';

  async up(runner: QueryRunner): Promise<void> {
    const filled = (column: ReturnType<typeof text>, value: string) =>
      addFilledColumn(runner, { table: TABLE, column, fill: fillWith(column.name, value) });
    await filled(text('subjectKind'), `'plan'`);
    await filled(id('subjectId'), `"planId"`);
    await filled(id('countryId'), ofPlan('countryId'));
    await filled(id('cycleId', { nullable: true }), ofPlan('cycleId'));
    await addFilledColumn(runner, { table: TABLE, column: text('rule', { nullable: true }) });
    await runner.createForeignKey(TABLE, foreignKey('countryId', 'countries'));
    await runner.createForeignKey(TABLE, foreignKey('cycleId', 'cycles'));
    await runner.createUniqueConstraint(TABLE, unique(runner));
    for (const columns of BEFORE) await runner.dropIndex(TABLE, index(runner, columns));
    await runner.dropForeignKey(TABLE, named(runner, 'planId', 'plans'));
    await runner.dropColumn(TABLE, 'planId');
    for (const columns of AFTER) await runner.createIndex(TABLE, index(runner, columns));
  }

  async down(runner: QueryRunner): Promise<void> {
    for (const columns of AFTER) await runner.dropIndex(TABLE, index(runner, columns));
    const fill = fillWith('planId', `"subjectId"`);
    await addFilledColumn(runner, { table: TABLE, column: id('planId'), fill });
    await runner.createForeignKey(TABLE, foreignKey('planId', 'plans'));
    for (const columns of BEFORE) await runner.createIndex(TABLE, index(runner, columns));
    await runner.dropUniqueConstraint(TABLE, unique(runner));
    await runner.dropForeignKey(TABLE, named(runner, 'cycleId', 'cycles'));
    await runner.dropForeignKey(TABLE, named(runner, 'countryId', 'countries'));
    for (const column of ['rule', 'cycleId', 'countryId', 'subjectId', 'subjectKind'])
      await runner.dropColumn(TABLE, column);
  }
}

const ofPlan = (column: string) => `(SELECT p."${column}" FROM "plans" p WHERE p."id" = "${TABLE}"."planId")`;

const fillWith = (column: string, value: string) => async (runner: QueryRunner) => {
  await runner.query(`UPDATE "${TABLE}" SET "${column}" = ${value}`);
};

const foreignKey = (column: string, table: string) =>
  new TableForeignKey({ columnNames: [column], referencedTableName: table, referencedColumnNames: ['id'] });

function named(runner: QueryRunner, column: string, table: string): TableForeignKey {
  const key = foreignKey(column, table);
  key.name = runner.connection.namingStrategy.foreignKeyName(TABLE, [column], table, ['id']);
  return key;
}

function index(runner: QueryRunner, columnNames: string[]): TableIndex {
  return new TableIndex({
    name: runner.connection.namingStrategy.indexName(TABLE, columnNames),
    columnNames,
  });
}

function unique(runner: QueryRunner): TableUnique {
  const name = runner.connection.namingStrategy.uniqueConstraintName(TABLE, UNIQUE);
  return new TableUnique({ name, columnNames: UNIQUE });
}
