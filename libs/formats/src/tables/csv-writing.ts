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

/**
 * Writes a comma-separated table that a spreadsheet opens as plain words: UTF-8 with a byte order mark, CRLF line ends, and an
 * apostrophe before any text that could be taken for a formula. Throws RangeError when a row does not fit the header.
 */
export function writeCsv(header: readonly string[], rows: readonly (readonly CsvCell[])[]): string {
  const bad = rows.findIndex((row) => row.length !== header.length);
  if (bad >= 0)
    throw new RangeError(
      `Row ${bad + 1} has ${rows[bad]?.length} cells where the header has ${header.length}.`,
    );
  const cells = [header, ...rows].map((row) => row.map(defused));
  return BYTE_ORDER_MARK + stringify(cells, { record_delimiter: '\r\n' });
}
