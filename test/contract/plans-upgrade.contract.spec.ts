import { getDataSourceToken } from '@nestjs/typeorm';
import type { DataSource } from 'typeorm';
import { ENTITIES } from '../../apps/web/src/web.rooms';
import { PlanDrafting, PlanReading, PlansModule, Recommendations } from '@demarche/plans';
import { PlansProgress0015 } from '../../libs/store/src/migrations/0015-plans-progress';
import { DATABASES } from '../support/database';
import { openStaffedRooms } from '../support/staff';

describe.each(DATABASES)('a database of before drops could be taken back, on %s', (kind) => {
  it('tells afterwards who dropped a recommendation, when and why', async () => {
    const open = await openStaffedRooms({ kind, entities: ENTITIES, modules: [PlansModule] });
    const { desk } = open.staff;
    const asked = { countryId: 'TJK', cycleId: '2009', placementReason: 'commitments' as const };
    const { id: planId } = await open.rooms.get(PlanDrafting).create(desk, asked);
    const recommendations = open.rooms.get(Recommendations);
    const { id } = await recommendations.add(desk, { planId, priority: 'high', text: 'Fund shelters.' });
    await recommendations.drop(desk, { id, version: 1, reason: 'Thought to be done.' });
    const [, told] = await open.rooms.get(PlanReading).revisions(desk, id);

    const runner = open.rooms.get<DataSource>(getDataSourceToken()).createQueryRunner();
    await runner.beforeMigration();
    await new PlansProgress0015().down(runner);
    await new PlansProgress0015().up(runner);
    await runner.afterMigration();
    await runner.release();

    const after = await open.rooms.get(PlanReading).revisions(desk, id);
    expect(after).toEqual([expect.anything(), { ...told, id: after[1]?.id }]);
    await recommendations.restore(desk, { id, version: 2, reason: 'Not done.' });
    await open.close();
  });
});
