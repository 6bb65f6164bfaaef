import { Invalid } from '@demarche/base';
import { CsvError, parse } from 'csv-parse/sync';
import { type Delimiter, DELIMITERS, separated } from './csv-delimiter';

/** One row of a table, its cells by column name; `line` is where the row begins in the file, counted from 1. */
interface CsvRow {
  line: number;
  cells: Record<string, string>;
}

/** A table as read: rows that fit the header, and apart the lines that do not, with the reason in plain words. */
interface CsvTable {
  header: string[];
  rows: CsvRow[];
  misfits: Misfit[];
}

interface Misfit {
  line: number;
  reason: string;
}

interface RawRow {
  line: number;
  lastLine: number;
  cells: string[];
}

interface Fault extends Misfit {
  isHeader: boolean;
}

const LONGEST_ROW = 1_000_000;
/** A table with more broken lines than this is not the file that was meant. */
const MOST_FAULTS = 100;
const NOT_CLOSED = 'opens a quotation mark and never closes it';

/**
 * Reads a table with a header as spreadsheets and people write it: cells between commas, semicolons, tabs or bars, line
 * ends of any system. Blank rows are passed over. A line that is no row is a misfit and the rest is read all the same.
 * Throws Invalid with the line on a missing or doubtful header, and where too many lines are broken.
 */
export function readCsv(given: string): CsvTable {
  const { delimiter, text } = separated(given.replace(/^\uFEFF/, '').replace(/\r\n?/g, '\n'));
  const lines = text.split('\n');
  const faults: Fault[] = [];
  let rows = rowsOf(lines, delimiter);
  for (let fault = faultIn(rows, lines, delimiter); fault; fault = faultIn(rows, lines, delimiter)) {
    if (fault.isHeader) throw refused(fault.line, 'a quotation mark is opened in this row and never closed');
    faults.push(fault);
    if (faults.length > MOST_FAULTS)
      throw refused(fault.line, 'by here, too many lines are no rows of a table');
    // The bad line is emptied and the rest read anew, so that an open quotation mark swallows nothing.
    lines[fault.line - 1] = '';
    rows = rowsOf(lines, delimiter);
  }
  return tableOf(rows.rows, faults, delimiter);
}

interface Rows {
  rows: RawRow[];
  /** The line on which a quotation mark opens that is never closed. */
  openLine: number | null;
}

function rowsOf(lines: readonly string[], delimiter: Delimiter): Rows {
  const text = lines.join('\n');
  try {
    return { rows: placed(parsed(text, delimiter), text), openLine: null };
  } catch (trouble) {
    if (!(trouble instanceof CsvError)) throw trouble;
    const whole = placed(parsed(text, delimiter, Number(trouble['records'] ?? 0)), text);
    const next = (whole.at(-1)?.lastLine ?? 0) + 1;
    return { rows: whole, openLine: firstWritten(lines, next) };
  }
}

const firstWritten = (lines: readonly string[], from: number) => {
  const at = lines.findIndex((line, index) => index >= from - 1 && line.trim() !== '');
  return at < 0 ? from : at + 1;
};

type Parsed = { record: string[]; info: { bytes: number } };

function parsed(text: string, delimiter: Delimiter, most?: number): Parsed[] {
  if (most === 0) return [];
  return parse(text, {
    delimiter,
    info: true,
    relax_column_count: true,
    // A quotation mark inside an unquoted cell is a sign like any other, as in spreadsheets.
    relax_quotes: true,
    record_delimiter: '\n',
    max_record_size: LONGEST_ROW,
    ...(most === undefined ? {} : { to: most }),
  }) as unknown as Parsed[];
}

/** The parser says where a row ends and not where it begins, so lines are counted from the bytes it has consumed. */
function placed(rows: Parsed[], text: string): RawRow[] {
  const bytes = Buffer.from(text, 'utf8');
  let next = 1;
  let from = 0;
  return rows.map(({ record, info }) => {
    const line = next;
    for (let at = bytes.indexOf('\n', from); at >= 0 && at < info.bytes; at = bytes.indexOf('\n', at + 1))
      next += 1;
    from = info.bytes;
    return { line, lastLine: Math.max(line, next - 1), cells: record };
  });
}

function faultIn({ rows, openLine }: Rows, lines: readonly string[], delimiter: Delimiter): Fault | null {
  const written = rows.filter((row) => !isBlank(row));
  const [header] = written;
  const width = header?.cells.length ?? 0;
  // A row over several lines that does not fit, or whose marks do not match, began with an open quotation mark.
  const swallowed = written.find(
    (row, index) =>
      index > 0 &&
      row.lastLine > row.line &&
      (row.cells.length !== width || !areMarksMatching(lines.slice(row.line - 1, row.lastLine), delimiter)),
  );
  const misfit = swallowed && { line: swallowed.line, reason: NOT_CLOSED, isHeader: false };
  if (misfit || openLine === null) return misfit ?? null;
  return { line: openLine, reason: NOT_CLOSED, isHeader: header === undefined };
}

function areMarksMatching(lines: readonly string[], delimiter: Delimiter): boolean {
  try {
    parse(lines.join('\n'), { delimiter, relax_column_count: true, record_delimiter: '\n' });
    return true;
  } catch {
    return false;
  }
}

const isBlank = (row: RawRow): boolean => row.cells.every((cell) => cell.trim() === '');

function tableOf(rows: readonly RawRow[], faults: readonly Misfit[], delimiter: Delimiter): CsvTable {
  const [first, ...others] = rows.filter((row) => !isBlank(row));
  const header = headerOf(first);
  const misfits: Misfit[] = faults.map(({ line, reason }) => ({ line, reason }));
  const fitting: CsvRow[] = [];
  for (const { line, cells } of others) {
    const fit = fitted(cells, header.length);
    if (fit) fitting.push({ line, cells: named(header, fit) });
    else misfits.push({ line, reason: countWords(cells.length, header.length, delimiter) });
  }
  return { header, rows: fitting, misfits: misfits.sort((a, b) => a.line - b.line) };
}

/** Spreadsheets leave empty cells at the end of a row away, or write a few too many. */
function fitted(cells: readonly string[], width: number): string[] | null {
  const extra = cells.slice(width);
  return cells.length < width || extra.some((cell) => cell.trim() !== '') ? null : cells.slice(0, width);
}

function countWords(found: number, width: number, delimiter: Delimiter): string {
  const cells = found === 1 ? '1 cell' : `${found} cells`;
  return `has ${cells} where the header has ${width}, read as separated by ${DELIMITERS[delimiter]}`;
}

function headerOf(row: RawRow | undefined): string[] {
  if (!row) throw Invalid.because('file', 'csv-empty', 'The file has no header line.');
  const names = row.cells.map((cell) => cell.trim());
  const header = names.slice(0, names.findLastIndex((name) => name !== '') + 1);
  const empty = header.indexOf('');
  if (empty >= 0) throw refused(row.line, `column ${empty + 1} of the header has no name`);
  const twice = header.find((name, index) => header.indexOf(name) !== index);
  if (twice !== undefined) throw refused(row.line, `the header names the column ${twice} twice`);
  return header;
}

function named(header: readonly string[], cells: readonly string[]): Record<string, string> {
  const row = Object.create(null) as Record<string, string>;
  header.forEach((name, index) => (row[name] = cells[index] ?? ''));
  return row;
}

function refused(line: number, complaint: string): Invalid {
  return Invalid.because('file', 'csv-malformed', `Line ${line}: ${complaint}.`);
}
