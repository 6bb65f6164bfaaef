import { faultCodeOf, InstallationFact, mayPass, Store, UnitOfWork, writerOptions } from '@demarche/store';
import { getDataSourceToken } from '@nestjs/typeorm';
import { DataSource, type DataSourceOptions } from 'typeorm';
import { type FreshDatabase, freshDatabase } from '../support/database';
import { openPostgresProxy, type PostgresProxy } from '../support/postgres-proxy';
import { type OpenRooms, openRooms } from '../support/rooms';

const SHORT = 300;

/** Opens a connection whose patience is short enough for a test; all else is as the house opens it. */
function impatient(options: DataSourceOptions): DataSource {
  const extra = { ...(options.extra as object), connectionTimeoutMillis: SHORT, query_timeout: SHORT };
  return new DataSource({ ...options, extra } as DataSourceOptions);
}

async function timeOf(work: Promise<unknown>): Promise<{ error: unknown; milliseconds: number }> {
  const from = performance.now();
  const error: unknown = await work.then(
    () => null,
    (fault: unknown) => fault,
  );
  return { error, milliseconds: performance.now() - from };
}

describe('how long anybody waits for PostgreSQL', () => {
  describe('while it answers', () => {
    let open: OpenRooms;
    beforeAll(async () => (open = await openRooms({ kind: 'postgres' })));
    afterAll(() => open.close());

    it.each([
      ['the writer', getDataSourceToken(), '1min'],
      ['the reader', getDataSourceToken('reader'), '0'],
    ])('gives %s half a minute a statement', async (_name, token, idle) => {
      const source = open.rooms.get<DataSource>(token);
      expect(await source.query('SHOW statement_timeout')).toEqual([{ statement_timeout: '30s' }]);
      expect(await source.query('SHOW idle_in_transaction_session_timeout')).toEqual([
        { idle_in_transaction_session_timeout: idle },
      ]);
      expect(source.options.extra).toMatchObject({ connectionTimeoutMillis: 10_000, query_timeout: 45_000 });
    });

    it('rolls a unit back whose statement took too long, and goes on', async () => {
      const units = open.rooms.get(UnitOfWork);
      const slow = units.run(async ({ manager }) => {
        await manager.insert(InstallationFact, { id: 'slow', value: 'x' });
        await manager.query('SET LOCAL statement_timeout = 100');
        await manager.query('SELECT pg_sleep(5)');
      });
      expect(faultCodeOf((await timeOf(slow)).error)).toBe('57014');
      await units.run(({ manager }) => manager.insert(InstallationFact, { id: 'quick', value: 'x' }));
      const facts = await open.rooms.get(Store).reads.find(InstallationFact);
      expect(facts.map(({ id }) => id).filter((id) => id === 'slow' || id === 'quick')).toEqual(['quick']);
    });
  });

  describe('while it says nothing', () => {
    const direct = process.env.DATABASE_URL ?? '';
    let proxy: PostgresProxy;
    let database: FreshDatabase;

    beforeEach(async () => {
      proxy = await openPostgresProxy(direct);
      process.env.DATABASE_URL = proxy.url;
      database = await freshDatabase('postgres');
      process.env.DATABASE_URL = direct;
    });
    afterEach(() => proxy.close());

    it('gives a connection up in time, as a fault that may pass', async () => {
      proxy.silence();
      const source = impatient(writerOptions(database.settings, []));
      const { error, milliseconds } = await timeOf(source.initialize());
      expect([faultCodeOf(error), mayPass(error)]).toEqual(['ETIMEDOUT', true]);
      expect(milliseconds).toBeLessThan(10 * SHORT);
    });

    it('gives a statement up in time, and never uses its connection again', async () => {
      const source = await impatient(writerOptions(database.settings, [])).initialize();
      await source.query('SELECT 1');
      proxy.silence();
      const asked = await timeOf(source.query('SELECT 2'));
      expect(String(asked.error)).toContain('timeout');
      expect(asked.milliseconds).toBeLessThan(10 * SHORT);
      const pool = (source.driver as unknown as { master: { totalCount: number } }).master;
      for (let tries = 0; pool.totalCount > 0 && tries < 50; tries += 1)
        await new Promise((resolve) => setTimeout(resolve, 10));
      expect(pool.totalCount).toBe(0);
      await source.destroy();
    });
  });
});
