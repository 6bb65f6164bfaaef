import { monitorEventLoopDelay } from 'node:perf_hooks';
import { Invalid } from '@demarche/base';
import fc from 'fast-check';
import { readCsv } from './csv-reading';
import { type CsvCell, type CsvLine, csvText, slicesOf } from './csv-writing';

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
      { line: 3, reason: 'has 1 cell where the header has 2, read as separated by commas' },
      { line: 4, reason: 'has 3 cells where the header has 2, read as separated by commas' },
    ]);
  });

  test.each([
    ['semicolons', 'country;year;tier\nTajikistan;2010;2WL\n'],
    ['tabs', 'country\tyear\ttier\nTajikistan\t2010\t2WL\n'],
    ['bars', 'country|year|tier\nTajikistan|2010|2WL\n'],
    ['a first line that names the sign', 'sep=;\ncountry;year;tier\nTajikistan;2010;2WL\n'],
    [
      'a quoted first line that names the sign',
      '\uFEFF"sep=,"\r\ncountry,year,tier\r\nTajikistan,2010,2WL\r\n',
    ],
    [
      'semicolons, with commas in a quoted heading',
      '"country";"year";"tier, as printed"\nTajikistan;2010;2WL\n',
    ],
    ['empty columns at the end', 'country,year,tier,,\nTajikistan,2010,2WL,,\n'],
  ])('cells are found between %s', (_name, text) => {
    const { rows, misfits } = readCsv(text);
    expect(misfits).toEqual([]);
    expect(Object.values(rows[0]?.cells ?? {})).toEqual(['Tajikistan', '2010', '2WL']);
  });

  test('a line that names the sign keeps the numbers of the lines below it', () => {
    expect(readCsv('sep=;\na;b\n1;2\n3\n')).toMatchObject({ rows: [{ line: 3 }], misfits: [{ line: 4 }] });
  });

  test.each([
    ['never closed', 'a,b\n1,2\n3,"x\n4,5\n', ['1', '4']],
    ['closed by the mark of a later line', 'a,b\n1,2\n3,"x\n4,5\n6,"y"\n7,8\n', ['1', '4', '6', '7']],
    ['never closed in the last line', 'a,b\n1,2\n3,"x', ['1']],
  ])('a quotation mark that is %s spoils its own line alone', (_name, text, kept) => {
    const { rows, misfits } = readCsv(text);
    expect(rows.map(({ cells }) => cells['a'])).toEqual(kept);
    expect(misfits.map(({ line }) => line)).toEqual([3]);
  });

  test('a quotation mark inside an unquoted cell is a sign like any other', () => {
    expect(readCsv('a,b\n1,x"y\n2,5" pipe\n').rows.map(({ cells }) => cells['b'])).toEqual([
      'x"y',
      '5" pipe',
    ]);
  });

  test.each([
    ['"a\n', 'Line 1: a quotation mark is opened in this row and never closed.'],
    ['\n\na,,c\n', 'Line 3: column 2 of the header has no name.'],
    ['a,b, a\n', 'Line 1: the header names the column a twice.'],
    ['', 'The file has no header line.'],
    ['\n , \n', 'The file has no header line.'],
    [`a,b\n${'"x\n'.repeat(120)}`, 'Line 102: by here, too many lines are no rows of a table.'],
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

const cellsOf = (row: CsvLine) => row;

describe('writing a table', () => {
  const written = async (header: string[], rows: CsvLine[]) => {
    let all = '';
    for await (const text of csvText(header, slicesOf(rows, cellsOf))) all += text;
    return all;
  };
  const cell = async (value: CsvCell) => readCsv(await written(['x'], [[value]])).rows[0]?.cells['x'] ?? '';

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
  ])('the text %j is given an apostrophe', async (text) => {
    expect(await written(['x'], [[text]])).toMatch(/^\uFEFFx\r\n"?'/);
  });

  test('ordinary text, numbers, truth and nothing are written as they are', async () => {
    expect(await cell('a=b, "c"')).toBe('a=b, "c"');
    expect(await cell(-5)).toBe('-5');
    expect(await cell(true)).toBe('true');
    expect(await written(['x', 'y'], [[null, 'z']])).toBe('\uFEFFx,y\r\n,z\r\n');
  });

  test('a header cell is defused too', async () => {
    expect(await written(['=x'], [])).toBe("\uFEFF'=x\r\n");
  });

  test('a row that does not fit the header is refused', async () => {
    await expect(written(['a', 'b'], [['1', '2'], ['3']])).rejects.toThrow(
      'Row 2 has 1 cells where the header has 2.',
    );
  });

  test('what is written reads back the same, apart from the apostrophe', async () => {
    const text = fc.string({ unit: 'grapheme' }).map((value) => `x${value}`.replace(/\r\n?/g, '\n'));
    await fc.assert(
      fc.asyncProperty(fc.array(fc.tuple(text, text), { maxLength: 5 }), async (rows) => {
        const table = readCsv(await written(['one', 'two'], rows));
        expect(table.rows.map(({ cells }) => [cells['one'], cells['two']])).toEqual(rows);
      }),
    );
  });

  test('a long list is written slice by slice, each read when the one before has gone', async () => {
    let read = 0;
    async function* slices() {
      for (; read < 3; read += 1) yield [[read], [read]];
    }
    const text = csvText(['x'], slices());
    expect(await text.next()).toEqual({ value: '\uFEFFx\r\n0\r\n0\r\n', done: false });
    expect(read).toBe(0);
    expect([await text.next(), await text.next()].map(({ value }) => value)).toEqual([
      '1\r\n1\r\n',
      '2\r\n2\r\n',
    ]);
    expect((await text.next()).done).toBe(true);
  });

  test('50,000 rows keep no more than their slice in memory, and others have their turn', async () => {
    const row: CsvLine = Array.from(
      { length: 13 },
      (_, column) => `words of some length in column ${column}`,
    );
    const rows = Array.from({ length: 50_000 }, () => row);
    const turns = monitorEventLoopDelay({ resolution: 5 });
    let [characters, most] = [0, 0];
    const before = process.memoryUsage().heapUsed;
    turns.enable();
    for await (const text of csvText(row as string[], slicesOf(rows, cellsOf))) {
      characters += text.length;
      most = Math.max(most, process.memoryUsage().heapUsed - before);
    }
    turns.disable();
    expect(characters).toBeGreaterThan(20_000_000);
    expect(most).toBeLessThan(60_000_000);
    expect(turns.max / 1_000_000).toBeLessThan(200);
  });
});
