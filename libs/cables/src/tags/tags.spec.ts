import fc from 'fast-check';
import { readTags } from './tags';

describe('readTags', () => {
  it.each([
    ['codes with blanks', 'TAGS: PREL PGOV KTIP TI', ['PREL', 'PGOV', 'KTIP', 'TI']],
    ['TAS for the word', 'TAS: KTIP, PHUM', ['KTIP', 'PHUM']],
    ['TABS for the word', 'TABS: KTIP TI', ['KTIP', 'TI']],
    ['TAGES for the word', 'TAGES: KTIP', ['KTIP']],
    ['TGS for the word', 'TGS: KTIP', ['KTIP']],
    ['AGS for the word', 'AGS: KTIP PREL', ['KTIP', 'PREL']],
    ['TASG for the word', 'TASG: KTIP', ['KTIP']],
    ['a blank in the word', 'T AGS: KTIP', ['KTIP']],
    ['a semicolon behind the word', 'TAGS; KTIP PREL', ['KTIP', 'PREL']],
    ['captions that strayed in', 'TAGS: CA MX SIPDIS', ['CA', 'MX']],
    ['a committee', 'TAGS: PREL UNGA/C-6 PGOV/KTIP', ['PREL', 'UNGA/C-6', 'PGOV', 'KTIP']],
    ['a code with a blank in it', 'TAGS: K TIP, PREL', ['KTIP', 'PREL']],
    ['codes with commas', 'TAGS: PREL, PGOV,KTIP , TI', ['PREL', 'PGOV', 'KTIP', 'TI']],
    ['semicolons and slashes', 'TAGS: PREL; PGOV/KTIP', ['PREL', 'PGOV', 'KTIP']],
    ['the word in any case and number', 'tag prel pgov', ['PREL', 'PGOV']],
    ['no word in front', 'PREL, PGOV', ['PREL', 'PGOV']],
    ['linked tags', 'TAGS: [KCRM](#) [KWMN](#) [TI](#)', ['KCRM', 'KWMN', 'TI']],
    ['a second line of codes', 'TAGS: PREL PGOV\nECON, TI', ['PREL', 'PGOV', 'ECON', 'TI']],
    ['a second line after a comma', 'TAGS: PREL, \r\nORCHARDS', ['PREL', 'ORCHARDS']],
    ['a line of prose is no tag', 'TAGS: PREL\nin the valley last week', ['PREL']],
    ['a subject broken over two lines', 'TAGS: PREL CIVIL\nAVIATION', ['PREL', 'CIVIL AVIATION']],
    ['the next field ends the line', 'TAGS: PREL, TI\nSUBJECT: ORCHARDS', ['PREL', 'TI']],
    ['the order ends the line', 'TAGS: PREL TI\nE.O. 12958: N/A', ['PREL', 'TI']],
    ['an empty line ends it', 'TAGS: PREL TI\n\nPGOV', ['PREL', 'TI']],
    ['repeats are told once', 'TAGS: PREL, TI, PREL, TI', ['PREL', 'TI']],
    ['codes run together', 'TAGS: KCRMPHUMTI', ['KCRM', 'PHUM', 'TI']],
    ['a place glued in front', 'TAGS: TIPREL', ['TI', 'PREL']],
    ['a letter struck twice', 'TAGS: PRELL, MARRR, PGGOV', ['PREL', 'MARR', 'PGOV']],
    ['an unknown code stays', 'TAGS: PREL KQZX PZZZ', ['PREL', 'KQZX', 'PZZZ']],
    ['a free subject of several words', 'TAGS: PREL ORCHARD FESTIVAL', ['PREL', 'ORCHARD FESTIVAL']],
    [
      'a free subject held by a small word',
      'TAGS: TI TRADE, TI APPLES IN AUTUMN',
      ['TI', 'TRADE', 'APPLES IN AUTUMN'],
    ],
    ['two subjects side by side', 'TAGS: HUMAN RIGHTS CIVIL AVIATION', ['HUMAN RIGHTS', 'CIVIL AVIATION']],
    ['a subject with codes glued to it', 'TAGS: HUMAN RIGHTSPHUM', ['HUMAN RIGHTS', 'PHUM']],
    ['a subject that is one word elsewhere', 'TAGS: COUNTER NARCOTICS', ['COUNTERNARCOTICS']],
    ['a nationality is no pair of codes', 'TAGS: KOREAN POLIO', ['KOREAN POLIO']],
    [
      'a page header inside',
      'TAGS: PREL, TI   SECRET   PAGE 02   LOME 02475 01 OF 03 251228Z PREL, TI',
      ['PREL', 'TI'],
    ],
    ['a section header inside', 'TAGS: PREL,\nLOME 00002475 002 OF 003\nTI', ['PREL', 'TI']],
    ['unknown codes side by side', 'TAGS: PREL PQRS PZZZ', ['PREL', 'PQRS', 'PZZZ']],
    ['a second line of unknown codes in capitals', 'TAGS: PREL\nPQRS TI', ['PREL', 'PQRS', 'TI']],
    ['an empty line after a comma', 'TAGS: PREL, PGOV,\n\n ECON', ['PREL', 'PGOV', 'ECON']],
    ['a gloss in brackets', 'TAGS: MY (MALAYSIA), OVIP (DOE, PAT), (NATO)', ['MY', 'OVIP', 'NATO']],
    ['a small word between codes', 'TAGS: PREL and PGOV, AND WTO', ['PREL', 'PGOV', 'WTO']],
    ['a code that is also a small word', 'TAGS: PREL IN, PK TO', ['PREL', 'IN', 'PK', 'TO']],
    ['full stops and hyphens between', 'TAGS: PREL. PGOV - TI', ['PREL', 'PGOV', 'TI']],
    [
      'many codes run together',
      'TAGS: KTIPKCRMPHUMKWMNNATOTIXA',
      ['KTIP', 'KCRM', 'PHUM', 'KWMN', 'NATO', 'TI', 'XA'],
    ],
    ['that there are none', 'TAGS: N/A', []],
    ['nothing', 'TAGS:', []],
  ])('reads %s', (...[, line, expected]) => {
    expect(readTags(line)).toEqual(expected);
  });

  it('reads known codes back whatever stands between them', () => {
    const code = fc.constantFrom('PREL', 'PHUM', 'KTIP', 'KCRM', 'SMIG', 'ELAB', 'TI', 'CB', 'NATO');
    const gap = fc.constantFrom(' ', ', ', ',', ';', '  ', ',\n', '\n');
    fc.assert(
      fc.property(fc.array(code, { minLength: 1, maxLength: 9 }), gap, (codes, between) => {
        expect(readTags(`TAGS: ${codes.join(between)}`)).toEqual([...new Set(codes)]);
      }),
    );
  });

  it('never throws and never gives an empty or repeated tag', () => {
    fc.assert(
      fc.property(fc.string({ maxLength: 120 }), (line) => {
        const tags = readTags(line);
        expect(tags.every((tag) => tag.trim() === tag && tag !== '')).toBe(true);
        expect(new Set(tags).size).toBe(tags.length);
      }),
    );
  });
});
