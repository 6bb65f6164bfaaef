import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { normaliseCableNumber, readReferences } from './references';
import { readTags } from './tags';

// The reference texts lie outside the project: named by DEMARCHE_CORPUS, else beside the checkout, else not there at all.
const given = process.env.DEMARCHE_CORPUS;
const folder = given || join(__dirname, '../../../../shared');
const isGiven = Boolean(given) || existsSync(folder);
const CORPUS_TESTS = 3;
if (!isGiven) process.stdout.write(`reference corpus not given: ${CORPUS_TESTS} not run\n`);

(isGiven ? describe : describe.skip)('against the reference corpus', () => {
  const rowsOf = (file: string) => {
    const [, ...rows] = readFileSync(join(folder, 'corpus', file), 'utf8')
      .trimEnd()
      .split(/\r?\n/);
    return rows.map((row) => row.split('\t'));
  };

  it('every REF line gives its cable numbers', () => {
    const rows = rowsOf('cable-ref-forms.tsv');
    expect(rows.length).toBeGreaterThan(40);
    const read = rows.map(([year, line]) => readReferences(JSON.parse(line ?? '""'), Number(year)).join(' '));
    expect(read).toEqual(rows.map(([, , expected]) => expected ?? ''));
  });

  it('every TAGS line gives its tags', () => {
    const rows = rowsOf('cable-tags-forms.tsv');
    expect(rows.length).toBeGreaterThan(20);
    const read = rows.map(([line]) => readTags(JSON.parse(line ?? '""')).join('|'));
    expect(read).toEqual(rows.map(([, expected]) => expected ?? ''));
  });

  it('every damaged citation gives its normal form', () => {
    const rows = rowsOf('kelley-cable-refs.tsv');
    expect(rows.length).toBeGreaterThan(200);
    const read = rows.map(([, , raw]) => normaliseCableNumber(raw ?? '') ?? '');
    expect(read).toEqual(rows.map(([, , , expected]) => expected ?? ''));
  });
});
