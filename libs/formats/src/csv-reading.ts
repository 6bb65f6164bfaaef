import { CsvError, parse } from 'csv-parse/sync';
import { Invalid } from '@demarche/base';

/** One row of a table, its cells by column name; `line` is where the row begins in the file, counted from 1. */
export interface CsvRow {
  line: number;
  cells: Record<string, string>;
}

/** A table as read: rows that fit the header, and apart the lines that do not, with the reason in plain words. */
export interface CsvTable {
  header: string[];
  rows: CsvRow[];
  misfits: { line: number; reason: string }[];
}

interface RawRow {
  line: number;
  cells: string[];
}

const COMPLAINTS: Partial<Record<string, string>> = {
  CSV_QUOTE_NOT_CLOSED: 'a quotation mark is opened in this row and never closed',
  CSV_INVALID_CLOSING_QUOTE: 'something follows a closing quotation mark before the next comma',
  INVALID_OPENING_QUOTE: 'a quotation mark stands inside a cell that does not begin with one',
  CSV_MAX_RECORD_SIZE: 'this row is too long',
};

const LONGEST_ROW = 1_000_000;
const LINE_FEED = 10;

function refused(line: number, complaint: string): Invalid {
  return Invalid.because('file', 'csv-malformed', `Line ${line}: ${complaint}.`);
}

const OPTIONS = {
  info: true,
  relax_column_count: true,
  skip_empty_lines: false,
  record_delimiter: '\n',
  max_record_size: LONGEST_ROW,
};

type Parsed = { record: string[]; info: { bytes: number } };

/** The parser names the line where it gave up, which for an open quotation mark is the end of the file. */
function lineOf(trouble: CsvError, text: string): number {
  if (trouble.code !== 'CSV_QUOTE_NOT_CLOSED') return Number(trouble['lines'] ?? 1);
  const before = Number(trouble['records'] ?? 0);
  const rows = before === 0 ? [] : (parse(text, { ...OPTIONS, to: before }) as unknown as Parsed[]);
  return numbered(rows, text).next;
}

function parsed(text: string): Parsed[] {
  try {
    return parse(text, OPTIONS) as unknown as Parsed[];
  } catch (trouble) {
    if (!(trouble instanceof CsvError)) throw trouble;
    throw refused(
      lineOf(trouble, text),
      COMPLAINTS[trouble.code] ?? 'this is not a row of comma-separated cells',
    );
  }
}

/** The parser says where a row ends and not where it begins, so lines are counted from the bytes it has consumed. */
function numbered(rows: Parsed[], text: string): { rows: RawRow[]; next: number } {
  const bytes = Buffer.from(text, 'utf8');
  let next = 1;
  let from = 0;
  const placed = rows.map(({ record, info }) => {
    const row = { line: next, cells: record };
    for (const byte of bytes.subarray(from, info.bytes)) if (byte === LINE_FEED) next += 1;
    from = info.bytes;
    return row;
  });
  return { rows: placed, next };
}

function headerOf(row: RawRow | undefined): string[] {
  if (!row) throw Invalid.because('file', 'csv-empty', 'The file has no header line.');
  const header = row.cells.map((cell) => cell.trim());
  const empty = header.indexOf('');
  if (empty >= 0) throw refused(row.line, `column ${empty + 1} of the header has no name`);
  const twice = header.find((name, index) => header.indexOf(name) !== index);
  if (twice !== undefined) throw refused(row.line, `the header names the column ${twice} twice`);
  return header;
}

const isBlank = (row: RawRow): boolean => row.cells.every((cell) => cell.trim() === '');

function named(header: string[], cells: string[]): Record<string, string> {
  const row = Object.create(null) as Record<string, string>;
  header.forEach((name, index) => (row[name] = cells[index] ?? ''));
  return row;
}

/**
 * Reads a comma-separated table with a header. Blank rows are passed over; a row with another number of cells than the header
 * is a misfit, since the rest of the file can still be read. Throws Invalid with the line on a missing or doubtful header and
 * on quotation marks that do not match, because nothing after them can be trusted.
 */
export function readCsv(text: string): CsvTable {
  const plain = text.replace(/^\uFEFF/, '').replace(/\r\n?/g, '\n');
  const rows = numbered(parsed(plain), plain).rows.filter((row) => !isBlank(row));
  const header = headerOf(rows[0]);
  const table: CsvTable = { header, rows: [], misfits: [] };
  for (const { line, cells } of rows.slice(1)) {
    if (cells.length === header.length) table.rows.push({ line, cells: named(header, cells) });
    else
      table.misfits.push({ line, reason: `has ${cells.length} cells where the header has ${header.length}` });
  }
  return table;
}
