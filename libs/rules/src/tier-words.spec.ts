import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { tierWordsIn } from './tier-words';

const codesIn = (text: string) => tierWordsIn(text).map(({ code }) => code);

describe('words the interim assessment may not use', () => {
  test.each([
    ['names-tier', 'The country stays on Tier 2.'],
    ['names-tier', 'A TIER-THREE placement was discussed.'],
    ['names-tier', 'Officials asked how tiers are set.'],
    ['names-tier', 'Its T2WL year ends soon.'],
    ['names-tier', 'Third year as 2WL.'],
    ['names-watch-list', 'It is one of the Watch List countries.'],
    ['names-watch-list', 'Special Watchlist countries improved.'],
    ['names-watch-list', 'The watch-list was published.'],
    ['names-special-case', 'It is treated as a Special Case.'],
    ['names-special-case', 'It is no special case country.'],
    ['standards-formula', 'The government does not fully meet the minimum standards.'],
    ['standards-formula', 'The government did not comply with the minimum standards.'],
    ['standards-formula', 'However, it is making significant efforts to do so.'],
    ['speaks-of-rank', 'The country was ranked lower in June.'],
    ['speaks-of-rank', 'These steps may improve the ranking.'],
    ['speaks-of-rank', 'Officials asked about the country’s placement.'],
    ['hints-at-movement', 'Without convictions a downgrade is likely.'],
    ['hints-at-movement', 'The country could be upgraded.'],
    ['hints-at-movement', 'This supports removal from the list.'],
    ['hints-at-movement', 'The country may be moved off the list.'],
    ['hints-at-movement', 'A Presidential waiver is under study.'],
    ['forecasts', 'This will weigh in next year’s report.'],
    ['forecasts', 'It should lead to a more favorable assessment.'],
  ])('%s: %s', (code, text) => {
    expect(codesIn(text)).toContain(code);
  });

  test.each([
    'Since June the authorities have made modest headway on victim care, the matter the 2009 report raised.',
    'Courts convicted eight traffickers, up from three in the previous period, and sentences rose to nine years.',
    'However, the government did not fund shelters, and the number of victims assisted fell to four.',
    'The ministry upgraded the shelter in Khujand and its hotline.',
    'The shelter was upgraded with new rooms, and police databases were upgraded in May.',
    'Prosecutors downgraded the charges against two recruiters to fraud.',
    'Two high-ranking officials and one senior ranking officer were tried for complicity.',
    'Three brokers were removed from the list of licensed agencies.',
    'The frontier posts received 40 copies of the screening guide.',
    'Parliament raised the minimum penalty to five years and the budget by 10 percent.',
    'The labor inspectorate placed a hundred inspectors in the fields during the harvest.',
    'Victims were moved out of detention and into care; foster placements were found for six children.',
    'A bench for special cases sat from September.',
    'The law defines minimum standards for shelters.',
    '',
  ])('leaves alone: %s', (text) => {
    expect(tierWordsIn(text)).toEqual([]);
  });

  it('tells each place, its words as written, in the order of the text', () => {
    expect(tierWordsIn('A downgrade to Tier 3 from the Watch List.')).toEqual([
      { at: 2, found: 'downgrade', code: 'hints-at-movement' },
      { at: 15, found: 'Tier 3', code: 'names-tier' },
      { at: 31, found: 'Watch List', code: 'names-watch-list' },
    ]);
  });

  it('remembers nothing between two texts', () => {
    const text = 'Tier 2 and Tier 3';
    expect(tierWordsIn(text)).toEqual(tierWordsIn(text));
    expect(tierWordsIn(text)).toHaveLength(2);
  });
});

// The reference texts lie outside the project: named by DEMARCHE_CORPUS, else beside the checkout, else not there at all.
const given = process.env.DEMARCHE_CORPUS;
const folder = given || join(__dirname, '../../../../shared');
const isGiven = Boolean(given) || existsSync(folder);
const CORPUS_TESTS = 2;
if (!isGiven) process.stdout.write(`reference corpus not given: ${CORPUS_TESTS} not run\n`);

(isGiven ? describe : describe.skip)('against the reference corpus', () => {
  const linesOf = (file: string) => readFileSync(join(folder, 'corpus', file), 'utf8').split(/\r?\n/);

  it('every tier narrative is stopped', () => {
    const [header, ...rows] = linesOf('factbook-tier-narratives.tsv').filter((line) => line !== '');
    const column = header?.split('\t').indexOf('text') ?? -1;
    const texts = rows.map((row) => row.split('\t')[column] ?? '');
    expect(texts.length).toBeGreaterThan(200);
    expect(texts.filter((text) => tierWordsIn(text).length === 0)).toEqual([]);
  });

  it('no recommendation of the sample plan is stopped', () => {
    const lines = linesOf('09STATE88558-tajikistan.txt');
    const start = lines.findIndex((line) => line.includes('1A.'));
    const recommendations = lines.slice(start).filter((line) => line.startsWith('--'));
    expect(recommendations).toHaveLength(17);
    expect(recommendations.filter((line) => tierWordsIn(line).length > 0)).toEqual([]);
  });
});
