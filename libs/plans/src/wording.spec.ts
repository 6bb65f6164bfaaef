import { partWording } from './wording';

describe('parting a wording from its notes', () => {
  it.each([
    ['Fund the shelters.', 'Fund the shelters.', null],
    ['Fund the shelters. [Note: See guideline 4.]', 'Fund the shelters.', 'See guideline 4.'],
    ['Fund the shelters [note see guideline 4].', 'Fund the shelters.', 'see guideline 4'],
    [
      'Fund the shelters. [NOTE FOR POST: Ask the ministry. End note.]',
      'Fund the shelters.',
      'Ask the ministry.',
    ],
    ['Fund the shelters. [Begin note: Ask. End Note]', 'Fund the shelters.', 'Ask.'],
    ['Fund [Note: two exist] the shelters.', 'Fund the shelters.', 'two exist'],
    ['Fund the shelters. (Comment: post knows them. End comment.)', 'Fund the shelters.', 'post knows them.'],
    ['Fund the shelters. (Note: see ref B.)', 'Fund the shelters.', 'see ref B.'],
    [
      'Fund the shelters. Comment: two (of four) closed. End comment.',
      'Fund the shelters.',
      'two (of four) closed.',
    ],
    ['Fund the shelters (two of them).', 'Fund the shelters (two of them).', null],
    ['Fund the shelters (notes are kept there).', 'Fund the shelters (notes are kept there).', null],
    ['Fund the shelters. [See reftel B.]', 'Fund the shelters.', 'See reftel B.'],
    ['Fund the shelters. [Note: See [B] and [C].]', 'Fund the shelters.', 'See [B] and [C].'],
    ['Fund the shelters. [Note: never closed', 'Fund the shelters.', 'never closed'],
    ['Fund the shelters. [Note: one.] [Note: two.]', 'Fund the shelters.', 'one. two.'],
    ['[Note: nothing else]', '', 'nothing else'],
    ['Fund the shelters. []', 'Fund the shelters.', null],
  ])('makes of “%s” the text “%s” and the note %j', (wording, text, note) => {
    expect(partWording(wording)).toEqual({ text, note, hasBrackets: false });
  });

  it('leaves a bracket inside the wording that is no note, and says so', () => {
    expect(partWording('Fund the [two] shelters.')).toEqual({
      text: 'Fund the [two] shelters.',
      note: null,
      hasBrackets: true,
    });
  });

  it('puts a note given apart before the one found in the wording', () => {
    expect(partWording('Fund the shelters. [Note: second.]', 'First.')).toMatchObject({
      note: 'First. second.',
    });
  });

  it('ends in time on a wording of nothing but brackets', () => {
    expect(partWording('['.repeat(4_000)).text).toBe('['.repeat(4_000));
    expect(partWording('[note '.repeat(600)).text).toBe('');
  });
});
