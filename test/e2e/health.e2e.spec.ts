import { closeSync, openSync, statSync, writeSync } from 'node:fs';
import { databaseFile, InstallationFact, IntegrityWatch, UnitOfWork } from '@demarche/store';
import { getDataSourceToken } from '@nestjs/typeorm';
import type { DataSource } from 'typeorm';
import { openTestWeb, type OpenWeb } from '../support/web';

const PAGE = 4_096;

describe('what a proxy is told of a damaged database file', () => {
  let web: OpenWeb;
  beforeAll(async () => (web = await openTestWeb()));
  afterAll(() => web.close());

  const ready = async () => {
    const { status, body } = await web.stranger().get('/health/ready');
    return [status, JSON.parse(body)] as const;
  };

  /** Waits for a moment in which nobody writes. */
  async function moveIntoFile(): Promise<void> {
    const writer = web.app.get<DataSource>(getDataSourceToken());
    for (let tries = 0; tries < 50; tries += 1) {
      const moved = writer.query('PRAGMA wal_checkpoint(TRUNCATE)').then(
        () => true,
        () => false,
      );
      if (await moved) return;
      await new Promise((resolve) => setTimeout(resolve, 20));
    }
    throw new Error('Somebody is writing all the time.');
  }

  it('is ready while the file is whole, and is not from the reading that finds the damage', async () => {
    const watch = web.app.get(IntegrityWatch);
    const rows = Array.from({ length: 400 }, (_, row) => ({ id: `fact-${row}`, value: 'kept '.repeat(200) }));
    await web.app.get(UnitOfWork).run(({ manager }) => manager.insert(InstallationFact, rows));
    await moveIntoFile();
    await watch.read();
    expect(await ready()).toEqual([200, { status: 'ready' }]);
    spoil(databaseFile(web.database.settings));
    await watch.read();
    expect(await ready()).toEqual([503, { status: 'the database file is damaged' }]);
    expect((await web.stranger().get('/health/live')).status).toBe(200);
  });
});

/** Writes garbage over the last pages of a file, where the newest rows stand. */
function spoil(file: string): void {
  const handle = openSync(file, 'r+');
  const pages = statSync(file).size / PAGE;
  for (let page = pages - 20; page < pages; page += 1)
    writeSync(handle, Buffer.alloc(PAGE, 0xa5), 0, PAGE, page * PAGE);
  closeSync(handle);
}
