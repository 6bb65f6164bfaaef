import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import fc from 'fast-check';
import type { Cable } from './cable';
import { readCable } from './read-cable';

const whole = readFileSync(join(__dirname, '../fixtures/09STATE70412-lesotho.txt'), 'utf8');
// The same cable as one section, so that nothing at all is odd about it.
const base = whole
  .replace('SECTION 01 OF 02 ', '')
  .replace(/UNCLAS SECTION 02 OF 02[\s\S]*?2009-2010\n\n/, '');
const plain = readCable(base);
const lines = base.split('\n');
const bodyFrom = lines.findIndex((line) => line.startsWith('1. '));
const bodyTo = lines.indexOf('CLINTON');

// What differs by the copy alone: how it was sent, and what stood around it.
const withoutAnomalies = ({ anomalies: _, handling: __, textBeforeFirst: ___, ...cable }: Cable) => cable;
const told = (cable: Cable) => cable.anomalies.map(({ code, paragraph }) => `${paragraph ?? '-'} ${code}`);
const paragraphOf = (at: number): number =>
  lines.slice(0, at + 1).reduce((number, line) => Number(/^(\d+)\. \(/.exec(line)?.[1] ?? number), 0);

/** Reads the damaged text and expects the same cable, with exactly these oddities. */
const expectSame = (text: string, anomalies: string[]) => {
  const cable = readCable(text);
  expect(withoutAnomalies(cable)).toEqual(withoutAnomalies(plain));
  expect(told(cable)).toEqual(anomalies);
};
const numbers = [1, 2, 3, 4, 5, 6];
const openingOf = (number: number) => new RegExp(`^${number}\\. `, 'm');

describe('a cable without damage', () => {
  it('has nothing odd about it', () => {
    expect(plain.anomalies).toEqual([]);
    expect(plain.paragraphs.map(({ number }) => number)).toEqual(numbers);
    expect(plain.recommendations).toHaveLength(6);
    expect(plain.talkingPoints).toHaveLength(3);
  });

  it('is the same cable when it comes in sections with repeated headers', () => {
    expectSame(whole, ['4 section-header-inside']);
  });
});

describe('paragraph numbers', () => {
  it.each(numbers)('reads paragraph %i with a linked sign', (number) => {
    expectSame(base.replace(openingOf(number), `[1](#)${number}. `), [
      `${number} linked-text`,
      `${number} paragraph-number-form`,
    ]);
  });

  it.each(numbers)('reads paragraph %i with a paragraph sign', (number) => {
    expectSame(base.replace(openingOf(number), `¶${number}. `), [`${number} paragraph-number-form`]);
  });

  it('reads paragraph signs that went through a wrong character table', () => {
    const text = base.replace(/^(\d)\. /gm, 'Â¶$1. ');
    expectSame(
      text,
      numbers.map((number) => `${number} paragraph-number-form`),
    );
  });

  it.each(numbers)('reads paragraph %i without a blank before its mark', (number) => {
    expectSame(base.replace(openingOf(number), `${number}.`), [`${number} paragraph-number-form`]);
  });

  it.each(numbers)('reads paragraph %i without a full stop', (number) => {
    expectSame(base.replace(openingOf(number), `${number} `), [`${number} paragraph-number-form`]);
  });

  it.each(numbers)('reads paragraph %i whose sign was taken for a one', (number) => {
    expectSame(base.replace(openingOf(number), `1${number}. `), [`${number} paragraph-number-wrong`]);
  });

  it.each([2, 3, 4, 5])('reads paragraph %i under a lone wrong number', (number) => {
    expectSame(base.replace(openingOf(number), `${number + 40}. `), [`${number} paragraph-number-wrong`]);
  });

  it('takes the forms all at once', () => {
    const mixed = base
      .replace(openingOf(1), '[1](#)1. ')
      .replace(openingOf(2), '¶2. ')
      .replace(openingOf(3), '3.')
      .replace(openingOf(5), '15. ');
    expect(withoutAnomalies(readCable(mixed))).toEqual(withoutAnomalies(plain));
  });

  it('tells a lost mark and leaves it empty', () => {
    const cable = readCable(base.replace('3. (SBU) ', '3. '));
    expect(cable.paragraphs[2]).toEqual({ ...plain.paragraphs[2], marking: null });
    expect(told(cable)).toEqual(['3 paragraph-unmarked']);
  });
});

describe('headers of sections', () => {
  const places = fc.integer({ min: bodyFrom + 1, max: bodyTo - 1 });
  const header = fc.constantFrom(
    'STATE 00070412 002 OF 003',
    'STATE 00070412  002.2 OF 003',
    'UNCLAS SECTION 02 OF 03 STATE 070412',
  );
  const padding = fc.constantFrom('', '\n');

  it('are taken out wherever they stand, and every sentence is joined across them', () => {
    fc.assert(
      fc.property(places, header, padding, (at, line, pad) => {
        const text = [...lines.slice(0, at), `${pad}${line}${pad}`, ...lines.slice(at)].join('\n');
        const expected = [`${paragraphOf(at - 1)} section-header-inside`];
        const cable = readCable(text);
        expect(withoutAnomalies(cable)).toEqual(withoutAnomalies(plain));
        expect(told(cable).filter((one) => !one.endsWith('section-missing'))).toEqual(expected);
      }),
    );
  });

  it('are taken out of the middle of a line', () => {
    expectSame(base.replace('third year brings', 'third year STATE 00070412 002 OF 002 brings'), [
      '3 section-header-inside',
    ]);
  });

  it('of a missing section are missed', () => {
    const cable = readCable(base.replace('UNCLAS STATE', 'UNCLAS SECTION 01 OF 02 STATE'));
    expect(told(cable)).toEqual(['- section-missing']);
  });
});

describe('an empty line inside a sentence', () => {
  const inside = lines
    .map((line, at) => ({ at, line, before: lines[at - 1] ?? '' }))
    .filter(({ at, line, before }) => at > bodyFrom && at < bodyTo && before !== '' && line !== '')
    .filter(({ line, before }) => !/[.:;]$/.test(before) && !/^(?:--|\d+\.|[A-Z]\.|End|Begin)/.test(line));

  it('is closed again and told', () => {
    fc.assert(
      fc.property(fc.constantFrom(...inside), ({ at }) => {
        const text = [...lines.slice(0, at), '', ...lines.slice(at)].join('\n');
        expectSame(text, [`${paragraphOf(at - 1)} text-broken`]);
      }),
    );
  });
});

describe('marks that a copy mangled', () => {
  it.each([',s', '8s', '?s', '`s', '´s'])('repairs an apostrophe that became %s', (mangled) => {
    expectSame(base.replace("government's", `government${mangled}`), ['2 mangled-quote']);
  });

  it('takes curly marks for what they are', () => {
    expectSame(base.replace(/'s/g, '’s'), []);
  });

  it('repairs marks that went through a wrong character table', () => {
    expectSame(base.replace(/'s/g, 'â€™s'), []);
  });

  it.each([
    ['the &Field Book8 tells', 'the "Field Book" tells'],
    ['the &Field Book,8 tells', 'the "Field Book," tells'],
    ['they don,t and can8t say', "they don't and can't say"],
    ['we,re glad', "we're glad"],
    [
      'the record of other governments, efforts to train',
      "the record of other governments' efforts to train",
    ],
  ])('repairs %j', (damaged, expected) => {
    const cable = readCable(base.replace('The third year', `They say ${damaged}. The third year`));
    expect(cable.paragraphs[2]?.text).toContain(`They say ${expected}.`);
    expect(new Set(told(cable))).toEqual(new Set(['3 mangled-quote']));
  });

  it.each([
    ['AT&T and R&D paid 8 dollars', 0],
    ['governments, efforts, and money', 1],
    ['posts, background papers', 1],
    ['a list of countries, states, and ports', 0],
    ['in 1998 some, such as these, left', 0],
    ['the Mi-8s flew', 0],
  ])('leaves %j as it stands', (words, doubts) => {
    const cable = readCable(base.replace('The third year', `They say ${words}. The third year`));
    expect(cable.paragraphs[2]?.text).toContain(`They say ${words}.`);
    expect(told(cable)).toEqual(Array.from({ length: doubts }, () => '3 mangled-quote'));
  });
});

describe('blocks', () => {
  it.each([
    ['End action request.', '', '2 block-not-closed'],
    ['End talking points.\n', '', '4 block-not-closed'],
    ['End action plan.\n', '', '5 block-not-closed'],
    ['Begin action request: ', '', '2 block-not-opened'],
    ['End action plan.', 'End non-paper.', '5 block-closed-by-other'],
    ['End talking points.', 'End points.', '4 block-closed-by-other'],
  ])('tells of %j turned into %j', (...[mark, instead, anomaly]) => {
    const cable = readCable(base.replace(mark, instead));
    expect(told(cable)).toEqual([anomaly]);
    expect(cable.talkingPoints).toEqual(plain.talkingPoints);
    expect(cable.recommendations).toEqual(plain.recommendations);
  });

  it('tells of notes that are announced and absent', () => {
    const cable = readCable(base.replace(/ \[Note:[^\]]*\]/, ''));
    expect(told(cable)).toEqual(['2 notes-announced-absent']);
  });

  it('tells of an item under no heading', () => {
    const cable = readCable(
      base.replace('A. Short-term steps, which weigh most in the winter:', 'What we ask:'),
    );
    expect(told(cable)).toEqual(['5 priority-unclear', '5 priority-unclear']);
    expect(cable.recommendations.map(({ priority }) => priority)).toEqual(Array(6).fill('other'));
  });

  it.each(['--', '-- ', '- ', '* ', '• ', '— ', '– '])('reads bullets written as %j', (bullet) => {
    const cable = readCable(base.replace(/^-- /gm, bullet));
    expect(cable.recommendations).toEqual(plain.recommendations);
    expect(cable.talkingPoints).toEqual(plain.talkingPoints);
    expect(told(cable).every((one) => one.endsWith('bullet-form'))).toBe(true);
  });

  it('reads counted items as well as bullets', () => {
    let count = 0;
    const counted = base.replace(/^-- /gm, () => `${(count += 1)}. `);
    expect(readCable(counted).recommendations).toEqual(plain.recommendations);
    expect(readCable(counted).talkingPoints).toEqual(plain.talkingPoints);
  });
});

describe('dates', () => {
  it('that agree are not told', () => {
    expectSame(base, []);
    expect(told(readCable(base.replace('by\nFebruary 2010', 'on\nFebruary 1, 2010')))).toEqual([]);
  });

  it('of the interim assessment that disagree are told where they differ', () => {
    const text = base.replace('before the rains.', 'before the interim\nassessment in January 2010.');
    const odd = readCable(text).anomalies;
    expect(odd).toMatchObject([{ code: 'dates-disagree', paragraph: 4, found: 'January 2010' }]);
  });

  it("of post's report that disagree are told", () => {
    const text = base
      .replace('works. ', '')
      .replace('The third year brings', 'Post should report by November 2, 2009. The third year brings');
    expect(told(readCable(text))).toEqual(['3 dates-disagree']);
  });

  it.each([
    ['1881530', []],
    ['1890110', []],
    ['1891530', ['- date-mismatch']],
    ['1871530', ['- date-mismatch']],
    ['0071530', ['- date-mismatch']],
  ])('of the DE line %s are held against the date-time group', (sent, expected) => {
    expect(told(readCable(base.replace('1881530', sent)))).toEqual(expected);
  });

  it('of the thirty-first of December may be sent on day one', () => {
    const text = base.replace('1881530', '0010005').replace('071522Z JUL 09', '312350Z DEC 09');
    expect(told(readCable(text))).toEqual([]);
  });

  it('that do not exist make no cable', () => {
    expect(() => readCable(base.replace('071522Z JUL', '311522Z JUN'))).toThrow('date-time group');
  });

  it('and serials of the DE line are held against the number', () => {
    expect(told(readCable(base.replace('#0412', '#0413')))).toEqual(['- serial-mismatch']);
  });
});

describe('the header', () => {
  it('joins a subject broken over two lines', () => {
    expectSame(base.replace('STEPS ASKED OF', 'STEPS ASKED\nOF'), ['- subject-wrapped']);
  });

  it('reads linked tags', () => {
    expectSame(base.replace('KTIP, KCRM', '[KTIP](#), [KCRM](#)'), ['- linked-text', '- linked-text']);
  });

  it.each(['TAGS', 'SUBJECT', 'E.O.', 'FM', 'TO'])('tells that the %s line is missing', (name) => {
    const cable = readCable(
      base.replace(new RegExp(`^${name.replace(/\./g, '\\.')}[: ].*\n(?:INFO.*\nAMCONSUL.*\n)?`, 'm'), ''),
    );
    expect(cable.anomalies).toMatchObject([{ code: 'field-missing', found: name, paragraph: null }]);
    expect(cable.paragraphs).toEqual(plain.paragraphs);
  });

  it('does without references', () => {
    const cable = readCable(base.replace(/REF: [\s\S]*?\n\n/, ''));
    expect(cable.references).toEqual([]);
    expect(cable.paragraphs).toEqual(plain.paragraphs);
  });
});

describe('the file itself', () => {
  it.each([
    ['Windows line ends', base.replace(/\n/g, '\r\n')],
    ['old Macintosh line ends', base.replace(/\n/g, '\r')],
    ['a byte-order mark', `\ufeff${base}`],
    ['blanks at the ends of lines', base.replace(/\n/g, '  \n')],
    ['blanks that do not break', base.replace(/ of /g, '\u00a0of ')],
    ['a foot below', `${base}\n\nNNNN\n\n\n=======================CABLE ENDS============================\n`],
    ['no line end at the end', base.trimEnd()],
  ])('reads a file with %s', (...[, text]) => {
    expectSame(text, []);
  });

  it('tells of other matter above the cable', () => {
    const text = `Viewing cable\nCreated: 2009\n\n${base}`;
    expectSame(text, ['- banner-above']);
    expect(readCable(text).anomalies[0]?.found).toBe('Viewing cable Created: 2009');
  });
});

describe('what is no cable', () => {
  it.each(['no-cable-memo.txt', 'no-cable-article.txt'])('%s is refused and says what is missing', (file) => {
    const text = readFileSync(join(__dirname, '../fixtures', file), 'utf8');
    expect(() => readCable(text)).toThrow(
      /not a cable: it has no line with post and serial .* and no date-time group/,
    );
  });

  it.each([
    '',
    ' \n\n',
    '{"cable": true}',
    '<html><body>UNCLAS STATE 012345</body></html>',
    'UNCLAS STATE 012345',
  ])('%j is refused', (text) => {
    expect(() => readCable(text)).toThrow(expect.objectContaining({ name: 'NotACable' }));
  });

  it('never fails in any other way, whatever is cut out or put in', () => {
    const cut = fc.record({
      from: fc.nat(base.length),
      length: fc.nat(400),
      put: fc.string({ maxLength: 40 }),
    });
    fc.assert(
      fc.property(fc.array(cut, { minLength: 1, maxLength: 4 }), (cuts) => {
        const text = cuts.reduce(
          (sofar, { from, length, put }) => sofar.slice(0, from) + put + sofar.slice(from + length),
          base,
        );
        try {
          const cable = readCable(text);
          if (cable.number === null) expect(told(cable)).toContain('- draft');
          else expect(cable.number).toMatch(/^\d\d[A-Z]+\d+$/);
          for (const { text: words } of cable.paragraphs) expect(words).not.toMatch(/\s{2}|\n/);
        } catch (error) {
          expect(error).toMatchObject({ name: 'NotACable' });
        }
      }),
      { numRuns: 300 },
    );
  });
});

describe('headings and rules between paragraphs', () => {
  it.each([
    ['What the Ministry Says\n----------------------', '2 heading-between'],
    ['----------\nA Word of Warning\n----------', '2 heading-between'],
    ['WHAT TO EXPECT', '2 heading-between'],
    ['What to Expect in Winter', '2 heading-between'],
    ['==========', ''],
  ])('%j joins neither paragraph', (...[heading, anomaly]) => {
    expectSame(base.replace(openingOf(3), `${heading}\n\n3. `), anomaly === '' ? [] : [anomaly]);
  });

  it.each(['Summary', 'SENSITIVE BUT UNCLASSIFIED: HANDLE WITH CARE', 'Summary: 12 were tried in May.'])(
    '%j above the first paragraph joins no reference and is kept',
    (words) => {
      const text = base.replace(openingOf(1), `${words}\n-------\n\n1. `);
      expectSame(text, ['- text-before-first']);
      expect(readCable(text).textBeforeFirst).toBe(words);
    },
  );
});

describe('lists and dashes inside a paragraph', () => {
  const inside = (words: string) => readCable(base.replace('running. The third year', `running. ${words}`));

  it('stay in it though their items bear marks', () => {
    const cable = inside('Two things count:\n\n1. (SBU) The first.\n\n2. (U) The second.\n\nThe third year');
    expect(cable.paragraphs).toHaveLength(6);
    expect(cable.paragraphs[2]?.text).toContain('1. (SBU) The first. 2. (U) The second. The third year');
  });

  it('are no bullets where a wrapped sentence goes on with a dash', () => {
    const cable = inside('The ministry\n-- which had promised much\n-- did little. The third year');
    expect(cable.paragraphs[2]?.text).toContain('The ministry -- which had promised much -- did little.');
  });

  it('leave their marks to the paragraph when they become points', () => {
    const marked = readCable(base.replace(/^-- /gm, '-- (SBU) '));
    expect(marked.talkingPoints).toEqual(plain.talkingPoints);
    expect(marked.recommendations).toEqual(plain.recommendations);
  });

  it('keep a note in brackets with the item above it', () => {
    const apart = base.replace(
      ' [Note: post may offer the list drawn\nup in ref B.]',
      '\n\n[Post may offer the list drawn\nup in ref B.]',
    );
    expect(readCable(apart).recommendations[1]?.text).toMatch(
      /cases\. \[Post may offer the list drawn up in ref B\.\]$/,
    );
  });
});

describe('numbers that are no misprint', () => {
  it('are kept where a paragraph is missing, and told', () => {
    const cable = readCable(base.replace(/3\. \(SBU\)[\s\S]*?\n\n/, ''));
    expect(cable.paragraphs.map(({ number }) => number)).toEqual([1, 2, 4, 5, 6]);
    expect(told(cable)).toEqual(['4 paragraph-number-wrong']);
  });

  it('are kept where one stands twice, and told', () => {
    const cable = readCable(
      base
        .replace(openingOf(3), '2. ')
        .replace(openingOf(4), '3. ')
        .replace(openingOf(5), '4. ')
        .replace(openingOf(6), '5. '),
    );
    expect(cable.paragraphs.map(({ number }) => number)).toEqual([1, 2, 2, 3, 4, 5]);
    expect(told(cable)).toEqual(['2 paragraph-number-wrong']);
  });
});
