import { type Actor, Users } from '@demarche/access';
import { slicesOf } from '@demarche/formats';
import { PlanReading } from '@demarche/plans';
import { isStanding, Statistics, type StatisticView } from '@demarche/progress';
import { countedIn, plural, wordFor, CLOSED_ACCOUNT } from '@demarche/words';
import { Injectable } from '@nestjs/common';
import { z } from 'zod';
import type { FormBody } from '../../http/forms/forms';
import { type Download, listDownload, type PageModel } from '../../http/views/page-result';
import { bannerOfPlan } from '../../parts/banner';
import { acceptanceMark, spokenAcceptance } from '../../parts/mark';
import { addressOf, filterOf } from '../../parts/address';
import { type Column, inOrder, sortField, sortHeads } from '../../parts/sort-heads';
import { trailTo } from '../../parts/trail';
import { withdrawersOf, withdrawnMark, withdrawnOf, withdrawnToo } from '../../parts/withdrawn';

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
  'withdrawn at',
  'withdrawn by',
];

const USUAL = '-period';
/** What figures are compared by; one that was withdrawn has no verdict. */
const HEADS: Column<StatisticView>[] = [
  { key: 'term', label: 'Term', of: ({ term }) => term },
  { key: 'number', label: 'Number', of: ({ count }) => count, isNumber: true },
  { key: 'period', label: 'Period', of: ({ from, until }) => `${until} ${from}` },
  { key: 'category', label: 'Counts as', of: ({ category }) => category && wordFor('category', category) },
  {
    key: 'verdict',
    label: 'Verdict',
    of: (figure) => (isStanding(figure) ? acceptanceMark(figure.acceptance).word : null),
  },
];
const FiguresAsked = z.strictObject({ sort: sortField(HEADS) });

/** Builds the list of a plan's law-enforcement figures, as a page and as a table for a spreadsheet. */
@Injectable()
export class StatisticListModel {
  constructor(
    private readonly statistics: Statistics,
    private readonly plans: PlanReading,
    private readonly users: Users,
  ) {}

  /** Every figure of a plan with its verdict, the latest period first unless the address asks for another order. Throws Invalid. */
  async list(actor: Actor, planId: string, query: FormBody): Promise<PageModel> {
    const { sort } = filterOf(FiguresAsked, query);
    const view = await this.plans.open(actor, planId);
    const figures = inOrder(await this.statistics.everOf(actor, planId), HEADS, sort);
    const standing = figures.filter(isStanding);
    const nameOf = await this.namesFor(withdrawersOf(figures));
    const accepted = standing.filter(({ acceptance }) => acceptance.accepted).length;
    const mayLog = actor.can('log-statistic');
    return {
      title: 'Figures',
      context: `${view.country.name}, ${view.cycle.name}: investigations, prosecutions, convictions and sentences as they were given.`,
      marking: bannerOfPlan(view),
      act: mayLog ? { href: `/plans/${planId}/statistics/new`, label: 'Log a figure' } : null,
      trail: trailTo(view, { label: 'Figures', href: null }),
      summary: `${plural(standing.length, { one: 'figure', many: 'figures' })}, ${accepted} accepted${withdrawnToo(figures.length - standing.length)}`,
      sort: sort ?? null,
      heads: sortHeads(HEADS, { path: `/plans/${planId}/statistics`, address: {}, sort: sort ?? USUAL }),
      csv: addressOf(`/plans/${planId}/statistics.csv`, { sort }),
      progressHref: `/plans/${planId}/progress`,
      rows: figures.map((figure) => figureRow(figure, nameOf)),
    };
  }

  /** The same in the same order, as a table for a spreadsheet. */
  async csv(actor: Actor, planId: string, query: FormBody): Promise<Download> {
    const { sort } = filterOf(FiguresAsked, query);
    const { country, cycle } = await this.plans.open(actor, planId);
    const figures = inOrder(await this.statistics.everOf(actor, planId), HEADS, sort);
    const nameOf = await this.namesFor(withdrawersOf(figures));
    const slices = slicesOf(figures, (figure) => cellsOf(figure, nameOf));
    const filename = `${country.name}-${cycle.id}-figures.csv`.toLowerCase().replaceAll(' ', '-');
    const about = { subjectKind: 'plan', subjectId: planId, detail: { rows: figures.length } };
    return listDownload({ filename, columns: COLUMNS, slices }, { action: 'export.figures', ...about });
  }

  private async namesFor(userIds: string[]): Promise<(userId: string) => string> {
    const people = await this.users.namedAll(userIds);
    return (userId) => people.get(userId)?.name ?? CLOSED_ACCOUNT;
  }
}

/** A figure as a row of a list and as the head of its page. */
export function figureRow(figure: StatisticView, nameOf: (userId: string) => string) {
  const { id, term, count, unit, from, until, category, basis, article, source, evidence } = figure;
  return {
    href: `/statistics/${id}`,
    ...{ term, from, until, article, source, evidence },
    count: countedIn(unit, count),
    category: category && wordFor('category', category),
    basis: wordFor('basis', basis),
    mark: isStanding(figure) ? acceptanceMark(figure.acceptance) : withdrawnMark(),
    withdrawn: withdrawnOf(figure, nameOf),
    why: spokenAcceptance(figure.acceptance).why,
  };
}

function cellsOf(figure: StatisticView, nameOf: (userId: string) => string) {
  const withdrawn = withdrawnOf(figure, nameOf);
  const { from, until, term, count, unit, category, basis, article, source, acceptance } = figure;
  return [
    ...[from, until, term, count, wordFor('unit', unit), category && wordFor('category', category)],
    ...[wordFor('basis', basis), article, source],
    withdrawn ? withdrawnMark().word : acceptanceMark(acceptance).word,
    withdrawn ? withdrawn.reason : spokenAcceptance(acceptance).why,
    withdrawn?.at ?? null,
    withdrawn?.by ?? null,
  ];
}
