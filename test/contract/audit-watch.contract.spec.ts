import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { accessEntities, AccessModule, Actor, AuditWatch, Trail } from '@demarche/access';
import { registerEntities } from '@demarche/register';
import { getDataSourceToken } from '@nestjs/typeorm';
import type { DataSource } from 'typeorm';
import { type OpenRooms, openRooms } from '../support/rooms';

const OFFICER = new Actor({ userId: 'u1', name: 'An Officer', role: 'desk-officer', postIds: [] });
const DAY = 24 * 3_600_000;

describe('the watch over the trail', () => {
  let open: OpenRooms;
  let watch: AuditWatch;

  beforeEach(async () => {
    open = await openRooms({
      modules: [AccessModule],
      entities: [...accessEntities, ...registerEntities],
    });
    watch = open.rooms.get(AuditWatch);
  });
  afterEach(() => open.close());

  const events = async (count: number) => {
    for (let n = 0; n < count; n += 1)
      await open.rooms.get(Trail).witness(OFFICER, { action: 'paper.read', detail: { n } });
  };
  const forge = async (seq: number) => {
    const writer = open.rooms.get<DataSource>(getDataSourceToken());
    const [guard]: { sql: string }[] = await writer.query(
      `SELECT sql FROM sqlite_master WHERE name = 'auditEntriesNoUPDATE'`,
    );
    await writer.query('DROP TRIGGER "auditEntriesNoUPDATE"');
    await writer.query(`UPDATE "auditEntries" SET "action" = 'paper.forged' WHERE "seq" = ${seq}`);
    await writer.query(guard?.sql ?? '');
  };
  const anchors = () => {
    const file = join(open.database.settings.varFolder, 'audit-anchors.jsonl');
    return existsSync(file) ? readFileSync(file, 'utf8').trim().split('\n').length : 0;
  };

  it('reads everything where there is no anchor, and anchors it', async () => {
    await events(450);
    await watch.start();
    const { tail, whole } = await watch.standing({ fresh: false });
    expect([tail?.entries, tail?.since, tail?.fault]).toEqual([450, 0, null]);
    expect(whole).toEqual(tail);
    expect(anchors()).toBe(1);
  });

  it('reads no more than the end where an anchor stands, when the last look has grown old', async () => {
    await events(10);
    await watch.start();
    await events(5);
    expect((await watch.standing({ fresh: false })).tail?.entries).toBe(10);
    open.clock.advance(6 * 60_000);
    const { tail, whole } = await watch.standing({ fresh: false });
    expect([tail?.entries, tail?.since]).toEqual([15, 9]);
    expect([whole?.entries, whole?.since]).toEqual([10, 0]);
  });

  it('finds a change before the anchor when the whole is read, and keeps saying so whatever the end says', async () => {
    await events(10);
    await watch.start();
    await forge(3);
    open.clock.advance(6 * 60_000);
    expect((await watch.standing({ fresh: false })).tail?.fault).toBeNull();
    const found = await watch.standing({ fresh: true });
    expect(found.whole?.fault).toBe('entry 3 was changed after it was written');
    open.clock.advance(DAY);
    const later = await watch.standing({ fresh: false });
    expect(later.whole?.fault).toBe(found.whole?.fault);
    await events(1);
    expect(anchors()).toBe(1);
  });

  it('finds a detail that is no JSON, and reads on', async () => {
    await events(5);
    const writer = open.rooms.get<DataSource>(getDataSourceToken());
    await writer.query('DROP TRIGGER "auditEntriesNoUPDATE"');
    await writer.query(`UPDATE "auditEntries" SET "detail" = '{' WHERE "seq" = 2`);
    const { whole } = await watch.standing({ fresh: true });
    expect(whole?.findings).toEqual([
      'entry 2 was changed after it was written',
      expect.stringContaining('guard auditEntriesNoUPDATE is missing'),
    ]);
  });
});
