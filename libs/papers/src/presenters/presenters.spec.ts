import fc from 'fast-check';
import { anyPaper, anyWords, asciiLetters } from '../../../../test/support/paper-blocks';
import { parsePaperText } from '../text/paper-text';
import { sheetOf } from './sheet.presenter';
import { plainTextOf } from './text.presenter';

const TEXT = `
# A plan
= TAGS: KCRM
= TAGS: TI
1. (U) First paragraph.
- one
! for the post
- two
* A1. Fund it.
* A2. Train them.
! ask whom
2. (SBU) Second.
! on the whole paragraph
`;

describe('a paper as plain text', () => {
  it('has one empty line between its blocks and a line under its headings', () => {
    expect(plainTextOf(parsePaperText(TEXT))).toBe(
      [
        'A plan',
        '======',
        '',
        'TAGS: KCRM',
        'TAGS: TI',
        '',
        '1. (U) First paragraph.',
        '',
        '- one',
        '',
        '    [for the post]',
        '',
        '- two',
        '',
        'A1. Fund it.',
        '',
        'A2. Train them.',
        '',
        '    [ask whom]',
        '',
        '2. (SBU) Second.',
        '',
        '    [on the whole paragraph]',
        '',
      ].join('\n'),
    );
  });

  it('keeps to 72 columns and loses no character but blanks', () => {
    const squeezed = (text: string) => text.replace(/\s/g, '');
    fc.assert(
      fc.property(anyPaper(anyWords(asciiLetters)), (blocks) => {
        const text = plainTextOf(blocks);
        expect(text.split('\n').filter((line) => line.length > 72)).toEqual([]);
        let at = 0;
        for (const block of blocks) {
          const found = squeezed(text).indexOf(squeezed(block.text), at);
          expect(found).toBeGreaterThanOrEqual(at);
          at = found;
        }
      }),
      { numRuns: 100 },
    );
  });
});

describe('a paper as a sheet', () => {
  it('puts neighbours together and notes with what they belong to', () => {
    expect(sheetOf(parsePaperText(TEXT))).toEqual([
      { kind: 'heading', level: 1, text: 'A plan' },
      {
        kind: 'fields',
        fields: [
          { name: 'TAGS', text: 'KCRM' },
          { name: 'TAGS', text: 'TI' },
        ],
      },
      { kind: 'numbered', number: 1, mark: 'U', text: 'First paragraph.' },
      {
        kind: 'list',
        entries: [
          { label: null, text: 'one', notes: ['for the post'] },
          { label: null, text: 'two', notes: [] },
        ],
      },
      {
        kind: 'asks',
        entries: [
          { label: 'A1', text: 'Fund it.', notes: [] },
          { label: 'A2', text: 'Train them.', notes: ['ask whom'] },
        ],
      },
      { kind: 'numbered', number: 2, mark: 'SBU', text: 'Second.' },
      { kind: 'single-note', text: 'on the whole paragraph' },
    ]);
  });
});
