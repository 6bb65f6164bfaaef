import { CABLE_WIDTH, readCable, type SectionOptions } from '@demarche/cables';
import { Invalid } from '@demarche/base';
import fc from 'fast-check';
import { anyPaper, anyWords, asciiLetters } from '../../../../test/support/paper-blocks';
import { cableOf } from './cable.presenter';
import type { PaperBlock } from '../text/paper-block';

const HEADER: PaperBlock[] = Object.entries({
  PRECEDENCE: 'ROUTINE',
  FROM: 'SECSTATE WASHDC',
  TO: 'AMEMBASSY DUSHANBE',
  CLASSIFICATION: 'UNCLAS',
  'E.O. 12958': 'N/A',
  TAGS: 'KTIP, TI',
  SUBJECT: 'A PLAN',
}).map(([name, text]) => ({ kind: 'field', name, text }));

const bodyOf = (blocks: PaperBlock[]) => blocks.filter(({ kind }) => kind !== 'field');
const written = (blocks: PaperBlock[], options?: SectionOptions) =>
  cableOf([...HEADER, ...bodyOf(blocks)], options);
const numberedIn = (blocks: PaperBlock[]) =>
  blocks.flatMap((block) => (block.kind === 'numbered' ? [block] : []));

const letters = fc.stringMatching(/^[a-z]{1,14}$/);
const anySize = fc.record({ linesPerSection: fc.integer({ min: 3, max: 60 }) });
const reasonsOf = (work: () => unknown) => {
  try {
    work();
  } catch (error) {
    if (error instanceof Invalid) return error.reasons;
    throw error;
  }
  return [];
};

describe('a paper as a cable', () => {
  it('is plain ASCII of at most 55 columns, whatever the words', () => {
    fc.assert(
      fc.property(anyPaper(anyWords(asciiLetters)), anySize, (blocks, options) => {
        const text = written(blocks, options);
        expect(text).toMatch(/^[\n\x20-\x7e]*$/);
        expect(text.split('\n').filter((line) => line.length > CABLE_WIDTH)).toEqual([]);
      }),
      { numRuns: 150 },
    );
  });

  it('opens every paragraph with its number and its mark on one line, wherever the sections are split', () => {
    fc.assert(
      fc.property(anyPaper(anyWords(letters)), anySize, (blocks, options) => {
        const opened = written(blocks, options)
          .split('\n')
          .filter((line) => /^\d+\. /.test(line))
          .map((line) => line.replace(/^(\d+\. \([A-Z/]+\)) [a-z]+( .*)?$/, '$1'));
        expect(opened).toEqual(numberedIn(blocks).map(({ number, mark }) => `${number}. (${mark})`));
      }),
      { numRuns: 150 },
    );
  });

  it('loses no word and keeps their order, section lines apart', () => {
    fc.assert(
      fc.property(anyPaper(anyWords(letters)), anySize, (blocks, options) => {
        const lines = written(blocks, options).split('\n');
        const text = lines.filter((line) => !/ SECTION \d\d OF \d\d /.test(line)).join(' ');
        const words = bodyOf(blocks).flatMap(({ text: words }) => words.split(' '));
        const found: string[] = text.match(/[a-z]+/g) ?? [];
        expect(found.filter((word) => words.includes(word)).length).toBeGreaterThanOrEqual(words.length);
        expect(words.filter((word) => !found.includes(word))).toEqual([]);
      }),
      { numRuns: 100 },
    );
  });

  it('is read back with the same paragraphs, marks and recommendations', () => {
    const blocks: PaperBlock[] = [
      { kind: 'numbered', number: 1, mark: 'U', text: 'Please act.' },
      { kind: 'numbered', number: 2, mark: 'SBU', text: 'The plan.' },
      { kind: 'begin', text: 'action plan' },
      { kind: 'heading', level: 2, text: 'A. High-priority steps' },
      { kind: 'ask', label: 'A1', text: 'Fund the “shelter” – now.' },
      { kind: 'note', text: 'Note for post: ask the deputy.' },
      { kind: 'heading', level: 2, text: 'Further steps' },
      { kind: 'heading', level: 3, text: 'C. Protection' },
      { kind: 'ask', label: 'C2', text: 'Train guards.' },
      { kind: 'end', text: 'action plan' },
    ];
    const sent = written(blocks).replace('FM', 'R 041400Z NOV 09\nFM').replace('STATE\n', 'STATE 012345\n');
    const cable = readCable(sent);
    expect(cable).toMatchObject({ number: '09STATE12345', captions: ['SENSITIVE'], tags: ['KTIP', 'TI'] });
    expect(cable.paragraphs.map(({ number, marking }) => [number, marking])).toEqual([
      [1, 'U'],
      [2, 'SBU'],
    ]);
    expect(cable.recommendations).toEqual([
      {
        priority: 'high',
        pillar: null,
        text: 'Fund the "shelter" - now. [Note for post: ask the deputy.]',
        notes: ['ask the deputy.'],
      },
      { priority: 'other', pillar: 'protection', text: 'Train guards.', notes: [] },
    ]);
    expect(cable.anomalies).toEqual([]);
  });

  it('carries no number, no date and no signature that nobody gave it', () => {
    const text = written([{ kind: 'numbered', number: 1, mark: 'U', text: 'Please act.' }]);
    expect(text).toBe(
      [
        'FM SECSTATE WASHDC',
        'TO AMEMBASSY DUSHANBE ROUTINE',
        '',
        'UNCLAS STATE',
        '',
        'E.O. 12958: N/A',
        'TAGS: KTIP, TI',
        'SUBJECT: A PLAN',
        '',
        '1. (U) Please act.',
        '',
        '',
      ].join('\n'),
    );
  });

  it('refuses what no cable can carry, each with its place', () => {
    const reasons = reasonsOf(() =>
      written([
        { kind: 'numbered', number: 1, mark: 'U', text: 'Ask Душанбе.' },
        { kind: 'ask', label: 'A1', text: 'Train 東京 guards.' },
        { kind: 'bullet', text: 'fine' },
      ]),
    );
    expect(reasons.map(({ field, message }) => [field, message])).toEqual([
      [
        'paragraph 1',
        'paragraph 1 holds “Д” (character 5), which no cable can carry: write it in Latin letters.',
      ],
      ['A1', 'A1 holds “東” (character 7), which no cable can carry: write it in Latin letters.'],
    ]);
  });

  it.each([
    ['FROM', /no line “FROM”/],
    ['PRECEDENCE', /no line “PRECEDENCE”/],
    ['E.O. 12958', /no line “E\.O\. 13526”/],
  ])('says which header line is missing: %s', (missing, message) => {
    const header = HEADER.filter((block) => block.kind === 'field' && block.name !== missing);
    const reasons = reasonsOf(() =>
      cableOf([...header, { kind: 'numbered', number: 1, mark: 'U', text: 'Act.' }]),
    );
    expect(reasons).toEqual([
      expect.objectContaining({ field: 'header', message: expect.stringMatching(message) }),
    ]);
  });

  it('cites earlier cables under letters of its own', () => {
    const cited = ['A. 09 STATE 88558', 'B. 2008 STATE 132759'].map((text): PaperBlock => ({
      kind: 'field',
      name: 'REF',
      text,
    }));
    const text = cableOf([...HEADER, ...cited, { kind: 'numbered', number: 1, mark: 'U', text: 'Act.' }]);
    expect(text).toContain('\nREF: A. 09 STATE 88558\n     B. 08 STATE 132759\n');
  });
});
