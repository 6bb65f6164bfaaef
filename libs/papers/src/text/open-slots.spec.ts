import type { PaperBlock } from './paper-block';
import { openSlotsIn } from './open-slots';

const plain = (text: string): PaperBlock => ({ kind: 'plain', text });
const slotsIn = (text: string) => openSlotsIn([plain(text)]).map(({ slot }) => slot);

describe('the open slots of a paper', () => {
  it.each([
    ['made [word of measure to be chosen] progress', '[word of measure to be chosen]'],
    [
      'placed [placement in the 2009 report to be confirmed]',
      '[placement in the 2009 report to be confirmed]',
    ],
    ['on {date to follow}', '{date to follow}'],
    ['ask [TBD]', '[TBD]'],
    ['by TBC at the latest', 'TBC'],
    ['the minister, [insert name], said', '[insert name]'],
    ['on XXX 2009', 'XXX'],
    ['held in ____', '____'],
    ['and [...] then', '[...]'],
    ['how many? ???', '???'],
    ['with [ ] victims', '[ ]'],
  ])('“%s” has one', (text, slot) => {
    expect(slotsIn(text)).toEqual([slot]);
  });

  it.each([
    'Train the officers who are to be posted at the border.',
    'Adopt article 130 [as amended].',
    'Is it done? Yes.',
    'The XXI congress of the party met.',
    'Note for post: the deputy promised this.',
  ])('“%s” has none', (text) => {
    expect(slotsIn(text)).toEqual([]);
  });

  it('are named by the place where they stand', () => {
    const blocks: PaperBlock[] = [
      { kind: 'field', name: 'SUBJECT', text: '[subject to be set]' },
      { kind: 'numbered', number: 4, mark: 'U', text: 'Report by [day to be set].' },
      { kind: 'bullet', text: 'TBD' },
      { kind: 'ask', label: 'A1', text: 'Fund ___.' },
      { kind: 'note', text: 'Note for post: TBD' },
    ];
    expect(openSlotsIn(blocks).map(({ place, block }) => `${block} ${place}`)).toEqual([
      '0 the line SUBJECT',
      '1 paragraph 4',
      '2 paragraph 4',
      '3 recommendation A1',
      '4 paragraph 4',
    ]);
  });
});
