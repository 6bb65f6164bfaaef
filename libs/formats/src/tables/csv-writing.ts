import { setImmediate as turn } from 'node:timers/promises';
import { stringify } from 'csv-stringify/sync';

/** What a cell may hold. A number stays a number; text that a spreadsheet could run as a formula is defused. */
export type CsvCell = string | number | boolean | null;

/** Signs that make a spreadsheet calculate, in their ASCII, full-width and small forms, after anything that shows as nothing. */
const FORMULA =
  /^[\s\p{Z}\p{Cc}\p{Cf}\u115F\u1160\u2800\u3164\uFFA0]*[=+\-@\uFF1D\uFF0B\uFF0D\uFF20\uFE62\uFE63\uFE66\uFE6B\u2212]/u;
const LEADING_CONTROL = /^[\t\r\n\0]/;

const BYTE_ORDER_MARK = '\uFEFF';

function defused(cell: CsvCell): string {
  if (cell === null) return '';
  if (typeof cell !== 'string') return String(cell);
  return FORMULA.test(cell) || LEADING_CONTROL.test(cell) ? `'${cell}` : cell;
}

/** The cells of one row, as many as the header has. */
export type CsvLine = readonly CsvCell[];

/** Rows as they are read from the database, some hundreds at a time. */
export type CsvSlices = Iterable<readonly CsvLine[]> | AsyncIterable<readonly CsvLine[]>;

/**
 * Writes a comma-separated table that a spreadsheet opens as plain words: UTF-8 with a byte order mark, CRLF line ends, and an
 * apostrophe before any text that could be taken for a formula. A list may be of any length: only the slice at hand is held,
 * and between two of them others have their turn. Throws RangeError when a row does not fit the header, and whatever the
 * reading of a slice throws.
 */
export async function* csvText(header: readonly string[], slices: CsvSlices): AsyncGenerator<string> {
  let head = BYTE_ORDER_MARK + linesOf([header]);
  for await (const rows of slices) {
    yield head + linesOf(fitting(rows, header.length));
    head = '';
    await turn();
  }
  if (head !== '') yield head;
}

const ROWS_A_SLICE = 500;

/** Rows that lie in memory anyway, worded slice by slice as they are written. */
export function* slicesOf<Row>(rows: readonly Row[], cellsOf: (row: Row) => CsvLine): Generator<CsvLine[]> {
  for (let from = 0; from < rows.length; from += ROWS_A_SLICE)
    yield rows.slice(from, from + ROWS_A_SLICE).map(cellsOf);
}

function linesOf(rows: readonly CsvLine[]): string {
  return stringify(
    rows.map((row) => row.map(defused)),
    { record_delimiter: '\r\n' },
  );
}

function fitting(rows: readonly CsvLine[], width: number): readonly CsvLine[] {
  const bad = rows.findIndex((row) => row.length !== width);
  if (bad < 0) return rows;
  throw new RangeError(`Row ${bad + 1} has ${rows[bad]?.length} cells where the header has ${width}.`);
}
