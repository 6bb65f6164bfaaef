import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { normaliseCableNumber, readReferences } from './references/references';
import { readCable } from './read-cable';
import { readTags } from './tags/tags';

// The reference texts lie outside the project: named by DEMARCHE_CORPUS, else beside the checkout, else not there at all.
const given = process.env.DEMARCHE_CORPUS;
const folder = given || join(__dirname, '../../../../shared');
const isGiven = Boolean(given) || existsSync(folder);
const CORPUS_TESTS = 5;
if (!isGiven) process.stdout.write(`reference corpus not given: ${CORPUS_TESTS} not run\n`);

(isGiven ? describe : describe.skip)('against the reference corpus', () => {
  const rowsOf = (file: string) => {
    const [, ...rows] = readFileSync(join(folder, 'corpus', file), 'utf8')
      .trimEnd()
      .split(/\r?\n/);
    return rows.map((row) => row.split('\t'));
  };

  const sample = () => readCable(readFileSync(join(folder, 'corpus/09STATE88558-tajikistan.txt'), 'utf8'));

  it('the sample cable is read whole, in order, clean of litter', () => {
    const cable = sample();
    expect(cable).toMatchObject({
      number: '09STATE88558',
      dateTimeGroup: '2009-08-25T17:32:00Z',
      precedence: 'PRIORITY',
      from: 'SECSTATE WASHDC',
      to: ['AMEMBASSY DUSHANBE'],
      classification: 'UNCLAS',
      captions: ['SENSITIVE', 'SIPDIS'],
      tags: ['KCRM', 'KWMN', 'PHUM', 'PREL', 'SMIG', 'TI', 'KTIP'],
      signature: 'CLINTON',
    });
    expect(cable.references.map(({ letter, number }) => `${letter} ${number}`)).toEqual([
      'A 08STATE132759',
      'B 07STATE150188',
      'C 09STATE5577',
      'D 09STATE62182',
    ]);
    expect(cable.paragraphs.map(({ number, marking }) => `${number} ${marking}`)).toEqual(
      [1, 2, 3, 4, 5, 6, 7, 8, 9, 10].map((number) => `${number} ${number === 9 ? 'SBU' : 'U'}`),
    );
    expect(cable.talkingPoints).toHaveLength(7);
    const sorted = cable.recommendations.map(({ priority, pillar }) => pillar ?? priority);
    const times = (count: number, word: string): string[] => Array.from({ length: count }, () => word);
    expect(sorted).toEqual([
      ...times(5, 'high'),
      ...times(3, 'prosecution'),
      ...times(6, 'protection'),
      ...times(3, 'prevention'),
    ]);
    const texts = [...cable.paragraphs, ...cable.recommendations].map(({ text }) => text);
    for (const text of [...texts, ...cable.talkingPoints]) {
      expect(text).not.toMatch(/ {2}|\n|^-|\u00b6|\]\(|\d{3} OF \d{3}|,s |8 ref|CLINTON/);
      expect(text).toMatch(/[.:)]$/);
    }
  });

  it('every oddity of the sample cable is told with its paragraph', () => {
    const places = sample()
      .anomalies.filter(({ code }) => code !== 'bullet-form')
      .map(({ code, paragraph }) => `${paragraph ?? '-'} ${code}`);
    const links = (paragraph: number) => [`${paragraph} linked-text`, `${paragraph} paragraph-number-form`];
    expect(places).toEqual([
      ...Array.from({ length: 7 }, () => '- linked-text'),
      '- subject-wrapped',
      ...Array.from({ length: 3 }, () => '- linked-text'),
      ...links(1),
      ...links(2),
      '2 mangled-quote',
      '2 mangled-quote',
      '2 block-not-closed',
      '2 notes-announced-absent',
      ...links(3),
      ...links(4),
      '4 mangled-quote',
      '4 text-broken',
      '5 paragraph-number-form',
      '5 section-header-inside',
      '6 paragraph-number-form',
      '7 paragraph-number-form',
      '8 paragraph-number-form',
      '8 mangled-quote',
      '8 section-header-inside',
      '9 paragraph-number-wrong',
      '9 dates-disagree',
      '9 section-header-inside',
      '9 text-broken',
      '9 block-closed-by-other',
      '10 paragraph-number-form',
    ]);
  });

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
