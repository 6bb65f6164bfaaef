import { Invalid } from '@demarche/base';
import fc from 'fast-check';
import type { PaperBlock } from './paper-block';
import { parsePaperText } from './paper-text';
import { anyPaper, paperTextOf } from '../../../../test/support/paper-blocks';

const faultsOf = (text: string): string[] => {
  try {
    parsePaperText(text);
  } catch (error) {
    if (error instanceof Invalid) return error.reasons.map((reason) => `${reason.field}: ${reason.message}`);
    throw error;
  }
  return [];
};

describe('a paper text', () => {
  it('is read into its blocks, line by line', () => {
    const text = [
      '# A plan',
      '= TAGS: KCRM, TI',
      '',
      '1. (U) First   paragraph.',
      '- a point',
      '2. (SBU/N) Second.',
      '[ action plan',
      '## First set',
      '* A1. Fund the shelter.',
      '! Ask the ministry.',
      '] action plan',
    ].join('\r\n');
    expect(parsePaperText(text)).toEqual([
      { kind: 'heading', level: 1, text: 'A plan' },
      { kind: 'field', name: 'TAGS', text: 'KCRM, TI' },
      { kind: 'numbered', number: 1, mark: 'U', text: 'First paragraph.' },
      { kind: 'bullet', text: 'a point' },
      { kind: 'numbered', number: 2, mark: 'SBU/N', text: 'Second.' },
      { kind: 'begin', text: 'action plan' },
      { kind: 'heading', level: 2, text: 'First set' },
      { kind: 'ask', label: 'A1', text: 'Fund the shelter.' },
      { kind: 'note', text: 'Ask the ministry.' },
      { kind: 'end', text: 'action plan' },
    ] satisfies PaperBlock[]);
  });

  it('reads back whatever blocks it was written from', () => {
    fc.assert(
      fc.property(anyPaper(), (blocks) => {
        expect(parsePaperText(paperTextOf(blocks))).toEqual(blocks);
      }),
      { numRuns: 300 },
    );
  });

  test.each([
    ['', 'line 1: Line 1 of the paper says nothing at all.'],
    [
      '1. (U) One.\nA line without a sign',
      'line 2: Line 2 of the paper (“A line without a sign”) begins with no sign of a paper: #, =, 1. (U), ., -, *, !, [ or ].',
    ],
    [
      '1. One.',
      'line 1: Line 1 of the paper (“1. One.”) is a numbered paragraph without its mark, such as “1. (U) Text”.',
    ],
    [
      '1. (U) One.\n\n3. (U) Three.',
      'line 3: Line 3 of the paper (“3. (U) Three.”) has the number 3 where 2 comes next.',
    ],
    [
      '1. (TS) One.',
      'line 1: Line 1 of the paper (“1. (TS) One.”) bears the mark (TS), which is none of U, SBU, SBU/N, C.',
    ],
    [
      '1. (U) One.\n. Two.',
      'line 2: Line 2 of the paper (“. Two.”) is a paragraph without number and mark in a paper whose paragraphs have them.',
    ],
    [
      '. One.\n1. (U) Two.',
      'line 2: Line 2 of the paper (“1. (U) Two.”) is a numbered paragraph in a paper whose paragraphs have no numbers.',
    ],
    [
      '. One.\n= TAGS: KCRM',
      'line 2: Line 2 of the paper (“= TAGS: KCRM”) is a header line below the first paragraph.',
    ],
    ['- ', 'line 1: Line 1 of the paper (“-”) has a sign and nothing after it.'],
    [
      '* Fund it',
      'line 1: Line 1 of the paper (“* Fund it”) has no label after its star, such as “* A1. Text”.',
    ],
    [
      '= tags',
      'line 1: Line 1 of the paper (“= tags”) is a header line without a name, such as “= SUBJECT: Text”.',
    ],
    [
      '! A note',
      'line 1: Line 1 of the paper (“! A note”) is a note that follows nothing it could belong to.',
    ],
    ['* A1. One\n* A1. Two', 'line 2: Line 2 of the paper (“* A1. Two”) uses the label A1 a second time.'],
    [
      '[ plan\n[ points\n] points',
      'line 2: Line 2 of the paper (“[ points”) begins a part inside the part “plan”.',
    ],
    ['] plan', 'line 1: Line 1 of the paper (“] plan”) ends a part that was not begun.'],
    [
      '[ plan\n- one\n] non-paper',
      'line 3: Line 3 of the paper (“] non-paper”) ends another part than “plan”, which is open.',
    ],
    ['[ plan\n- one', 'line 2: Line 2 of the paper (“- one”) leaves the part “plan” open.'],
    ['- a\u202Eb', 'line 1: Line 1 of the paper (“- a\u202Eb”) holds a control character.'],
  ])('%j is refused with its place', (text, message) => {
    expect(faultsOf(text)).toContain(message);
  });

  it('names every malformed line at once', () => {
    expect(faultsOf('one\n. two\nthree')).toHaveLength(2);
  });
});
