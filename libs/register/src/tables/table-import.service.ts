import { type Actor, Acts } from '@demarche/access';
import { accept, Clock, Invalid, WASHINGTON_ZONE } from '@demarche/base';
import { type Unit } from '@demarche/store';
import { Injectable } from '@nestjs/common';
import { calendarReader, type StartedWeek } from './calendar-table';
import { CalendarRepository } from '../calendar/calendar.repository';
import { CycleRepository } from '../cycles/cycle.repository';
import { CalendarChanged } from '../events';
import { PlaceRepository } from '../places/place.repository';
import type { PostFacts } from '../places/places';
import { postsReader } from './posts-table';
import { TableInput, type TableGiven } from '../register.input';
import { shippedWorkWeekRows } from '../shipped/rows';
import {
  type AcceptedLine,
  columnNamed,
  planOf,
  reportOf,
  type ReportedTable,
  type TableKind,
  type TablePlan,
  type TableReport,
  type TableRow,
} from './table';
import { tiersReader } from './tiers-table';
import type { Listing } from '../cycles/listing.entity';

const COLUMNS: Record<TableKind, readonly string[]> = {
  posts: ['mrn_post_token', 'country', 'city'],
  tiers: ['country', 'year', 'tier'],
  calendar: ['country', 'weekend_start', 'weekend_end'],
};
const SOURCE = 'imported table of weekends';

type Misfit = ReportedTable['misfits'][number];

/** A plan together with the way to write it. */
interface ReadTable {
  plan: TablePlan<unknown>;
  write(unit: Unit): Promise<void>;
}

/** Loads larger tables: every line is read first, and what can be taken is written in one unit of work. */
@Injectable()
export class TableImport {
  constructor(
    private readonly acts: Acts,
    private readonly clock: Clock,
    private readonly places: PlaceRepository,
    private readonly calendars: CalendarRepository,
    private readonly cycles: CycleRepository,
  ) {}

  /**
   * Reports what a table does, line by line, and unless it is a preview does it: the lines that can be taken all
   * together, the refused ones not. Throws Invalid when a column is missing, Forbidden without `manage-register`.
   */
  async run(actor: Actor, given: TableGiven): Promise<TableReport> {
    actor.must('manage-register');
    const { kind, rows: written, misfits, preview } = accept(TableInput, given);
    const rows = written.map(headed);
    mustHaveColumns(kind, rows, misfits);
    if (preview) return reportOf({ kind, preview, misfits }, (await this.read(kind, rows)).plan);
    const act = { permission: 'manage-register', action: 'register.import-table' } as const;
    return this.acts.perform(actor, act, async (unit, note) => {
      const table = await this.read(kind, rows);
      await table.write(unit);
      const report = reportOf({ kind, preview, misfits }, table.plan);
      const { added, changed, unchanged, refused } = report;
      note.about('table', kind, { added, changed, unchanged, refused: refused.length });
      return report;
    });
  }

  private read(kind: TableKind, rows: readonly TableRow[]): Promise<ReadTable> {
    if (kind === 'posts') return this.readPosts(rows);
    return kind === 'tiers' ? this.readTiers(rows) : this.readCalendar(rows);
  }

  private async readPosts(rows: readonly TableRow[]): Promise<ReadTable> {
    const [countries, posts] = [await this.places.countries(), await this.places.posts()];
    const plan = await planOf(rows, postsReader({ countries, posts }));
    const write = () => this.addPosts(writesOf(plan));
    return { plan, write };
  }

  private async addPosts(posts: PostFacts[]): Promise<void> {
    if (posts.length === 0) return;
    await this.places.addPosts(posts);
    await this.calendars.addWorkWeeks(posts.flatMap(shippedWorkWeekRows));
  }

  private async readTiers(rows: readonly TableRow[]): Promise<ReadTable> {
    const [countries, listings] = [await this.places.countries(), await this.cycles.listings()];
    const plan = await planOf(rows, tiersReader({ countries, listings }));
    const linesOf = (act: AcceptedLine<Listing>['act']) =>
      writesOf({ ...plan, accepted: plan.accepted.filter((line) => line.act === act) });
    return { plan, write: () => this.cycles.keepListings(linesOf('add'), linesOf('change')) };
  }

  private async readCalendar(rows: readonly TableRow[]): Promise<ReadTable> {
    const plan = await planOf(
      rows,
      calendarReader({
        countries: await this.places.countries(),
        posts: await this.places.posts(),
        workWeeks: await this.calendars.workWeeks(),
        today: this.clock.today(WASHINGTON_ZONE),
      }),
    );
    return { plan, write: (unit) => this.startWeeks(writesOf(plan).flat(), unit) };
  }

  private async startWeeks(weeks: StartedWeek[], unit: Unit): Promise<void> {
    for (const week of weeks) {
      await this.calendars.keepWorkWeek({ ...week, source: SOURCE });
      await unit.happened(new CalendarChanged(week.postId));
    }
  }
}

/** The same row under the names of the columns that its headings mean; the first of two that mean one holds. */
function headed({ line, cells }: TableRow): TableRow {
  const named = Object.entries(cells).map(([heading, told]) => [columnNamed(heading), told] as const);
  return { line, cells: Object.fromEntries(named.reverse()) };
}

function nothingBelow([misfit]: readonly Misfit[]): string {
  if (!misfit) return 'The table has no rows below its heading.';
  return `No line of the table can be read as a row. Line ${misfit.line} ${misfit.reason}.`;
}

function writesOf<W>(plan: TablePlan<W>): W[] {
  return plan.accepted.flatMap((line) => (line.write === null ? [] : [line.write]));
}

function mustHaveColumns(kind: TableKind, rows: readonly TableRow[], misfits: readonly Misfit[]): void {
  const [first] = rows;
  if (!first) throw Invalid.because('rows', 'empty', nothingBelow(misfits));
  const missing = COLUMNS[kind].filter((column) => !(column in first.cells));
  if (missing.length === 0) return;
  const found = Object.keys(first.cells).join(', ');
  const told = `The table lacks the column ${missing.join(', ')}. Its columns were read as: ${found}.`;
  throw Invalid.because('rows', 'column-missing', told);
}
