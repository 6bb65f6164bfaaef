import { getDataSourceToken } from '@nestjs/typeorm';
import type { DataSource } from 'typeorm';
import { ENTITIES } from '../../apps/web/src/web.rooms';
import { DATABASES } from '../support/database';
import { openRooms } from '../support/rooms';

describe.each(DATABASES)('the whole schema on %s', (kind) => {
  it('is the same by migrations as by entities, to the last index', async () => {
    const open = await openRooms({ kind, entities: ENTITIES });
    const writer = open.rooms.get<DataSource>(getDataSourceToken());
    const { upQueries } = await writer.driver.createSchemaBuilder().log();
    expect(upQueries.map(({ query }) => query)).toEqual([]);
    await open.close();
  });

  it('has a foreign key wherever a row names another room’s row', async () => {
    const open = await openRooms({ kind, entities: ENTITIES });
    const writer = open.rooms.get<DataSource>(getDataSourceToken());
    const named = ['planId', 'countryId', 'cycleId', 'postId', 'recommendationId', 'deadlineId', 'effortId'];
    const loose = writer.entityMetadatas.flatMap((entity) =>
      entity.columns
        .filter((column) => named.includes(column.propertyName))
        .filter((column) => !entity.foreignKeys.some((key) => key.columns.includes(column)))
        .map((column) => `${entity.tableName}.${column.propertyName}`),
    );
    expect(loose).toEqual([]);
    await open.close();
  });
});
