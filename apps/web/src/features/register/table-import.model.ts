import { choicesOf, wordFor } from '@demarche/words';
import type { Actor } from '@demarche/access';
import { readCsv } from '@demarche/formats';
import { Register, TABLE_KINDS, TableImport, type TableKind, type TableReport } from '@demarche/register';
import { Injectable } from '@nestjs/common';
import { freshForm } from '../../http/forms/forms';
import { type PageModel, Shown } from '../../http/views/page-result';
import { trailInRegister } from './register.model';

/** A table as it was pasted. */
interface PastedTable {
  kind: TableKind;
  text: string;
}

const MOST_LINES = 200;

/** Builds the pages that load larger tables. */
@Injectable()
export class RegisterImportModel {
  constructor(
    private readonly tables: TableImport,
    private readonly register: Register,
  ) {}

  /** The empty form. */
  blank(actor: Actor): PageModel {
    actor.must('manage-register');
    return {
      title: 'Load a table',
      context: 'First a check that changes nothing, then the load.',
      trail: trailInRegister({ label: 'Load a table', href: null }),
      kinds: choicesOf('table-kind', TABLE_KINDS),
      form: freshForm(),
    };
  }

  /** What a load would do. Throws Invalid for a text that is no such table. */
  async checked(actor: Actor, table: PastedTable): Promise<Shown> {
    const report = await this.run(actor, table, { preview: true });
    return shown('Check the table', await this.named(report), freshForm({ ...table }));
  }

  /** What the load did. */
  async loaded(actor: Actor, table: PastedTable): Promise<Shown> {
    const report = await this.run(actor, table, { preview: false });
    return shown('The table is loaded', await this.named(report), freshForm());
  }

  /** The report's first lines, with the names of countries where it has their codes. */
  private async named(report: TableReport): Promise<TableReport> {
    if (report.kind !== 'tiers') return report;
    const names = new Map((await this.register.countries()).map(({ id, name }) => [id, name]));
    const nameIn = (subject: string) => subject.replace(/^\w+/, (id) => names.get(id) ?? id);
    const changes = report.changes.map((change, index) =>
      index < MOST_LINES ? { ...change, subject: nameIn(change.subject) } : change,
    );
    return { ...report, changes };
  }

  private run(actor: Actor, { kind, text }: PastedTable, how: { preview: boolean }): Promise<TableReport> {
    actor.must('manage-register');
    const { rows, misfits } = readCsv(text);
    return this.tables.run(actor, { kind, rows, misfits, ...how });
  }
}

function shown(title: string, report: TableReport, form: ReturnType<typeof freshForm>): Shown {
  const trail = [
    { label: 'Load a table', href: '/register/import' },
    { label: title, href: null },
  ];
  const model = {
    title,
    context: wordFor('table-kind', report.kind),
    trail: trailInRegister(...trail),
    report,
    mayLoad: report.preview && report.added + report.changed > 0,
    changes: report.changes
      .slice(0, MOST_LINES)
      .map((change) => ({ ...change, does: wordFor('line-act', change.act) })),
    moreChanges: Math.max(0, report.changes.length - MOST_LINES),
    refused: report.refused.slice(0, MOST_LINES),
    moreRefused: Math.max(0, report.refused.length - MOST_LINES),
    form,
  };
  return new Shown(model, { view: 'register/import-report' });
}
