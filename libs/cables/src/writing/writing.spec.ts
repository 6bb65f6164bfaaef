import fc from 'fast-check';
import { toCableCharacters, UnwritableCharacter } from './cable-characters';
import { cableSections } from './cable-sections';
import { CABLE_WIDTH, wrapCableText } from './cable-wrap';
import { readCable } from '../read-cable';
import { type CableHeading, printedCableNumber, writeCable, writeCableHeader } from './write-cable';

describe('toCableCharacters', () => {
  it.each([
    ['“the shelters’ own ‘door’”', "\"the shelters' own 'door'\""],
    ['2009–10 — at last…', '2009-10 -- at last...'],
    ['Reykjavík, São Tomé, Łódź, Şırnak, Đà Nẵng', 'Reykjavik, Sao Tome, Lodz, Sirnak, Da Nang'],
    ['Ærø, cœur, Straße, þing, ﬁnal', 'AEro, coeur, Strasse, thing, final'],
    ['¶ 5 and ¶6, § 3', 'para 5 and para 6, section 3'],
    ['½ of €20 at 30°', '1/2 of EUR 20 at 30 degrees'],
    ['a\u00a0b\tc\u200bd', 'a b cd'],
    ['• first\r\n• second', '-- first\n-- second'],
    ['e\u0301tude', 'etude'],
  ])('writes %j as %j', (text, expected) => {
    expect(toCableCharacters(text)).toBe(expected);
  });

  it.each([
    ['Душанбе', 'Д', 0, 1, 1],
    ['first\nsecond 東', '東', 13, 2, 8],
    ['ok 🙂', '🙂', 3, 1, 4],
    ['bell \u0007', '\u0007', 5, 1, 6],
  ])('refuses %j and says where', (...[text, character, position, line, column]) => {
    const write = () => toCableCharacters(text);
    expect(write).toThrow(UnwritableCharacter);
    expect(write).toThrow(expect.objectContaining({ character, position, line, column }));
  });

  it('writes plain ASCII or refuses, and never changes what is plain already', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary', maxLength: 60 }), (text) => {
        let written: string;
        try {
          written = toCableCharacters(text);
        } catch (error) {
          expect(error).toBeInstanceOf(UnwritableCharacter);
          return;
        }
        expect(written).toMatch(/^[\n\x20-\x7e]*$/);
        expect(toCableCharacters(written)).toBe(written);
      }),
    );
  });
});

const word = fc.stringMatching(/^[A-Za-z0-9,.;:()-]{1,80}$/);

describe('wrapCableText', () => {
  it('keeps words whole within 55 columns', () => {
    const lines = wrapCableText(
      '1. (SBU) Post is asked to draw on the points below when it speaks with the ministry of labor.',
    );
    expect(lines).toEqual([
      '1. (SBU) Post is asked to draw on the points below when',
      'it speaks with the ministry of labor.',
    ]);
  });

  it('sets later lines in by the hang', () => {
    expect(wrapCableText('-- open a third shelter in the north', { width: 20, hang: 3 })).toEqual([
      '-- open a third',
      '   shelter in the',
      '   north',
    ]);
  });

  it('keeps number and mark together even where the first word does not fit beside them', () => {
    const long = 'x'.repeat(50);
    expect(wrapCableText(`12. (SBU/N) ${long}`)).toEqual(['12. (SBU/N)', long]);
  });

  it('splits only what is longer than a line', () => {
    expect(wrapCableText('y'.repeat(60), { hang: 2 })).toEqual(['y'.repeat(55), `  ${'y'.repeat(5)}`]);
  });

  it('refuses a hang that leaves no room', () => {
    expect(() => wrapCableText('a', { width: 5, hang: 5 })).toThrow(RangeError);
  });

  it('loses no letter, exceeds no width and splits no short word', () => {
    const room = fc.record({ width: fc.integer({ min: 12, max: 80 }), hang: fc.integer({ min: 0, max: 8 }) });
    fc.assert(
      fc.property(fc.array(word, { maxLength: 60 }), room, (words, { width, hang }) => {
        const lines = wrapCableText(words.join(' '), { width, hang });
        expect(lines.join('').replace(/ /g, '')).toBe(words.join(''));
        expect(lines.every((line) => line.length <= width && line === line.trimEnd())).toBe(true);
        const whole = lines.flatMap((line) => line.split(' '));
        for (const one of words) if (one.length <= width - hang) expect(whole).toContain(one);
      }),
    );
  });

  it('puts number and mark on the first line whatever follows', () => {
    const label = fc.constantFrom('1. (U)', '12. (SBU)', '3A.', '--', '104. (SBU/N)');
    fc.assert(
      fc.property(label, fc.array(word, { minLength: 1, maxLength: 30 }), (mark, words) => {
        expect(wrapCableText(`${mark} ${words.join(' ')}`)[0]?.startsWith(mark)).toBe(true);
      }),
    );
  });
});

describe('cableSections', () => {
  it('leaves a short cable whole and without heading', () => {
    expect(cableSections(['one', 'two'], { linesPerSection: 5 })).toEqual([
      { heading: '', lines: ['one', 'two'] },
    ]);
  });

  it('breaks on the empty line that is near', () => {
    const lines = ['1. (U) a', 'b', '', '2. (U) c', 'd', '', '3. (U) e'];
    expect(cableSections(lines, { linesPerSection: 4 })).toEqual([
      { heading: 'SECTION 01 OF 02', lines: ['1. (U) a', 'b', ''] },
      { heading: 'SECTION 02 OF 02', lines: ['2. (U) c', 'd', '', '3. (U) e'] },
    ]);
  });

  it('never breaks behind a number, a mark or a heading', () => {
    const line = fc.constantFrom(
      '',
      '',
      'some words',
      'Protection:',
      '3. (U)',
      '4.',
      '(SBU)',
      '12. (SBU) words',
      '--',
      '-- words',
    );
    const isLoose = (text: string) =>
      text !== '' && (/^(?:[\d.]+ ?)?(?:\([A-Z]+\))?$|^--$/.test(text) || text.endsWith(':'));
    fc.assert(
      fc.property(
        fc.array(line, { maxLength: 80 }),
        fc.integer({ min: 1, max: 12 }),
        (lines, linesPerSection) => {
          const sections = cableSections(lines, { linesPerSection });
          expect(sections.flatMap((section) => section.lines)).toEqual(lines);
          for (const section of sections.slice(0, -1)) {
            const last = section.lines.findLast((text) => text !== '');
            expect(isLoose(last ?? '')).toBe(false);
          }
          const total = String(sections.length).padStart(2, '0');
          sections.forEach((section, index) => {
            const number = String(index + 1).padStart(2, '0');
            expect(section.heading).toBe(sections.length === 1 ? '' : `SECTION ${number} OF ${total}`);
          });
        },
      ),
    );
  });
});

const heading: CableHeading = {
  precedence: 'PRIORITY',
  from: 'SECSTATE WASHDC',
  to: ['AMEMBASSY LOME', 'AMEMBASSY PORT LOUIS'],
  classification: 'UNCLAS',
  post: 'STATE',
  captions: ['SENSITIVE', 'SIPDIS'],
  executiveOrder: '12958: N/A',
  tags: ['KTIP', 'KCRM', 'PHUM', 'TO'],
  subject: 'TOGO: WHAT THE GOVERNMENT MAY DO BEFORE THE INTERIM ASSESSMENT (2009-2010)',
  references: ['08STATE132759', '09PORTLOUIS55'],
};

describe('writeCableHeader', () => {
  it('writes the lines of a cable in their order', () => {
    expect(writeCableHeader(heading)).toEqual([
      'FM SECSTATE WASHDC',
      'TO AMEMBASSY LOME PRIORITY',
      'AMEMBASSY PORT LOUIS PRIORITY',
      '',
      'UNCLAS STATE',
      '',
      'SENSITIVE',
      'SIPDIS',
      '',
      'E.O. 12958: N/A',
      'TAGS: KTIP, KCRM, PHUM, TO',
      'SUBJECT: TOGO: WHAT THE GOVERNMENT MAY DO BEFORE THE',
      'INTERIM ASSESSMENT (2009-2010)',
      '',
      'REF: A. 08 STATE 132759',
      '     B. 09 PORT LOUIS 55',
      '',
    ]);
  });

  it('leaves out captions and references where there are none', () => {
    const lines = writeCableHeader({ ...heading, captions: [], references: [] });
    expect(lines).not.toContain('SENSITIVE');
    expect(lines.some((line) => line.startsWith('REF'))).toBe(false);
  });

  it('prints a mission with its blanks', () => {
    expect(printedCableNumber('09USUNNEWYORK7')).toBe('09 USUN NEW YORK 7');
    expect(printedCableNumber('no number')).toBe('no number');
  });
});

describe('writeCable', () => {
  const plainWord = fc.constantFrom(
    'the',
    'ministry',
    'opened',
    'two',
    'shelters',
    'for',
    'victims',
    'near',
    'ports',
    'Officers',
    'trained',
  );
  const sentence = fc
    .array(plainWord, { minLength: 3, maxLength: 60 })
    .map((words) => `Post says ${words.join(' ')}.`);
  const paragraph = fc.record({ marking: fc.constantFrom('U', 'SBU', 'SBU/N'), text: sentence });

  it('is read back as it was written, however many sections it takes', () => {
    fc.assert(
      fc.property(
        fc.array(paragraph, { minLength: 2, maxLength: 20 }),
        fc.integer({ min: 8, max: 60 }),
        (list, linesPerSection) => {
          const body = list.flatMap(({ marking, text }, index) => [
            ...wrapCableText(`${index + 1}. (${marking}) ${text}`),
            '',
          ]);
          const written = writeCable(heading, [...body, 'CLINTON'], { linesPerSection });
          const cable = readCable(written);
          expect(cable.number).toBeNull();
          expect(cable.to).toEqual(heading.to);
          expect(cable.captions).toEqual(heading.captions);
          expect(cable.subject).toBe(heading.subject);
          expect(cable.tags).toEqual(heading.tags);
          expect(cable.references.map(({ number }) => number)).toEqual(heading.references);
          expect(cable.paragraphs).toEqual(list.map((one, index) => ({ number: index + 1, ...one })));
          expect(cable.signature).toBe('CLINTON');
          expect(written.split('\n').every((line) => line.length <= CABLE_WIDTH)).toBe(true);
        },
      ),
      { numRuns: 60 },
    );
  });
});
