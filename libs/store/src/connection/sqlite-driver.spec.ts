import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { DataSource } from 'typeorm';
import { QUIET_SQLITE } from './sqlite-driver';

describe('the quiet driver', () => {
  const folder = mkdtempSync(join(tmpdir(), 'demarche-driver-'));
  let source: DataSource;

  beforeAll(async () => {
    const database = join(folder, 'd.sqlite');
    source = await new DataSource({ type: 'sqlite', driver: QUIET_SQLITE, database }).initialize();
    await source.query('CREATE TABLE words (id TEXT PRIMARY KEY, word TEXT NOT NULL)');
  });
  afterAll(async () => {
    await source.destroy();
    rmSync(folder, { recursive: true });
  });

  const add = (id: string, word: string | null) =>
    source.query('INSERT INTO words (id, word) VALUES (?, ?)', [id, word]);
  const wordOf = async (id: string) => {
    const rows: { word: string }[] = await source.query('SELECT * FROM words WHERE id = ?', [id]);
    return rows[0]?.word;
  };

  it('stays quiet when it is asked to be verbose', () => {
    expect(QUIET_SQLITE.verbose()).toBe(QUIET_SQLITE);
  });

  it('answers each caller with their own rows, one after another and all at once', async () => {
    for (let id = 0; id < 20; id += 1) await add(String(id), `word ${id}`);
    const ids = Array.from({ length: 200 }, (_, index) => String(index % 20));
    for (let round = 0; round < 3; round += 1)
      expect(await Promise.all(ids.map(wordOf))).toEqual(ids.map((id) => `word ${id}`));
  });

  it('tells every caller of a failure, and goes on', async () => {
    for (let round = 0; round < 5; round += 1) {
      await expect(add('0', 'again')).rejects.toThrow('UNIQUE');
      await expect(add(`null ${round}`, null)).rejects.toThrow('NOT NULL');
      await expect(source.query('SELECT word FROM nowhere')).rejects.toThrow('nowhere');
    }
    expect(await wordOf('0')).toBe('word 0');
  });

  it('sees a change of the table, and more statements than it keeps', async () => {
    await source.query('ALTER TABLE words ADD COLUMN language TEXT');
    expect(await source.query('SELECT * FROM words WHERE id = ?', ['1'])).toEqual([
      { id: '1', word: 'word 1', language: null },
    ]);
    for (let round = 0; round < 3; round += 1)
      for (let index = 0; index < 300; index += 1)
        expect(await source.query(`SELECT ${index} AS n FROM words LIMIT 1`)).toEqual([{ n: index }]);
  });

  it('leaves nothing locked behind a transaction, rolled back or kept', async () => {
    for (let round = 0; round < 4; round += 1) {
      await source.query('BEGIN IMMEDIATE');
      await add(`round ${round}`, 'x');
      await source.query(round % 2 === 0 ? 'ROLLBACK' : 'COMMIT');
    }
    expect([await wordOf('round 2'), await wordOf('round 3')]).toEqual([undefined, 'x']);
    await source.query('DROP TABLE words');
  });
});
