import { PAPER_KINDS } from '@demarche/papers';
import { getDataSourceToken } from '@nestjs/typeorm';
import type { DataSource } from 'typeorm';
import { DATABASES } from '../support/database';
import { openPaperRooms, type PaperRooms, planWithRecommendations } from '../support/paper-rooms';

const AT_ONCE = 6;

describe.each(DATABASES)('papers on %s', (kind) => {
  let rooms: PaperRooms;
  let planId: string;

  beforeEach(async () => {
    rooms = await openPaperRooms({ kind });
    planId = await planWithRecommendations(rooms);
  });
  afterEach(() => rooms.close());

  it('are numbered without gaps also when several are made at the same moment', async () => {
    const { desk } = rooms.staff;
    const made = await Promise.all(
      Array.from({ length: AT_ONCE }, () => rooms.making.generate(desk, { planId, kind: 'talking-points' })),
    );
    expect(made.map(({ number }) => number).sort()).toEqual([1, 2, 3, 4, 5, 6]);
  });

  it('come back from the database as they were made', async () => {
    const { desk } = rooms.staff;
    for (const paper of PAPER_KINDS) {
      const { id } = await rooms.making.generate(desk, { planId, kind: paper });
      const { paper: kept, blocks } = await rooms.kept.open(rooms.staff.post, id);
      expect(kept).toMatchObject({ kind: paper, number: 1, facts: { country: { adjective: 'Tajik' } } });
      expect(kept.marking).toBe(paper === 'non-paper' ? null : 'SBU');
      expect(blocks.length).toBeGreaterThan(5);
    }
    expect(await rooms.kept.of(desk, planId)).toHaveLength(PAPER_KINDS.length);
  });

  it('show no drift between entities and migrations, on this floor and all below', async () => {
    const writer = rooms.rooms.get<DataSource>(getDataSourceToken());
    const known = writer.entityMetadatas.map(({ tableName }) => tableName);
    expect(known).toContain('papers');
    const { upQueries } = await writer.driver.createSchemaBuilder().log();
    const ours = upQueries.filter(({ query }) => known.some((table) => query.includes(`"${table}"`)));
    expect(ours.map(({ query }) => query)).toEqual([]);
  });
});
