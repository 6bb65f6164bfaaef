import { setImmediate as turn } from 'node:timers/promises';
import { type Code, codesOf } from '@demarche/words';

/** The larger tables that may be loaded. */
export const TABLE_KINDS = codesOf('table-kind');

/** One of {@link TABLE_KINDS}. */
export type TableKind = Code<'table-kind'>;

/** A row of a table as it was read: its line in the file, and its cells by column name. */
export interface TableRow {
  line: number;
  cells: Record<string, string>;
}

/** Why a line was not taken: a stable code, and plain English for the person who loads the table. */
export interface RefusedLine {
  line: number;
  code: string;
  reason: string;
}

/** What a line that was taken does: adds something, changes something, or says what is known already. */
export interface AcceptedLine<W> {
  line: number;
  act: 'add' | 'change' | 'same';
  subject: string;
  write: W | null;
}

/** A table read against the register: what each line would do, before anything is written. */
export interface TablePlan<W> {
  accepted: AcceptedLine<W>[];
  refused: RefusedLine[];
}

/**
 * What a table did, or in a preview would do. `accepted` is the sum of added, changed and unchanged lines; `changes`
 * names those that add or change something, `refused` the others, line by line.
 */
export interface TableReport {
  kind: TableKind;
  preview: boolean;
  accepted: number;
  added: number;
  changed: number;
  unchanged: number;
  changes: { line: number; act: 'add' | 'change'; subject: string }[];
  refused: RefusedLine[];
}

/** Reads one line: either what it does, or why it is refused. */
export type LineReader<W> = (row: TableRow) => AcceptedLine<W> | RefusedLine;

const LINES_A_TURN = 500;

/** Reads every line of a table by the same rules; after some hundreds others have their turn. */
export async function planOf<W>(rows: readonly TableRow[], read: LineReader<W>): Promise<TablePlan<W>> {
  const plan: TablePlan<W> = { accepted: [], refused: [] };
  for (const [at, row] of rows.entries()) {
    if (at % LINES_A_TURN === LINES_A_TURN - 1) await turn();
    const outcome = read(row);
    if ('code' in outcome) plan.refused.push(outcome);
    else plan.accepted.push(outcome);
  }
  return plan;
}

/** A refusal of a row. */
export function refuse(row: TableRow, code: string, reason: string): RefusedLine {
  return { line: row.line, code, reason };
}

/** Other headings that people and reports give a column, as {@link columnNamed} writes them. */
const OTHER_HEADINGS: Readonly<Record<string, string>> = {
  country_name: 'country',
  name_of_country: 'country',
  report_year: 'year',
  tip_report_year: 'year',
  report: 'year',
  tier_placement: 'tier',
  tier_ranking: 'tier',
  placement: 'tier',
  iso: 'iso3',
  iso_code: 'iso3',
  token: 'mrn_post_token',
  post_token: 'mrn_post_token',
  time_zone: 'zone',
};

/** The column that a heading means, whatever its case, blanks and hyphens: `Report year` is `year`. */
export function columnNamed(heading: string): string {
  const plain = heading
    .trim()
    .toLowerCase()
    .replace(/[^\p{L}\p{N}]+/gu, '_')
    .replace(/^_|_$/g, '');
  return OTHER_HEADINGS[plain] ?? plain;
}

/** A cell without blanks around it; empty where the table has no such column. */
export function cell(row: TableRow, column: string): string {
  return row.cells[column]?.trim() ?? '';
}

/** What is reported on: the table's kind, whether it was loaded, and the lines that could not be read as a row. */
export interface ReportedTable {
  kind: TableKind;
  preview: boolean;
  misfits: readonly { line: number; reason: string }[];
}

/** The report of a plan, its refused lines in the order of the file. */
export function reportOf({ kind, preview, misfits }: ReportedTable, plan: TablePlan<unknown>): TableReport {
  const count = (act: string) => plan.accepted.filter((line) => line.act === act).length;
  const changes = plan.accepted.flatMap(({ line, act, subject }) =>
    act === 'same' ? [] : [{ line, act, subject }],
  );
  return {
    kind,
    preview,
    accepted: plan.accepted.length,
    added: count('add'),
    changed: count('change'),
    unchanged: count('same'),
    changes,
    refused: [...plan.refused, ...misfits.map(misfitLine)].sort((a, b) => a.line - b.line),
  };
}

const misfitLine = ({ line, reason }: { line: number; reason: string }): RefusedLine => ({
  line,
  code: 'no-row',
  reason: `The line ${reason}.`,
});
