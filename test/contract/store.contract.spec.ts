import { newId } from '@demarche/base';
import { Happenings, Installation, InstallationFact, MIGRATIONS, Store, UnitOfWork } from '@demarche/store';
import { getDataSourceToken } from '@nestjs/typeorm';
import type { DataSource } from 'typeorm';
import { DATABASES } from '../support/database';
import { type OpenRooms, openRooms } from '../support/rooms';

class Rung {
  constructor(readonly name: string) {}
}

describe.each(DATABASES)('the store on %s', (kind) => {
  let open: OpenRooms;
  let units: UnitOfWork;
  let store: Store;
  let installation: Installation;

  beforeEach(async () => {
    open = await openRooms({ kind });
    units = open.rooms.get(UnitOfWork);
    store = open.rooms.get(Store);
    installation = open.rooms.get(Installation);
  });
  afterEach(() => open.close());

  it('keeps exactly the 180 rows of 200 parallel units of which 20 roll back', async () => {
    const outcomes = await Promise.allSettled(
      Array.from({ length: 200 }, (_, index) =>
        units.run(async (unit) => {
          await unit.manager.insert(InstallationFact, { id: `row-${index}`, value: newId() });
          await new Promise((resolve) => setTimeout(resolve, index % 3));
          if (index % 10 === 0) throw new Error('rolled back');
        }),
      ),
    );
    expect(outcomes.filter((outcome) => outcome.status === 'rejected')).toHaveLength(20);
    expect(await store.reads.count(InstallationFact)).toBe(180);
    expect(await installation.fact('row-10')).toBeNull();
  });

  it('refuses a write outside a unit of work, on the store and on the reading connection itself', async () => {
    await expect(installation.keep('a', 'b')).rejects.toThrow('outside a unit of work');
    await expect(store.reads.insert(InstallationFact, { id: 'a', value: 'b' })).rejects.toThrow(
      /read-?only/i,
    );
    expect(await store.reads.count(InstallationFact)).toBe(0);
  });

  it('gives no unit to work that outlives its own', async () => {
    let late: Promise<void> | undefined;
    let goOn: () => void = () => undefined;
    const gate = new Promise<void>((resolve) => (goOn = resolve));
    await units.run(async () => {
      late = gate.then(() => installation.keep('late', 'x'));
      late.catch(() => undefined);
    });
    goOn();
    await expect(late).rejects.toThrow('outside a unit of work');
  });

  it('lets a unit inside a unit join it, so that a throw outside undoes both', async () => {
    const act = units.run(async () => {
      await units.run(() => installation.keep('inner', 'x'));
      throw new Error('later');
    });
    await expect(act).rejects.toThrow('later');
    expect(await installation.fact('inner')).toBeNull();
  });

  it('rolls the whole act back when a listener throws', async () => {
    open.rooms.get(Happenings).on(Rung, 7, async (event) => {
      await installation.keep(`heard-${event.name}`, 'x');
      throw new Error('listener fell');
    });
    const act = units.run(async (unit) => {
      await installation.keep('first', 'x');
      await unit.happened(new Rung('bell'));
    });
    await expect(act).rejects.toThrow('listener fell');
    expect(await store.reads.count(InstallationFact)).toBe(0);
  });

  it('hears listeners in floor order inside the unit, and refuses a second one on the same floor', async () => {
    const heard: number[] = [];
    const happenings = open.rooms.get(Happenings);
    happenings.on(Rung, 9, async () => void heard.push(9));
    happenings.on(Rung, 5, async () => void heard.push(5));
    expect(() => happenings.on(Rung, 5, async () => undefined)).toThrow('floor 5');
    await units.run((unit) => unit.happened(new Rung('bell')));
    expect(heard).toEqual([5, 9]);
  });

  it('runs work after the commit only when there was one, and survives its failure', async () => {
    const seen: (string | null)[] = [];
    await units.run(async (unit) => {
      await installation.keep('kept', 'yes');
      unit.afterCommit(() => {
        throw new Error('the queue is away');
      });
      unit.afterCommit(async () => void seen.push(await installation.fact('kept')));
    });
    await units
      .run(async (unit) => {
        unit.afterCommit(() => void seen.push('never'));
        throw new Error('no commit');
      })
      .catch(() => undefined);
    expect(seen).toEqual(['yes']);
  });

  it('lets exactly one of ten claimants win a conditional update', async () => {
    await units.run(() => installation.keep('claim', 'free'));
    const claims = await Promise.all(
      Array.from({ length: 10 }, (_, index) =>
        units.run((unit) =>
          unit.manager.update(InstallationFact, { id: 'claim', value: 'free' }, { value: `by-${index}` }),
        ),
      ),
    );
    expect(claims.filter((claim) => claim.affected === 1)).toHaveLength(1);
  });

  it('throws on a where clause with undefined instead of returning every row', async () => {
    await units.run(() => installation.keep('a', 'b'));
    const careless = { id: undefined } as unknown as { id: string };
    await expect(store.reads.findOneBy(InstallationFact, careless)).rejects.toThrow();
  });
});

describe.each(DATABASES)('the migrations on %s', (kind) => {
  it('go up, down and up again', async () => {
    const open = await openRooms({ kind });
    const writer = open.rooms.get<DataSource>(getDataSourceToken());
    for (let left = MIGRATIONS.length; left > 0; left -= 1) await writer.undoLastMigration();
    expect(await tablesOf(writer)).toEqual([]);
    expect(await writer.runMigrations()).toHaveLength(MIGRATIONS.length);
    await open.close();
  });

  it('refuse a database that a newer program has written, in one clear line', async () => {
    const open = await openRooms({ kind });
    const writer = open.rooms.get<DataSource>(getDataSourceToken());
    await writer.query(
      `INSERT INTO migrations (timestamp, name) VALUES (1900000000000, 'Future1900000000000')`,
    );
    const again = openRoomsOn(open);
    await expect(again).rejects.toThrow('newer Demarche');
    await open.close();
  });
});

async function openRoomsOn(open: OpenRooms): Promise<void> {
  const { BaseModule, createLogger } = await import('@demarche/base');
  const { StoreModule } = await import('@demarche/store');
  const { Test } = await import('@nestjs/testing');
  const { settings } = open.database;
  const parts = { settings, clock: open.clock, logger: createLogger(settings) };
  await Test.createTestingModule({
    imports: [BaseModule.forRoot(parts), StoreModule.forRoot({ entities: [], schema: 'migrate' })],
  }).compile();
}

async function tablesOf(writer: DataSource): Promise<string[]> {
  const names =
    writer.options.type === 'sqlite'
      ? `SELECT name FROM sqlite_master WHERE type = 'table'`
      : `SELECT tablename AS name FROM pg_tables WHERE schemaname = 'public'`;
  const rows: { name: string }[] = await writer.query(names);
  return rows.map((row) => row.name).filter((name) => name !== 'migrations' && !name.startsWith('sqlite_'));
}
