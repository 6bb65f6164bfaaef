import { z } from 'zod';
import { accept } from '../accept';
import { Invalid, type Reason, SpillStopped } from '../errors';
import { choiceOrNull, oneOrMore, several, ticked } from './choice';
import { againstFarDay, day } from './day';
import { emailAddress } from './email';
import { wholeNumber } from './number';
import { page } from './page';
import { filterId, rowId, rowIdOrNull } from './row-id';
import { document, line, optionalText, searchedText, text } from './text';
import { seenVersion } from './version';

function refusals(kind: z.ZodType, given: unknown): Reason[] {
  try {
    accept(z.strictObject({ field: kind }), { field: given });
  } catch (error) {
    if (error instanceof Invalid) return error.reasons;
    throw error;
  }
  return [];
}
const messages = (kind: z.ZodType, given: unknown) => refusals(kind, given).map(({ message }) => message);
const read = (kind: z.ZodType, given: unknown) =>
  accept(z.strictObject({ field: kind }), { field: given }).field;

const TEXT = text('Write something.', 40);

describe('a text', () => {
  it.each([
    ['line breaks of every system', 'one\r\ntwo\rthree\nfour', 'one two three four'],
    ['Word’s line break', 'First line\u000Bsecond line', 'First line second line'],
    ['a page break', 'one\ftwo', 'one two'],
    ['separators of lines and paragraphs', 'one\u2028two\u2029three\u0085four', 'one two three four'],
    ['tabs and blanks of any width', ' a\tb\u00A0c\u2009d ', 'a b c d'],
    ['a soft hyphen', 'a bud\u00ADget line', 'a budget line'],
    ['marks of no width', 'a\u200Bb\u2060c\uFEFFd\u200Ee\u200Ff', 'abcdef'],
    ['tags that no eye sees', 'a\u{E0041}b', 'ab'],
    ['Word’s bullets', '\uF0B7 one\u000B\uF0A7 two\n\uF0D8 three', '• one • two • three'],
    ['joiners of Persian', 'می\u200Cخواهم', 'می\u200Cخواهم'],
    ['joiners of Indic scripts', 'क्\u200Dष', 'क्\u200Dष'],
    ['smart quotes, dashes, accents, any script', '“a” – é Ж 資 😀', '“a” – é Ж 資 😀'],
  ])('takes %s', (_what, given, kept) => expect(read(TEXT, given)).toBe(kept));

  it.each([
    ['three \u202Emen', 'character 7, right-to-left override (U+202E)'],
    ['a\u2066b', 'character 2, left-to-right isolate (U+2066)'],
    ['ab\u0007', 'character 3, bell (U+0007)'],
    ['\u001B[31m', 'character 1, escape (U+001B)'],
    ['😀\u0001', 'character 2, control character (U+0001)'],
    ['a \uFFFC', 'character 3, object replacement character, where a picture stood (U+FFFC)'],
    ['a \uFFFD', 'character 3, replacement character, where a letter was lost (U+FFFD)'],
    ['\uF041', 'character 1, character of a symbol font (U+F041)'],
    ['a\u0000', 'character 2, null (U+0000)'],
    ['a\uD800', 'character 2, half of a character (U+D800)'],
    ['\uFFFE', 'character 1, character without a sign (U+FFFE)'],
  ])('refuses %j with name and place', (given, told) => {
    for (const kind of [TEXT, line('Write a line.'), optionalText(40)])
      expect(refusals(kind, given)).toEqual([
        { field: 'field', code: 'control-character', message: `Remove what cannot be kept: ${told}.` },
      ]);
  });

  it('names three places and counts the rest', () => {
    expect(messages(TEXT, 'a\u0007b\u0007c\u0007d\u0007e\u0007')[0]).toMatch(
      /character 6, bell .*; and 2 more\.$/,
    );
  });

  it('says by how much it is too long, and what is missing', () => {
    expect(messages(TEXT, 'x'.repeat(52))).toEqual(['Use at most 40 characters: this has 12 too many.']);
    expect(messages(TEXT, ' \u200B ')).toEqual(['Write something.']);
    expect(messages(TEXT, undefined)).toEqual(['Write something.']);
  });

  it('that may be left out is null when blank, and one that is looked for is none', () => {
    for (const given of [undefined, null, '', ' \n ']) expect(read(optionalText(40), given)).toBeNull();
    for (const given of [undefined, '', '  ']) expect(read(searchedText(40), given)).toBeUndefined();
    expect(read(searchedText(40), ' Togo ')).toBe('Togo');
  });

  it('that is kept byte for byte may hold odd bytes, but nothing that fools a reader', () => {
    const kind = document('Paste it.', 100);
    const given = '\r\nUNCLAS\fpost\u0092s\u00AD  plan\u0007\n';
    expect(read(kind, given)).toBe(given);
    expect(messages(kind, 'ab\u202Ec')[0]).toContain('character 3, right-to-left override');
    expect(messages(kind, ' \n ')).toEqual(['Paste it.']);
  });
});

describe('a text that is classified', () => {
  const kinds = {
    text: TEXT,
    line: line('Write a line.'),
    optional: optionalText(40),
    document: document('Paste.', 40),
  };

  it.each(Object.entries(kinds))('is stopped in a %s, whatever else is wrong with it', (_name, kind) => {
    for (const given of [
      '1. (C) One.',
      '(S) a \u202E b',
      `(TS) ${'x'.repeat(60)}`,
      '(U) a\u000B(C) b',
      '(C) a\u0000',
    ]) {
      const stopped = (() => {
        try {
          return accept(z.strictObject({ field: kind, other: rowId('Choose.') }), {
            field: given,
            other: '',
          });
        } catch (error) {
          return error;
        }
      })() as SpillStopped;
      expect(stopped).toBeInstanceOf(SpillStopped);
      expect(stopped.traces).toEqual([
        { field: 'field', rule: 'portion-mark', hash: expect.stringMatching(/^[0-9a-f]{64}$/) },
      ]);
      expect(stopped.reasons.map(({ code }) => code)).toEqual(['spill']);
      expect(JSON.stringify({ ...stopped, message: stopped.message })).not.toContain(given.slice(5));
    }
  });
});

describe('a day', () => {
  const kind = day('Say when.');

  it.each(['2000-01-01', '2009-11-15', '2015-02-28', ' 2009-11-15 '])('is taken: %s', (given) => {
    expect(read(kind, given)).toBe(given.trim());
  });
  it('may be typed in Arabic or Persian digits', () => {
    expect(read(kind, '٢٠٠٩-١١-١٥')).toBe('2009-11-15');
    expect(read(kind, '۲۰۰۹-۱۱-۱۵')).toBe('2009-11-15');
  });

  it.each([
    ['0209-11-15', 'Was this meant to be 2009?'],
    ['2090-11-15', 'Was this meant to be 2009?'],
    ['2909-11-15', 'Was this meant to be 2009?'],
    ['0001-01-01', 'Was this meant to be 2001?'],
  ])('of a mistyped year is refused with the year that was meant: %s', (given, asked) => {
    expect(refusals(kind, given)).toEqual([
      { field: 'field', code: 'day-out-of-range', message: expect.stringContaining(asked) },
    ]);
  });
  it.each(['1990-05-05', '1999-12-31', '9999-12-31', '2200-01-01'])(
    'out of all reason is refused: %s',
    (given) => {
      expect(refusals(kind, given)).toMatchObject([{ code: 'day-out-of-range' }]);
    },
  );
  it.each(['2009-02-30', '15 November 2009', '2009-11-15T00:00', '02009-11-15', '', null, 20091115])(
    'that is none is refused with an example: %s',
    (given) => expect(messages(kind, given)[0]).toContain('Say when.'),
  );

  it('far from its cycle is asked about, unless a person is sure', () => {
    const asked = { reportYear: 2009, sure: false };
    expect(againstFarDay('on', '2009-11-15', asked)).toEqual([]);
    expect(againstFarDay('on', '2019-11-15', asked)).toMatchObject([
      { field: 'on', code: 'far-day', message: expect.stringContaining('Was this meant to be 2009?') },
    ]);
    expect(againstFarDay('on', '2019-11-15', { reportYear: 2009, sure: true })).toEqual([]);
  });
});

describe('a number', () => {
  const kind = wholeNumber({ missing: 'Enter the number.', least: 0, most: 10_000_000 });

  it.each([
    ['1234', 1234],
    ['1,234', 1234],
    ['1 234', 1234],
    ['1\u00A0234', 1234],
    ['1\u2009234', 1234],
    ['1\u202F234', 1234],
    ['1’234', 1234],
    ['1,234,567', 1_234_567],
    ['12,34,567', 1_234_567],
    ['٤٥', 45],
    ['۴۵', 45],
    ['١٬٢٣٤', 1234],
    ['۱،۲۳۴', 1234],
    ['４５', 45],
    ['\u200F45', 45],
    [' 45 ', 45],
    ['+7', 7],
    ['007', 7],
    ['0', 0],
    [45, 45],
  ])('has one reading: %j', (given, value) => expect(read(kind, given)).toBe(value));

  it.each([
    ['1.234', '.'],
    ['1,23', ','],
    ['1,2345', ','],
    ['0,123', ','],
    ['1,234.50', '.'],
    ['45 persons', 'persons'],
    ['about 45', 'about'],
    ['~45', '~'],
    ['1e3', 'e'],
    ['½', '½'],
    ['several', 'several'],
    ['٤٫٥', '٫'],
  ])('with another sign is refused with that sign: %j', (given, sign) => {
    expect(refusals(kind, given)).toEqual([
      { field: 'field', code: 'not-a-number', message: expect.stringMatching(/^“(.+)” was not understood/) },
    ]);
    expect(messages(kind, given)[0]).toContain(`“${sign}`);
  });

  it.each(['', '  ', undefined, null, '\u00A0'])(
    'that is not there has a message of its own: %j',
    (given) => {
      expect(messages(kind, given)).toEqual(['Enter the number.']);
    },
  );
  it.each(['-1', '−1', -1, 1.5, '99999999', 1e21])('out of range is told the range: %j', (given) => {
    expect(messages(kind, given)).toEqual(['Enter a whole number from 0 to 10,000,000.']);
  });
});

describe('an e-mail address', () => {
  it.each([
    "maeve.o'connor@example.gov",
    'maeve.o’connor@example.gov',
    'a+b@example.gov',
    'Dana.Desk@Example.gov',
    'a_b-c@post.example.gov',
    'demarche@localhost',
    `${'x'.repeat(64)}@example.gov`,
  ])('is taken: %s', (given) => {
    expect(read(emailAddress(), given)).toBe(given.toLowerCase().replace('’', "'"));
  });

  it.each([
    'nobody',
    'a@b@c',
    'a b@example.gov',
    'a..b@example.gov',
    '.a@example.gov',
    'a@example..gov',
    'a@-example.gov',
    'a@[127.0.0.1]',
    'a,b@example.gov',
    'a<b>@example.gov',
    '"a b"@example.gov',
    'a@exämple.gov',
    'ä@example.gov',
    'a\r\nBcc: b@example.gov',
    `${'x'.repeat(65)}@example.gov`,
    `a@${'x.'.repeat(130)}gov`,
    '@example.gov',
    'a@',
  ])('is refused: %j', (given) => expect(messages(emailAddress(), given)).not.toEqual([]));
});

describe('ids, versions and pages', () => {
  it('are ids by their shape alone', () => {
    expect(read(rowId('Choose.'), ' DUSHANBE ')).toBe('DUSHANBE');
    for (const given of ['', 'a b', 'x'.repeat(65), 'a\u0000', 7, null, "'; --", '../x'])
      expect(messages(rowId('Choose.'), given)).not.toEqual([]);
    expect(read(rowIdOrNull(), '')).toBeNull();
    expect(read(filterId(), '')).toBeUndefined();
    expect(messages(filterId(), '%')).not.toEqual([]);
  });

  it('are whole numbers within bounds, from a form or a machine', () => {
    expect(read(seenVersion(), '3')).toBe(3);
    expect(read(seenVersion(), '')).toBeUndefined();
    expect(read(seenVersion(0), 0)).toBe(0);
    for (const given of [0, 'x', 1.5, 2 ** 31, -1, '1e3', true])
      expect(messages(seenVersion(), given)).toHaveLength(1);
    expect(read(page(), undefined)).toBe(1);
    expect(read(page(), '2')).toBe(2);
    for (const given of [0, '', 'x', '1e3', '0x10', 10_001, '-1', true, '2.5'])
      expect(messages(page(), given)).toHaveLength(1);
  });
});

describe('choices', () => {
  it('read a form: blank as left open, one box as a list, the same box twice as once', () => {
    expect(read(choiceOrNull(['a', 'b']), ' ')).toBeNull();
    expect(read(several(rowId('Choose.')), 'a')).toEqual(['a']);
    expect(read(several(rowId('Choose.')), ['a', 'a', 'b'])).toEqual(['a', 'b']);
    expect(messages(oneOrMore(rowId('Choose.'), 'Choose one.'), '')).toEqual(['Choose one.']);
  });

  it('know a ticked box', () => {
    expect([undefined, '', false].map((given) => read(ticked(), given))).toEqual([false, false, false]);
    expect(['on', 'yes', 'true', true].map((given) => read(ticked(), given))).toEqual([
      true,
      true,
      true,
      true,
    ]);
    expect(messages(ticked(), 'perhaps')).toHaveLength(1);
  });
});
