import fc from 'fast-check';
import { MISSION_NAMES } from '../missions/mission-names';
import { atOnce } from '../lines/steps';
import { readReferenceList } from './reference-list';
import { normaliseCableNumber, readReferences } from './references';

describe('readReferences', () => {
  it.each([
    ['one plain citation', 'REF: NAIROBI 412', 2009, ['09NAIROBI412']],
    ['a heading in small letters', 'Refs: a. state 1200 b. nairobi 77', 2009, ['09STATE1200', '09NAIROBI77']],
    ['letters with stops', 'REF: A. SECSTATE 1200 B. 08 LOME 15', 2009, ['09STATE1200', '08LOME15']],
    ['letters in brackets', 'REFS: (A) LOME 15, (B) 2007 LOME 00016', 2009, ['09LOME15', '07LOME16']],
    ['letters in square brackets', 'REF: [A] Lome 15 [B] State 77', 2009, ['09LOME15', '09STATE77']],
    ['doubled letters', 'REF: A. A) LOME 15 B. B) ACCRA 16', 2009, ['09LOME15', '09ACCRA16']],
    ['letters without any mark', 'REF A LOME 15 B ACCRA 16', 2009, ['09LOME15', '09ACCRA16']],
    [
      'letters called REF again',
      'REF: A. REF A: 07 LOME 15 B. REF B: ACCRA 16',
      2009,
      ['07LOME15', '09ACCRA16'],
    ],
    [
      'counted items',
      'REFS: (1) 2005 LOME 15, (2) ACCRA 16, (3) ACCRA 17',
      2008,
      ['05LOME15', '08ACCRA16', '08ACCRA17'],
    ],
    [
      'a counter beyond nine',
      'REF: (1) LOME 1 (2) LOME 2 (3) LOME 3 (4) LOME 4 (5) LOME 5 (6) LOME 6 (7) LOME 7 (8) LOME 8 (9) LOME 9 (10) LOME 11',
      2011,
      [
        '11LOME1',
        '11LOME2',
        '11LOME3',
        '11LOME4',
        '11LOME5',
        '11LOME6',
        '11LOME7',
        '11LOME8',
        '11LOME9',
        '11LOME11',
      ],
    ],
    ['linked list letters', 'REF: A. 2008 STATE 1\n[1](#)B. 2007 STATE 2', 2009, ['08STATE1', '07STATE2']],
    ['semicolons', 'REF: 09LOME0015; 08ACCRA16', 2010, ['09LOME15', '08ACCRA16']],
    ['a year behind in brackets', 'REF: A. LOME 701 (08) B. LOME 12 (2007)', 2009, ['08LOME701', '07LOME12']],
    ['a year behind a slash', 'REF: LOME 701/06', 2009, ['06LOME701']],
    ['a year after an apostrophe', "REF: A. '07 LOME 701 B. ’06 LOME 9", 2009, ['07LOME701', '06LOME9']],
    ['a bracketed year in front', 'REF: A. (07) LOME 701', 2009, ['07LOME701']],
    ['the letter O in a year', 'REF: O7 LOME 1O4', 2009, ['07LOME104']],
    ['a dated citation', 'REF: LOME 701 DATED 3 MAY 2007', 2009, ['07LOME701']],
    ['years of the last century', 'REF: A. 99 LOME 701 B. 1998 LOME 3', 2001, ['99LOME701', '98LOME3']],
    ['a cable of the last century', 'REF: STATE 106206', 1974, ['74STATE106206']],
    ['two serials joined by AND', 'REF: LOME 701 AND 712', 2009, ['09LOME701', '09LOME712']],
    ['a list closed by AND', 'REF: LOME 701, 705 AND 712', 2009, ['09LOME701', '09LOME705', '09LOME712']],
    ['an ampersand', 'REF: LOME 701 & 712', 2009, ['09LOME701', '09LOME712']],
    ['AND before the year of the next', 'REF: LOME 701 AND 08 ACCRA 5', 2009, ['09LOME701', '08ACCRA5']],
    ['AND before the next mission', 'REF: LOME 701 AND ACCRA 5', 2009, ['09LOME701', '09ACCRA5']],
    ['AND PREVIOUS', 'REF: LOME 701 AND PREVIOUS', 2009, ['09LOME701']],
    [
      'a number after a bare comma is left out',
      'REF: A. LOME 701, 705, B. ACCRA 3',
      2009,
      ['09LOME701', '09ACCRA3'],
    ],
    [
      'NOTAL and titles',
      'REF: A. LOME 701 (NOTAL) B. ACCRA 5 ("QUIET WEEK OF 12 JUNE")',
      2009,
      ['09LOME701', '09ACCRA5'],
    ],
    ['SEPTEL', 'REF: A. SEPTEL B. LOME 701', 2009, ['09LOME701']],
    ['repeated citations', 'REF: A. LOME 701 B. 09 LOME 0701', 2009, ['09LOME701']],
    [
      'a name broken over two lines',
      'REF: A. ADDIS\n ABABA 12 B. KUALA\r\nLUMPUR\r\n9',
      2009,
      ['09ADDISABABA12', '09KUALALUMPUR9'],
    ],
    [
      'a section header inside',
      'REF: A. LOME 1\nLOME 00000701 001.2 OF 003\nB. LOME 2',
      2009,
      ['09LOME1', '09LOME2'],
    ],
    [
      'a header that cuts a name in two',
      'REF: A. KUALA\nLOME 00000701 002 OF 003\nLUMPUR 5',
      2009,
      ['09KUALALUMPUR5'],
    ],
    [
      'a header on the same line',
      'REF: PORT LOUIS 9 PORT MORES 00002230 001.2 OF 002',
      2009,
      ['09PORTLOUIS9'],
    ],
    [
      'a page header of the seventies',
      'REF: LOME 1 SECRET PAGE 02 LOME 02475 01 OF 03 251228Z ACCRA 4',
      1975,
      ['75LOME1', '75ACCRA4'],
    ],
    ['e-mails', 'REF: A. DOE-ROE EMAIL 05/11/07 B. LOME 701', 2007, ['07LOME701']],
    ['dates that follow a city', 'REF: A. LOME 05/11/07 B. LOME 15 JULY C. LOME 12', 2007, ['07LOME12']],
    [
      'messages known by their date-time group',
      'REF: A. SECDEF MSG DTG 301601Z SEP 08 B. LOME R162245Z OCT 08',
      2008,
      [],
    ],
    [
      'reports named after a city',
      'REF: A. PARIS POINTS JULY 15 B. EMBASSY PARIS DAILY REPORT FOR OCTOBER 28',
      2009,
      [],
    ],
    [
      'resolutions, statutes and other papers',
      'REF: A. UNSCR 1737 B. INCSR BRAZIL 2008 C. PUBLIC LAW 110 D. MARCH 2006 MEMO',
      2009,
      [],
    ],
    ['a telegram number after CA', 'REF: STATE CA-3400 NOV 2, 1966', 1966, []],
    ['a mission without a number', 'REF: A. LOME B. ACCRA 5', 2009, ['09ACCRA5']],
    [
      'who classified it stands behind',
      'REF: LOME 5 Classified By: DCM R. Roe for reasons 1.4 (b) and ACCRA 7',
      2009,
      ['09LOME5'],
    ],
    ['the first paragraph stands behind', 'REF: LOME 5\n\n1. (U) As ACCRA 7 said', 2009, ['09LOME5']],
    [
      'embassy in front of the name',
      'REF: A. 08 AMEMBASSY LOME 5 B. USMISSION GENEVA 7',
      2009,
      ['08LOME5', '09GENEVA7'],
    ],
    ['a defence attaché is no embassy', 'REF: USDAO LOME 5', 2009, []],
    ['hash and NO', 'REF: A. LOME #5 B. ACCRA NO. 7', 2009, ['09LOME5', '09ACCRA7']],
    ['hyphens', 'REF: 07-LOME-123, PORT-AU-PRINCE 4', 2009, ['07LOME123', '09PORTAUPRINCE4']],
    [
      'short forms',
      'REF: A. RIO 1 B. BA 2 C. UNVIE 3 D. USUN 4 E. HCMC 5 F. RIO DE JAN 6',
      2009,
      [
        '09RIODEJANEIRO1',
        '09BUENOSAIRES2',
        '09UNVIEVIENNA3',
        '09USUNNEWYORK4',
        '09HOCHIMINHCITY5',
        '09RIODEJANEIRO6',
      ],
    ],
    [
      'slips of a letter',
      'REF: A. SECTSTATE 1 B. BRASILA 2 C. PHNOM PEN 3 D. TEGUCIGALAP 4 E. CARIO 5',
      2009,
      ['09STATE1', '09BRASILIA2', '09PHNOMPENH3', '09TEGUCIGALPA4', '09CAIRO5'],
    ],
    [
      'names with full stops',
      'REF: A. STO. DOMINGO 5 B. ST. PETERSBURG 6 C. N. DJAMENA 7',
      2009,
      ['09SANTODOMINGO5', '09STPETERSBURG6', '09NDJAMENA7'],
    ],
    [
      'names with accents',
      'REF: a) Zürich 3; b) São Paulo 4; c) Asunción 5',
      2009,
      ['09ZURICH3', '09SAOPAULO4', '09ASUNCION5'],
    ],
    ['apostrophes in names', "REF: A. N'DJAMENA 55 B. SANA’A 6", 2009, ['09NDJAMENA55', '09SANAA6']],
    [
      'dates in brackets',
      'REF: A. LOME 12 (3 MAY 2008) B. LOME 5 (DTG 121212Z JAN 07) C. LOME 6 (2006 AND PREVIOUS)',
      2009,
      ['08LOME12', '07LOME5', '06LOME6'],
    ],
    [
      'parts of a cable',
      'REF: A. LOME 12 PARA 3 B. LOME 13 (PARA 5) C. LOME 14 SECTION 02',
      2009,
      ['09LOME12', '09LOME13', '09LOME14'],
    ],
    [
      'offices of one mission',
      'REF: A. USEU BRUSSELS 1 B. BRUSSELS 2 C. USNATO 3 D. UN ROME 4 E. ROME 5 F. VIENNA 6',
      2009,
      ['09USEUBRUSSELS1', '09BRUSSELS2', '09USNATO3', '09UNROME4', '09ROME5', '09VIENNA6'],
    ],
    [
      'what only looks like a slip',
      'REF: A. LAOS 2008 B. PARAS 5 C. MARCH 14 D. STATES 50 E. SALES 10 F. TAJIKISTAN 2009',
      2009,
      [],
    ],
    ['run together', 'REF: 05LOME133706ACCRA914', 2009, ['05LOME1337', '06ACCRA914']],
    ['nothing at all', 'REF: NONE', 2009, []],
    ['a nought for an O in a name', 'REF: 05 0TTAWA 3518', 2005, ['05OTTAWA3518']],
    [
      'noughts and ones inside names',
      'REF: T0KYO 12; CAIR0 78; L1MA 4',
      2009,
      ['09TOKYO12', '09CAIRO78', '09LIMA4'],
    ],
    [
      'a page header with a cut name',
      'REF: (99) ROME 2196 UNCLASSIFIED PAGE 02 VATICA 05095 (98) ROME 12',
      1999,
      ['99ROME2196', '98ROME12'],
    ],
    ['a serial of seven digits', 'REF: STATE 1531333', 2008, ['08STATE1531333']],
    ['a serial with many noughts', 'REF: STATE 000012345', 2008, ['08STATE12345']],
    ['a sender in the defense department', 'REF: SECDEF 122723', 2008, ['08SECDEF122723']],
    [
      'a country for its capital',
      'REF: A. BRAZIL 1280 B. SOUTH KOREA 12',
      2008,
      ['08BRASILIA1280', '08SEOUL12'],
    ],
    ['no country with a year', 'REF: A. GERMANY 2008 B. INCSR BRAZIL 2008', 2009, []],
    [
      'a post with the code of its country',
      'REF: PARIS FR 2144, ROME IT 4',
      2008,
      ['08PARIS2144', '08ROME4'],
    ],
    ['a post with its country', 'REF: LIMA PERU 12', 2008, ['08LIMA12']],
    [
      'a year behind the mission',
      'REF: STATE 08 12345; STATE 07-3344',
      2009,
      ['08STATE12345', '07STATE3344'],
    ],
    ['a date behind the serial', 'REF: STATE 77 DTD MAY 3 2008', 2009, ['08STATE77']],
    ['an empty line', '', 2009, []],
  ])('reads %s', (...[, line, year, expected]) => {
    expect(readReferences(line, year)).toEqual(expected);
  });

  it('reads back every mission under its full name, whatever the list looks like', () => {
    const mission = fc.constantFrom(...MISSION_NAMES);
    const citation = fc.record({
      mission,
      serial: fc.integer({ min: 1, max: 200_000 }),
      year: fc.integer({ min: 1985, max: 2010 }),
    });
    const form = fc.constantFrom('A. ', '(A) ', 'A) ', '[A] ', '¶A. ', '');
    fc.assert(
      fc.property(
        fc.uniqueArray(citation, { minLength: 1, maxLength: 8 }),
        form,
        fc.boolean(),
        (list, mark, short) => {
          const cited = list.map(
            (one) => `${one.year} ${one.mission.name} ${String(one.serial).padStart(6, '0')}`,
          );
          const line = cited
            .map(
              (text, index) =>
                mark.replace('A', String.fromCharCode(65 + index)) + (short ? text.slice(2) : text),
            )
            .join(mark === '' ? '; ' : '\n');
          const expected = list.map((one) => `${String(one.year).slice(2)}${one.mission.token}${one.serial}`);
          expect(readReferences(`REF: ${line}`, 2010)).toEqual([...new Set(expected)]);
        },
      ),
    );
  });

  it('never throws and never invents a malformed number', () => {
    fc.assert(
      fc.property(fc.string({ maxLength: 200 }), fc.integer({ min: 1960, max: 2030 }), (line, year) => {
        for (const number of readReferences(line, year)) expect(number).toMatch(/^\d\d[A-Z]{3,}[1-9]\d*$/);
      }),
    );
  });
});

describe('normaliseCableNumber', () => {
  it.each([
    ['09LOME128', '09LOME128'],
    ['08LOME 2048', '08LOME2048'],
    ['2009 ADDIS ABABA 00128', '09ADDISABABA128'],
    ['07} LOME691', '07LOME691'],
    ['^{35 07}YEREVAN12', '07YEREVAN12'],
    ['04OUITO2861', '04QUITO2861'],
    ['05LOME79_a', '05LOME79'],
    ['7/15/2009: 09LOME583', '09LOME583'],
    ['LOME669', null],
    ['06}XEDEVANO14', null],
    ['05LOME133706ACCRA914', null],
    ['', null],
  ])('reads %j as %j', (citation, expected) => {
    expect(normaliseCableNumber(citation)).toBe(expected);
  });

  it('takes a given year where none is printed', () => {
    expect(normaliseCableNumber('LOME669', { year: 2006 })).toBe('06LOME669');
  });
});

describe('readReferenceList', () => {
  const listed = (line: string) =>
    atOnce(readReferenceList(line, 2009)).references.map(({ letter, number, raw }) => [letter, number, raw]);

  it.each([
    ['REF: LOME 5', [[null, '09LOME5', 'LOME 5']]],
    [
      'REF: A. 2008 LOME 5 (NOTAL)\n[1](#)B. ACCRA 6',
      [
        ['A', '08LOME5', '2008 LOME 5 (NOTAL)'],
        ['B', '09ACCRA6', 'ACCRA 6'],
      ],
    ],
    [
      'REF: A. A) LOME 5 B. B) ACCRA 6',
      [
        ['A', '09LOME5', 'LOME 5'],
        ['B', '09ACCRA6', 'ACCRA 6'],
      ],
    ],
    [
      'REF A LOME 5 B ACCRA 6',
      [
        ['A', '09LOME5', 'LOME 5'],
        ['B', '09ACCRA6', 'ACCRA 6'],
      ],
    ],
    [
      'REF: A. LOME 5 AND 7',
      [
        ['A', '09LOME5', 'LOME 5'],
        ['A', '09LOME7', '7'],
      ],
    ],
    [
      'REF: 08 LOME 5; 07 ACCRA 6',
      [
        [null, '08LOME5', '08 LOME 5'],
        [null, '07ACCRA6', '07 ACCRA 6'],
      ],
    ],
    [
      'REF: A. LOME 5 (C) B. (S) ACCRA 6',
      [
        ['A', '09LOME5', 'LOME 5 (C)'],
        ['B', '09ACCRA6', '(S) ACCRA 6'],
      ],
    ],
    [
      'REF: A. N. DJAMENA 5 B. U.S. EMBASSY ACCRA 6',
      [
        ['A', '09NDJAMENA5', 'N. DJAMENA 5'],
        ['B', '09ACCRA6', 'U.S. EMBASSY ACCRA 6'],
      ],
    ],
    [
      'REF: A. LOME 5\nLOME 00000701 001.2 OF 003\nB. ACCRA 6',
      [
        ['A', '09LOME5', 'LOME 5'],
        ['B', '09ACCRA6', 'ACCRA 6'],
      ],
    ],
  ])('reads %j with letters and wording', (...[line, expected]) => {
    expect(listed(line)).toEqual(expected);
  });

  it('keeps lettered items that are no cables apart', () => {
    const list = atOnce(readReferenceList('REF: A. DOE-ROE EMAIL 05/11/07 B. LOME 5 C. MFA NOTE', 2009));
    expect(list.references).toHaveLength(1);
    expect(list.others).toEqual([
      { letter: 'A', raw: 'DOE-ROE EMAIL 05/11/07' },
      { letter: 'C', raw: 'MFA NOTE' },
    ]);
  });

  it('finds the same numbers as the plain reading', () => {
    const item = fc.tuple(
      fc.constantFrom('', '08 ', '2007 '),
      fc.constantFrom('LOME', 'LA PAZ', 'STATE'),
      fc.integer({ min: 1, max: 99_999 }),
    );
    fc.assert(
      fc.property(fc.array(item, { minLength: 1, maxLength: 10 }), (items) => {
        const line = items.map(
          ([year, post, serial], index) => `${String.fromCharCode(65 + index)}. ${year}${post} ${serial}`,
        );
        const text = `REF: ${line.join('\n')}`;
        const { references } = atOnce(readReferenceList(text, 2009));
        expect(references.map(({ raw }) => raw)).toEqual(line.map((one) => one.slice(3)));
        expect([...new Set(references.map(({ number }) => number))]).toEqual(readReferences(text, 2009));
      }),
    );
  });
});
