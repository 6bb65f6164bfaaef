import { listAsked, matchingText, pageNumber, pageOf } from './paging';

describe('a page of a list in memory', () => {
  const rows = Array.from({ length: 120 }, (_none, index) => index + 1);
  const at = (page: number) => pageOf(rows, { page, size: 50, path: '/list?' });

  it('holds its part of the rows and the way to its neighbours', () => {
    expect(at(1)).toEqual(expect.objectContaining({ total: 120, previous: null, next: '/list?page=2' }));
    expect(at(2).rows).toEqual(rows.slice(50, 100));
    expect(at(3)).toEqual(expect.objectContaining({ previous: '/list?page=2', next: null }));
    expect(at(3).rows).toHaveLength(20);
  });

  it('is empty beyond the end, with the way back', () => {
    expect(at(9)).toEqual(expect.objectContaining({ rows: [], previous: '/list?page=8', next: null }));
  });

  it.each([undefined, '', '0', '-1', '1.5', '1e9', 'x', ['2'], '9999999'])('is the first for %p', (asked) => {
    expect(pageNumber(asked)).toBe(1);
  });

  it('reads a page and a part of a name from the address', () => {
    expect(listAsked({ named: '  cote ', page: '2' })).toEqual({ named: 'cote', page: 2 });
    expect(listAsked({ named: ['a', 'b'] })).toEqual({ named: '', page: 1 });
  });

  it('finds names whatever the case and the accents', () => {
    expect(matchingText('cote', ['Côte d’Ivoire'])).toBe(true);
    expect(matchingText('CÔTE', ['Cote d’Ivoire', 'CIV'])).toBe(true);
    expect(matchingText('fiji', ['Côte d’Ivoire', 'CIV'])).toBe(false);
    expect(matchingText('', ['anything'])).toBe(true);
  });
});
