import { DeadlineBoard, Deadlines, DeadlinesModule } from '@demarche/deadlines';
import { PlanDrafting } from '@demarche/plans';
import { getDataSourceToken } from '@nestjs/typeorm';
import type { DataSource } from 'typeorm';
import { ENTITIES } from '../../apps/web/src/web.rooms';
import { DeadlineSubjects0019 } from '../../libs/store/src/migrations/0019-deadline-subjects';
import { DATABASES } from '../support/database';
import { openStaffedRooms } from '../support/staff';

describe.each(DATABASES)('a database of before deadlines had subjects, on %s', (kind) => {
  it('knows afterwards that each belongs to its plan, with the plan’s country and cycle', async () => {
    const open = await openStaffedRooms({ kind, entities: ENTITIES, modules: [DeadlinesModule] });
    const { desk } = open.staff;
    const asked = { countryId: 'TJK', cycleId: '2009', placementReason: 'commitments' as const };
    const { id: planId } = await open.rooms.get(PlanDrafting).create(desk, asked);
    const kept = await open.rooms.get(Deadlines).setFromMilestones(desk, planId);

    const writer = open.rooms.get<DataSource>(getDataSourceToken());
    const runner = writer.createQueryRunner();
    await runner.beforeMigration();
    await new DeadlineSubjects0019().down(runner);
    const before = (await runner.query('SELECT "planId" FROM "deadlines"')) as unknown[];
    await new DeadlineSubjects0019().up(runner);
    await runner.afterMigration();
    await runner.release();

    expect(before).toEqual(kept.map(() => ({ planId })));
    const after = await open.rooms.get(DeadlineBoard).of(desk, planId);
    expect(after.map(({ deadline }) => ({ ...deadline, rule: deadline.kind }))).toEqual(
      expect.arrayContaining(kept),
    );
    expect(after[0]?.subject).toMatchObject({ kind: 'plan', id: planId, countryId: 'TJK', cycleId: '2009' });
    const { upQueries } = await writer.driver.createSchemaBuilder().log();
    expect(upQueries).toEqual([]);
    await open.close();
  });
});
