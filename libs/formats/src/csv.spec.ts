import { Invalid } from '@demarche/base';
import fc from 'fast-check';
import { readCsv } from './csv-reading';
import { type CsvCell, writeCsv } from './csv-writing';

describe('reading a table', () => {
  test('rows carry the line they begin on, through quoted line ends and blank lines', () => {
    const table = readCsv(
      '\uFEFFpost, zone\r\n"Dushanbe\r\nand around",Asia/Dushanbe\r\n\r\n,\r\nMuscat,Asia/Muscat',
    );
    expect(table.header).toEqual(['post', 'zone']);
    expect(table.rows.map(({ line, cells }) => ({ line, ...cells }))).toEqual([
      { line: 2, post: 'Dushanbe\nand around', zone: 'Asia/Dushanbe' },
      { line: 6, post: 'Muscat', zone: 'Asia/Muscat' },
    ]);
    expect(table.misfits).toEqual([]);
  });

  test('lines are right with letters of several bytes and with old line ends', () => {
    expect(readCsv('a\r"Душанбе\rё"\rx').rows.map((row) => row.line)).toEqual([2, 4]);
  });

  test('a row that does not fit the header is set apart with its line', () => {
    const table = readCsv('a,b\n1,2\n3\n4,5,6\n7,8\n');
    expect(table.rows.map((row) => row.cells['a'])).toEqual(['1', '7']);
    expect(table.misfits).toEqual([
      { line: 3, reason: 'has 1 cells where the header has 2' },
      { line: 4, reason: 'has 3 cells where the header has 2' },
    ]);
  });

  test.each([
    ['a,b\n1,2\n3,"x\n4,5\n', 'Line 3: a quotation mark is opened in this row and never closed.'],
    ['"a\n', 'Line 1: a quotation mark is opened in this row and never closed.'],
    ['a,b\n1,"x"y\n', 'Line 2: something follows a closing quotation mark before the next comma.'],
    ['a,b\n1,x"y\n', 'Line 2: a quotation mark stands inside a cell that does not begin with one.'],
    ['a,b\n"1\n2",3\n4,x"y\n', 'Line 4: a quotation mark stands inside a cell that does not begin with one.'],
    ['\n\na,,c\n', 'Line 3: column 2 of the header has no name.'],
    ['a,b, a\n', 'Line 1: the header names the column a twice.'],
    ['', 'The file has no header line.'],
    ['\n , \n', 'The file has no header line.'],
  ])('%j is refused: %s', (text, message) => {
    expect(() => readCsv(text)).toThrow(new Invalid([{ field: 'file', code: 'x', message }]).message);
    expect(() => readCsv(text)).toThrow(Invalid);
  });

  test('a column called like a part of every object is only a column', () => {
    const [row] = readCsv('__proto__,constructor\nx,y\n').rows;
    expect(row?.cells['__proto__']).toBe('x');
    expect(Object.keys(row?.cells ?? {})).toEqual(['__proto__', 'constructor']);
  });
});

describe('writing a table', () => {
  const cell = (value: CsvCell): string => readCsv(writeCsv(['x'], [[value]])).rows[0]?.cells['x'] ?? '';

  test.each([
    '=1+1',
    '+1',
    '-1',
    '@SUM(A1)',
    '\t=1',
    ' =1',
    '\u00A0=1',
    '\u3000=1',
    '\u200B=1',
    '\uFEFF=1',
    '＝1',
    '＋1',
    '－1',
    '＠x',
    '\t',
    '\rx',
    '\0=1',
    '\u2212' + '1',
  ])('the text %j is given an apostrophe', (text) => {
    expect(writeCsv(['x'], [[text]])).toMatch(/^\uFEFFx\r\n"?'/);
  });

  test('ordinary text, numbers, truth and nothing are written as they are', () => {
    expect(cell('a=b, "c"')).toBe('a=b, "c"');
    expect(cell(-5)).toBe('-5');
    expect(cell(true)).toBe('true');
    expect(writeCsv(['x', 'y'], [[null, 'z']])).toBe('\uFEFFx,y\r\n,z\r\n');
  });

  test('a header cell is defused too', () => {
    expect(writeCsv(['=x'], [])).toBe("\uFEFF'=x\r\n");
  });

  test('a row that does not fit the header is refused', () => {
    expect(() => writeCsv(['a', 'b'], [['1', '2'], ['3']])).toThrow(
      'Row 2 has 1 cells where the header has 2.',
    );
  });

  test('what is written reads back the same, apart from the apostrophe', () => {
    const text = fc.string({ unit: 'grapheme' }).map((value) => `x${value}`.replace(/\r\n?/g, '\n'));
    fc.assert(
      fc.property(fc.array(fc.tuple(text, text), { maxLength: 5 }), (rows) => {
        const table = readCsv(writeCsv(['one', 'two'], rows));
        expect(table.rows.map(({ cells }) => [cells['one'], cells['two']])).toEqual(rows);
      }),
    );
  });
});
