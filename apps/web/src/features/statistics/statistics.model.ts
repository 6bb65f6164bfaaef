import { countedIn, plural, wordFor } from '@demarche/words';
import { type Actor, Users } from '@demarche/access';
import { Clock } from '@demarche/base';
import { writeCsv } from '@demarche/formats';
import { Statistics, type StatisticView, todayAt } from '@demarche/progress';
import { PlanReading, type PlanView } from '@demarche/plans';
import { Injectable } from '@nestjs/common';
import { type FormBody, freshForm, oneOf } from '../../http/forms';
import { Download, type PageModel } from '../../http/page-result';
import { acceptanceMark, spokenAcceptance } from '../../parts/mark';
import { bannerOfPlan } from '../../parts/banner';
import { trailTo } from '../../parts/trail';
import { figureDifferences, figureFields, figureForm, replyFor } from './statistic-fields';

const COLUMNS = [
  'from',
  'until',
  'term',
  'count',
  'unit',
  'category',
  'basis',
  'article',
  'source',
  'verdict',
  'reason',
];

/** Builds the pages of the law-enforcement figures of a plan. */
@Injectable()
export class StatisticsModel {
  constructor(
    private readonly statistics: Statistics,
    private readonly plans: PlanReading,
    private readonly users: Users,
    private readonly clock: Clock,
  ) {}

  /** Every figure of a plan with its verdict. */
  async list(actor: Actor, planId: string): Promise<PageModel> {
    const view = await this.plans.open(actor, planId);
    const figures = await this.statistics.of(actor, planId);
    const accepted = figures.filter(({ acceptance }) => acceptance.accepted).length;
    const mayLog = actor.can('log-statistic');
    return {
      title: 'Figures',
      context: `${view.country.name}, ${view.cycle.name}: investigations, prosecutions, convictions and sentences as they were given.`,
      marking: bannerOfPlan(view),
      act: mayLog ? { href: `/plans/${planId}/statistics/new`, label: 'Log a figure' } : null,
      trail: trailTo(view, { label: 'Figures', href: null }),
      summary: `${plural(figures.length, { one: 'figure', many: 'figures' })}, ${accepted} accepted`,
      csv: `/plans/${planId}/statistics.csv`,
      progressHref: `/plans/${planId}/progress`,
      rows: figures.map(rowOf),
    };
  }

  /** The same as a table for a spreadsheet. */
  async csv(actor: Actor, planId: string): Promise<Download> {
    const { country, cycle } = await this.plans.open(actor, planId);
    const rows = (await this.statistics.of(actor, planId)).map(cellsOf);
    const filename = `${country.name}-${cycle.id}-figures.csv`.toLowerCase().replaceAll(' ', '-');
    const bytes = Buffer.from(writeCsv(COLUMNS, rows), 'utf8');
    return new Download({ filename, mediaType: 'text/csv; charset=utf-8', bytes });
  }

  /** The form on which a figure is logged. */
  async asked(actor: Actor, planId: string): Promise<PageModel> {
    actor.must('log-statistic');
    const view = await this.plans.open(actor, planId);
    const until = todayAt(this.clock, view.post);
    return {
      title: 'Log a figure',
      context: `${view.country.name}, ${view.cycle.name}. As the government gave it; a person decides what it counts as.`,
      act: null,
      marking: bannerOfPlan(view),
      trail: trailTo(
        view,
        { label: 'Figures', href: `/plans/${planId}/statistics` },
        { label: 'Log a figure', href: null },
      ),
      planId,
      fields: figureFields(view),
      form: freshForm({ until }),
    };
  }

  /** One figure, its verdict, what to send back when it is refused, and the form to change it. */
  async page(actor: Actor, id: string, typed?: FormBody): Promise<PageModel> {
    const figure = await this.statistics.one(actor, id);
    const view = await this.plans.open(actor, figure.planId);
    const recorder = await this.users.named(figure.recordedBy);
    const title = `Figure: ${figure.term}`;
    const figures = { label: 'Figures', href: `/plans/${view.plan.id}/statistics` };
    return {
      title,
      context: `${view.country.name}, ${view.cycle.name}. Logged by ${recorder?.name ?? 'closed account'}.`,
      act: null,
      marking: bannerOfPlan(view),
      trail: trailTo(view, figures, { label: figure.term, href: null }),
      verdict: spokenAcceptance(figure.acceptance),
      reply: replyFor(figure),
      figure: { id, ...rowOf(figure) },
      ...changing(actor, { figure, view }, typed),
    };
  }
}

function changing(
  actor: Actor,
  shown: { figure: StatisticView; view: PlanView },
  typed: FormBody | undefined,
) {
  if (!actor.can('log-statistic')) return { mayChange: false, theirs: null, form: freshForm() };
  const { figure, view } = shown;
  const seen = typed && oneOf(typed.version);
  const isStale = seen !== undefined && seen !== String(figure.version);
  return {
    mayChange: true,
    isFormOpen: typed !== undefined || !figure.acceptance.accepted,
    version: figure.version,
    takeTheirs: `/statistics/${figure.id}`,
    theirs: isStale ? figureDifferences(figure, typed ?? {}, view) : null,
    fields: figureFields(view),
    form: freshForm(figureForm(figure)),
  };
}

function rowOf(figure: StatisticView) {
  const { id, term, count, unit, from, until, category, basis, article, source, evidence } = figure;
  return {
    href: `/statistics/${id}`,
    ...{ term, from, until, article, source, evidence },
    count: countedIn(unit, count),
    category: category && wordFor('category', category),
    basis: wordFor('basis', basis),
    mark: acceptanceMark(figure.acceptance),
    why: spokenAcceptance(figure.acceptance).why,
  };
}

function cellsOf(figure: StatisticView) {
  const { from, until, term, count, unit, category, basis, article, source, acceptance } = figure;
  return [
    ...[from, until, term, count, wordFor('unit', unit), category && wordFor('category', category)],
    ...[wordFor('basis', basis), article, source],
    acceptanceMark(acceptance).word,
    spokenAcceptance(acceptance).why,
  ];
}
