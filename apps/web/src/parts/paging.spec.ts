import { Invalid } from '@demarche/base';
import { matchingText, type NamedList, namedPage, pageNumber } from './paging';

interface Row {
  name: string;
  rank: number | null;
}

const LIST: NamedList<Row> = {
  path: '/list',
  columns: [
    { key: 'name', label: 'Name', of: ({ name }) => name },
    { key: 'rank', label: 'Rank', of: ({ rank }) => rank, isNumber: true },
    { key: null, label: 'Told', of: () => null },
  ],
  usual: 'name',
  texts: ({ name }) => [name],
};

describe('a page of a list in memory', () => {
  const rows = Array.from({ length: 120 }, (_none, index) => ({
    name: `Row ${index + 1}`,
    rank: index % 3 || null,
  }));
  const at = (query: Record<string, string>) => namedPage(LIST, rows, query);

  it('holds its part of the rows and the way to its neighbours', () => {
    expect(at({}).rows).toEqual(rows.slice(0, 50));
    expect(at({ page: '2' }).rows).toEqual(rows.slice(50, 100));
    expect(at({ page: '3' }).rows).toHaveLength(20);
    expect(at({ page: '3' }).paging).toEqual({ page: 3, pages: 3, before: '/list?page=2', after: null });
  });

  it('is empty beyond the end, with the way back', () => {
    expect(at({ page: '9' })).toMatchObject({
      rows: [],
      total: 120,
      paging: { before: '/list?page=8', after: null },
    });
  });

  it('keeps the order when it is turned over and narrowed, and what was typed when it is sorted', () => {
    expect(at({ sort: '-rank' }).paging?.after).toBe('/list?sort=-rank&page=2');
    const { heads, rows: found, paging } = at({ named: 'row 1', sort: '-name' });
    expect(heads.map(({ href }) => href)).toEqual([
      '/list?named=row+1&sort=name',
      '/list?named=row+1&sort=rank',
      null,
    ]);
    expect(heads.map(({ sorted }) => sorted)).toEqual(['descending', null, null]);
    expect(found[0]?.name).toBe('Row 120');
    expect(paging).toBeNull();
  });

  it('leaves equal rows as they were and puts rows without a value last, either way', () => {
    const names = (sort: string) => {
      const few = rows.slice(0, 6);
      return namedPage(LIST, few, { sort }).rows.map(({ name }) => name.replace('Row ', ''));
    };
    expect(names('rank')).toEqual(['2', '5', '3', '6', '1', '4']);
    expect(names('-rank')).toEqual(['3', '6', '2', '5', '1', '4']);
  });

  it('counts within names as people do', () => {
    expect(
      at({ sort: 'name' })
        .rows.slice(0, 3)
        .map(({ name }) => name),
    ).toEqual(['Row 1', 'Row 2', 'Row 3']);
  });

  it.each(['luck', '--name', 'Name', 'constructor', 'null'])('knows no order by %s', (sort) => {
    expect(() => at({ sort })).toThrow(Invalid);
  });

  it('takes an order left blank, as a form sends it, for none', () => {
    expect(at({ sort: '', named: '' })).toMatchObject({ sort: null, named: null, total: 120 });
  });

  it.each([undefined, '', '0', '-1', '1.5', '1e9', 'x', ['2'], '9999999'])('is the first for %p', (asked) => {
    expect(pageNumber(asked)).toBe(1);
  });

  it('finds names whatever the case and the accents', () => {
    expect(matchingText('cote', ['Côte d’Ivoire'])).toBe(true);
    expect(matchingText('CÔTE', ['Cote d’Ivoire', 'CIV'])).toBe(true);
    expect(matchingText('fiji', ['Côte d’Ivoire', 'CIV'])).toBe(false);
    expect(matchingText('', ['anything'])).toBe(true);
  });
});
