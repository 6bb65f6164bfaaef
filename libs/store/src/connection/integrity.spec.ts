import {
  closeSync,
  copyFileSync,
  existsSync,
  ftruncateSync,
  openSync,
  rmSync,
  statSync,
  writeSync,
} from 'node:fs';
import { DataSource } from 'typeorm';
import { type FreshDatabase, freshDatabase } from '../../../../test/support/database';
import { InstallationFact } from '../installation/installation.entity';
import { databaseFile, writerOptions } from './data-source';
import { damageIn, refuseDamaged } from './integrity';
import { startFaultOf } from './start-fault';

const PAGE = 4_096;

describe('the check of an SQLite file', () => {
  let database: FreshDatabase;
  let file: string;

  beforeAll(async () => {
    database = await freshDatabase('sqlite');
    file = databaseFile(database.settings);
    const writer = await new DataSource(writerOptions(database.settings, [InstallationFact])).initialize();
    await writer.runMigrations({ transaction: 'all' });
    const rows = Array.from({ length: 400 }, (_, row) => ({ id: `fact-${row}`, value: 'kept '.repeat(200) }));
    await writer.transaction((manager) => manager.insert(InstallationFact, rows));
    await writer.query('PRAGMA wal_checkpoint(TRUNCATE)');
    await writer.destroy();
    copyFileSync(file, `${file}.whole`);
  });
  afterAll(() => database.drop());
  beforeEach(() => {
    for (const beside of ['-wal', '-shm']) if (existsSync(file + beside)) rmSync(file + beside);
    copyFileSync(`${file}.whole`, file);
  });

  async function opened(): Promise<string> {
    const writer = new DataSource(writerOptions(database.settings, [InstallationFact]));
    try {
      await writer.initialize();
      await refuseDamaged(writer);
      return 'whole';
    } catch (error) {
      return startFaultOf(error);
    } finally {
      if (writer.isInitialized) await writer.destroy();
    }
  }

  it('finds nothing in a whole file', async () => {
    expect([await opened(), await damageIn(file)]).toEqual(['whole', null]);
  });

  const pages = Array.from({ length: 30 }, (_, trial) => trial + 1);
  it.each(pages)(
    'finds a page of garbage or zeros in the middle of the file: place %i of 30',
    async (trial) => {
      const last = statSync(file).size / PAGE - 1;
      overwrite(1 + Math.floor((trial * (last - 1)) / 31), Buffer.alloc(PAGE, trial % 3 === 0 ? 0 : 0xa5));
      expect(await opened()).toMatch(/damaged.*Nothing was changed.*backup/);
      expect(await damageIn(file)).not.toBeNull();
    },
  );

  it('finds a file that was cut off', async () => {
    const handle = openSync(file, 'r+');
    ftruncateSync(handle, PAGE * 20);
    closeSync(handle);
    expect(await opened()).toMatch(/damaged|not an SQLite database/);
  });

  function overwrite(page: number, bytes: Buffer): void {
    const handle = openSync(file, 'r+');
    writeSync(handle, bytes, 0, PAGE, page * PAGE);
    closeSync(handle);
  }
});
