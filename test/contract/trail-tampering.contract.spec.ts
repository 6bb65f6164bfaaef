import { appendFileSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { accessEntities, AccessModule, Actor, Audit, type AuditEntry, Trail } from '@demarche/access';
import { registerEntities } from '@demarche/register';
import { getDataSourceToken } from '@nestjs/typeorm';
import type { DataSource } from 'typeorm';
import { hashOf } from '../../libs/access/src/trail/audit-chain';
import { DATABASES, type DatabaseKind } from '../support/database';
import { type OpenRooms, openRooms } from '../support/rooms';

jest.setTimeout(240_000);

const OFFICER = new Actor({ userId: 'u1', name: 'An Officer', role: 'desk-officer', postIds: [] });
const ENTRIES = 45;
const ROUNDS = 100;

/** The trail as somebody with the rights of the database's owner may leave it: rows, head, and the anchor file. */
interface Held {
  rows: AuditEntry[];
  head: { seq: number; hash: string };
  file: string;
  kind: DatabaseKind;
}

/** A number from 0 up to, and without, the most. */
type Chooser = (most: number) => number;
type Tampering = [name: string, tamper: (held: Held, pick: Chooser) => Partial<Held> & { sql?: string }];

const rechained = (rows: AuditEntry[], from: number): Held['rows'] => {
  const whole: AuditEntry[] = [];
  for (const [index, row] of rows.entries()) {
    const before = whole.at(-1);
    const next = { ...row, seq: index + 1, previousHash: before?.hash ?? '0'.repeat(64) };
    whole.push(index < from ? row : { ...next, hash: hashOf(withoutHash(next)) });
  }
  return whole;
};

function withoutHash({ hash: _hash, ...content }: AuditEntry): Omit<AuditEntry, 'hash'> {
  return content;
}

const headOf = (rows: AuditEntry[]) => ({ seq: rows.length, hash: rows.at(-1)?.hash ?? '' });
const changed = (rows: AuditEntry[], at: number, changes: Partial<AuditEntry>) =>
  rows.map((row, index) => (index === at ? { ...row, ...changes } : row));
const linesOf = (file: string) => file.split('\n').filter(Boolean);
const fileOf = (lines: string[]) => (lines.length > 0 ? `${lines.join('\n')}\n` : '');

/** Every way to tamper; each must be found by itself, with the guards of the table back in their place. */
const TAMPERINGS: Tampering[] = [
  [
    'an action updated',
    ({ rows }, pick) => ({ rows: changed(rows, pick(ENTRIES), { action: 'paper.forged' }) }),
  ],
  [
    'a name updated',
    ({ rows }, pick) => ({ rows: changed(rows, pick(ENTRIES), { actorName: 'Somebody Else' }) }),
  ],
  ['a detail updated', ({ rows }, pick) => ({ rows: changed(rows, pick(ENTRIES), { detail: { n: -1 } }) })],
  [
    'a time updated',
    ({ rows }, pick) => ({ rows: changed(rows, pick(ENTRIES), { at: '2001-01-01T00:00:00.000Z' }) }),
  ],
  ['a hash updated', ({ rows }, pick) => ({ rows: changed(rows, pick(ENTRIES), { hash: 'f'.repeat(64) }) })],
  ['an entry deleted', ({ rows }, pick) => ({ rows: rows.toSpliced(pick(ENTRIES - 1), 1) })],
  [
    'an entry deleted and the rest chained anew',
    ({ rows }, pick) => {
      const at = pick(ENTRIES - 1);
      const whole = rechained(rows.toSpliced(at, 1), at);
      return { rows: whole, head: headOf(whole) };
    },
  ],
  [
    'an entry inserted and the rest chained anew',
    ({ rows }, pick) => {
      const at = pick(ENTRIES);
      const whole = rechained(
        rows.toSpliced(at, 0, { ...(rows[at] as AuditEntry), action: 'plan.forged' }),
        at,
      );
      return { rows: whole, head: headOf(whole) };
    },
  ],
  [
    'an entry added behind the head',
    ({ rows }) => ({
      rows: rechained([...rows, { ...(rows[0] as AuditEntry), action: 'plan.forged' }], ENTRIES),
    }),
  ],
  [
    'two entries swapped',
    ({ rows }, pick) => {
      const at = pick(ENTRIES - 1);
      const [one, two] = [rows[at] as AuditEntry, rows[at + 1] as AuditEntry];
      return { rows: rows.toSpliced(at, 2, { ...two, seq: one.seq }, { ...one, seq: two.seq }) };
    },
  ],
  ['a tail cut', ({ rows }, pick) => ({ rows: rows.slice(0, pick(ENTRIES)) })],
  [
    'a tail cut and the head put back',
    ({ rows }, pick) => {
      const whole = rows.slice(0, 1 + pick(ENTRIES - 1));
      return { rows: whole, head: headOf(whole) };
    },
  ],
  [
    'a tail rewritten',
    ({ rows }, pick) => {
      const at = pick(ENTRIES);
      const whole = rechained(changed(rows, at, { action: 'plan.forged' }), at);
      return { rows: whole, head: headOf(whole) };
    },
  ],
  [
    'the whole chain rewritten',
    ({ rows }) => {
      const whole = rechained(
        rows.map((row) => ({ ...row, actorName: 'Nobody' })),
        0,
      );
      return { rows: whole, head: headOf(whole) };
    },
  ],
  ['the whole trail emptied', () => ({ rows: [], head: { seq: 0, hash: '0'.repeat(64) } })],
  ['a head changed', ({ head }, pick) => ({ head: { seq: head.seq + 1 + pick(9), hash: head.hash } })],
  [
    'an anchor edited',
    ({ file }, pick) => {
      const lines = linesOf(file);
      const at = pick(lines.length);
      return {
        file: fileOf(
          lines.map((line, index) => (index === at ? line.replace(/"hash":"../, '"hash":"00') : line)),
        ),
      };
    },
  ],
  [
    'an anchor torn after it was written',
    ({ file }, pick) => {
      const lines = linesOf(file);
      const at = pick(lines.length);
      return { file: fileOf(lines.map((line, index) => (index === at ? line.slice(0, 30) : line))) };
    },
  ],
  [
    'an anchor deleted',
    ({ file }, pick) => {
      const lines = linesOf(file);
      return { file: fileOf(lines.toSpliced(pick(lines.length), 1)) };
    },
  ],
  ['the last anchors deleted', ({ file }, pick) => ({ file: fileOf(linesOf(file).slice(0, pick(3))) })],
  ['every anchor deleted', () => ({ file: '' })],
  [
    'an anchor that replaces another of the same entry',
    ({ file }, pick) => {
      const lines = linesOf(file);
      const old = lines[pick(lines.length)] ?? '';
      return { file: fileOf([...lines, old.replace(/"hash":"[0-9a-f]+"/, `"hash":"${'a'.repeat(64)}"`)]) };
    },
  ],
  ['a guard dropped', ({ kind }, pick) => ({ sql: DROPPED[kind][pick(2)] ?? '' })],
  ['a guard narrowed', ({ kind }, pick) => ({ sql: NARROWED[kind][pick(2)] ?? '' })],
];

const DROPPED = {
  sqlite: ['DROP TRIGGER "auditEntriesNoUPDATE"', 'DROP TRIGGER "auditEntriesNoDELETE"'],
  postgres: [
    'DROP TRIGGER "auditEntriesKept" ON "auditEntries"',
    'ALTER TABLE "auditEntries" DISABLE TRIGGER "auditEntriesNeverEmptied"',
  ],
};
const NARROWED = {
  sqlite: [
    'DROP TRIGGER "auditEntriesNoUPDATE"; CREATE TRIGGER "auditEntriesNoUPDATE" BEFORE UPDATE ON "auditEntries" WHEN 0 BEGIN SELECT RAISE(ABORT, \'x\'); END',
    'DROP TRIGGER "auditEntriesNoDELETE"; CREATE TRIGGER "auditEntriesNoDELETE" BEFORE DELETE ON "auditEntries" BEGIN SELECT 1; END',
  ],
  postgres: [
    `CREATE OR REPLACE FUNCTION "refuseAuditChange"() RETURNS trigger AS $$ BEGIN RETURN NEW; END $$ LANGUAGE plpgsql`,
    'DROP TRIGGER "auditEntriesKept" ON "auditEntries"; CREATE TRIGGER "auditEntriesKept" BEFORE UPDATE OR DELETE ON "auditEntries" FOR EACH ROW WHEN (OLD.seq < 0) EXECUTE FUNCTION "refuseAuditChange"()',
  ],
};

const GUARDS = {
  sqlite: ['UPDATE', 'DELETE'].map(
    (verb) =>
      `CREATE TRIGGER "auditEntriesNo${verb}" BEFORE ${verb} ON "auditEntries" BEGIN SELECT RAISE(ABORT, 'audit entries are kept as they are'); END`,
  ),
  postgres: [
    `CREATE OR REPLACE FUNCTION "refuseAuditChange"() RETURNS trigger AS $$ BEGIN RAISE EXCEPTION 'audit entries are kept as they are'; END $$ LANGUAGE plpgsql`,
    'CREATE TRIGGER "auditEntriesKept" BEFORE UPDATE OR DELETE ON "auditEntries" FOR EACH ROW EXECUTE FUNCTION "refuseAuditChange"()',
    'CREATE TRIGGER "auditEntriesNeverEmptied" BEFORE TRUNCATE ON "auditEntries" FOR EACH STATEMENT EXECUTE FUNCTION "refuseAuditChange"()',
  ],
};
const UNGUARDED = {
  sqlite: ['auditEntriesNoUPDATE', 'auditEntriesNoDELETE'].map((name) => `DROP TRIGGER IF EXISTS "${name}"`),
  postgres: ['auditEntriesKept', 'auditEntriesNeverEmptied'].map(
    (name) => `DROP TRIGGER IF EXISTS "${name}" ON "auditEntries"`,
  ),
};

describe.each(DATABASES)('the trail in the hands of the database’s owner (F17), on %s', (kind) => {
  let open: OpenRooms;
  let audit: Audit;
  let trail: Trail;
  let writer: DataSource;

  beforeEach(async () => {
    open = await openRooms({
      kind,
      modules: [AccessModule],
      entities: [...accessEntities, ...registerEntities],
    });
    audit = open.rooms.get(Audit);
    trail = open.rooms.get(Trail);
    writer = open.rooms.get<DataSource>(getDataSourceToken());
  });
  afterEach(() => open.close());

  const file = () => join(open.database.settings.varFolder, 'audit-anchors.jsonl');
  const event = (n: number) => trail.witness(OFFICER, { action: 'paper.read', detail: { n } });
  const all = async (statements: string[]) => {
    for (const sql of statements.flatMap((one) => one.split(/; (?=CREATE TRIGGER)/))) await writer.query(sql);
  };

  async function fill(): Promise<Held> {
    for (let n = 1; n <= ENTRIES; n += 1) {
      await event(n);
      if (n % 9 === 0) await audit.anchor();
    }
    const rows = await writer.manager.find<AuditEntry>('AuditEntry', { order: { seq: 'ASC' } });
    return { rows, head: headOf(rows), file: readFileSync(file(), 'utf8'), kind };
  }

  async function put(held: Held): Promise<void> {
    await all(UNGUARDED[kind]);
    await writer.query('DELETE FROM "auditEntries"');
    if (held.rows.length > 0) await writer.manager.insert('AuditEntry', held.rows);
    await writer.manager.update('AuditHead', { id: 'head' }, held.head);
    await all(GUARDS[kind]);
    writeFileSync(file(), held.file);
  }

  it(`shows each of ${ROUNDS} tamperings, and none where nobody tampered`, async () => {
    const held = await fill();
    const chosen = chooser(kind === 'sqlite' ? 17 : 4_711);
    const missed: string[] = [];
    for (let round = 0; round < ROUNDS; round += 1) {
      const [name, tamper] = TAMPERINGS[round % TAMPERINGS.length] as Tampering;
      const { sql, ...changes } = tamper(held, chosen);
      await put({ ...held, ...changes });
      if (sql) await all([sql]);
      const { fault, findings } = await audit.verify();
      if (fault === null || !findings.includes(fault)) missed.push(name);
      await put(held);
      const after = await audit.verify();
      if (after.fault !== null) missed.push(`${name}, put back: ${after.findings.join('; ')}`);
    }
    expect(missed).toEqual([]);
  });

  it('never anchors after a check that failed, nor a tail that was changed since the last anchor', async () => {
    const held = await fill();
    await event(46);
    const rows = await writer.manager.find<AuditEntry>('AuditEntry', { order: { seq: 'ASC' } });
    await put({ ...held, rows: changed(rows, 45, { action: 'plan.forged' }), head: headOf(rows) });
    await audit.anchor();
    expect(readFileSync(file(), 'utf8')).toBe(held.file);
    await put(held);
    await audit.anchor();
    expect(readFileSync(file(), 'utf8')).toBe(held.file);
  });

  it('anchors at once after a hundred entries, soon after each, and at the stop', async () => {
    await fill();
    const before = linesOf(readFileSync(file(), 'utf8')).length;
    for (let n = 0; n < 101; n += 1) await event(n);
    await until(() => linesOf(readFileSync(file(), 'utf8')).length > before);
    const count = linesOf(readFileSync(file(), 'utf8')).length;
    await event(1);
    await open.rooms.close();
    expect(linesOf(readFileSync(file(), 'utf8')).length).toBeGreaterThan(count);
  });

  it('skips a line that a crash tore, says so, and goes on behind it', async () => {
    await fill();
    appendFileSync(file(), '{"number":6,"seq":45,"ha');
    const torn = await audit.verify();
    expect(torn).toMatchObject({
      fault: null,
      remarks: ['line 6 of the anchor file is torn and was skipped'],
    });
    await event(46);
    await audit.anchor();
    expect(linesOf(readFileSync(file(), 'utf8'))).toHaveLength(7);
    expect((await audit.verify()).fault).toBeNull();
  });

  it('raises no false alarm while others write', async () => {
    let goesOn = true;
    const writing = (async () => {
      for (let n = 0; goesOn; n += 1) {
        await event(n);
        if (n % 7 === 0) await audit.anchor();
      }
    })();
    for (let round = 0, seen = 0; round < 60 || seen < 40; round += 1) {
      const verdict = await audit.verify();
      expect(verdict.findings).toEqual([]);
      seen = verdict.entries;
    }
    goesOn = false;
    await writing;
  });
});

/** Numbers that are the same in every run (mulberry32). */
function chooser(seed: number): Chooser {
  let state = seed;
  return (most) => {
    state = (state + 0x6d2b79f5) | 0;
    let t = Math.imul(state ^ (state >>> 15), 1 | state);
    t = (t + Math.imul(t ^ (t >>> 7), 61 | t)) ^ t;
    return Math.floor((((t ^ (t >>> 14)) >>> 0) / 4_294_967_296) * most);
  };
}

async function until(holds: () => boolean): Promise<void> {
  for (let tries = 0; tries < 200 && !holds(); tries += 1) await new Promise((done) => setTimeout(done, 25));
}
