import { tableFormOf } from './table-file';

const file = (bytes: Buffer, traits: { filename?: string; isCut?: boolean } = {}) => ({
  filename: 'tiers.csv',
  isCut: false,
  ...traits,
  bytes,
});

describe('a table sent by a form', () => {
  it('is the file where one was chosen, and else the pasted text', () => {
    const sent = { kind: 'tiers', text: 'pasted', file: file(Buffer.from('country,year\n')) };
    expect(tableFormOf(sent)).toEqual({ told: { kind: 'tiers', text: 'country,year\n' }, fault: null });
    const none = { kind: 'tiers', text: 'pasted', file: file(Buffer.alloc(0), { filename: '' }) };
    expect(tableFormOf(none)).toEqual({ told: { kind: 'tiers', text: 'pasted' }, fault: null });
    expect(tableFormOf({ kind: 'tiers', text: 'pasted', file: '' }).told.text).toBe('pasted');
  });

  it.each([
    ['cut off', file(Buffer.from('a'), { isCut: true }), 'too big'],
    ['not text', file(Buffer.from([0x50, 0x4b, 0])), 'not plain text'],
    ['not UTF-8', file(Buffer.from([0xff, 0xfe, 0x41])), 'not plain text'],
  ])('is refused where the file is %s, with what was typed kept', (_what, bad, words) => {
    const { told, fault } = tableFormOf({ kind: 'tiers', text: 'pasted', file: bad });
    expect(fault).toContain(words);
    expect(told).toEqual({ kind: 'tiers', text: 'pasted' });
  });
});
