import { choicesOf, plural, wordFor } from '@demarche/words';
import { type Actor, Users } from '@demarche/access';
import { writeCsv } from '@demarche/formats';
import { Efforts, type EffortView } from '@demarche/progress';
import { PlanReading, type PlanView } from '@demarche/plans';
import { CREDIT_VERDICTS } from '@demarche/rules';
import { Injectable } from '@nestjs/common';
import { z } from 'zod';
import { freshForm } from '../../http/forms';
import { Download, type PageModel } from '../../http/page-result';
import { creditMark, creditSentence } from '../../parts/mark';
import { bannerOfPlan } from '../../parts/banner';
import { trailTo } from '../../parts/trail';
import { addressOf, pagingOf } from '../../parts/address';

/** The filters of a plan's list of acts, as its address holds them. */
export const ProgressAsked = z.strictObject({
  recommendation: z.string().max(64).optional(),
  credit: z.enum(CREDIT_VERDICTS, 'Choose one of the verdicts in the list.').optional(),
  page: z.coerce.number('Enter a page number.').int().min(1).max(10_000).default(1),
});

/** The parsed filters. */
export type ProgressQuery = z.output<typeof ProgressAsked>;

const A_PAGE = 50;
const COLUMNS = [
  'day',
  'what happened',
  'recommendations',
  'who acted',
  'who paid',
  'what the government gave',
  'part of the government',
  'credit',
  'reason',
  'kind of action',
  'kind of source',
  'source',
  'marking',
  'logged by',
  'logged at',
];

/** Builds the list of what was logged against a plan. */
@Injectable()
export class ProgressModel {
  constructor(
    private readonly efforts: Efforts,
    private readonly plans: PlanReading,
    private readonly users: Users,
  ) {}

  /** One page of a plan's acts, newest first. */
  async list(actor: Actor, planId: string, asked: ProgressQuery): Promise<PageModel> {
    const view = await this.plans.open(actor, planId);
    const found = (await this.efforts.of(actor, planId)).filter((effort) => fits(effort, asked));
    const first = (asked.page - 1) * A_PAGE;
    const shown = found.slice(first, first + A_PAGE);
    const path = `/plans/${planId}/progress`;
    const address = { recommendation: asked.recommendation, credit: asked.credit };
    const pages = Math.max(1, Math.ceil(found.length / A_PAGE));
    return {
      ...headOf(view, found, actor),
      rows: shown.map((effort) => rowOf(effort, view)),
      path,
      csv: addressOf(`${path}.csv`, address),
      paging: pagingOf(path, address, { page: asked.page, pages }),
      ...filtersOf(view, asked, path),
    };
  }

  /** The same acts, of every page, as a table for a spreadsheet. */
  async csv(actor: Actor, planId: string, asked: ProgressQuery): Promise<Download> {
    const view = await this.plans.open(actor, planId);
    const found = (await this.efforts.of(actor, planId)).filter((effort) => fits(effort, asked));
    const people = await this.users.namedAll(found.map(({ recordedBy }) => recordedBy));
    const rows = found.map((effort) => cellsOf(effort, view, people.get(effort.recordedBy)?.name ?? ''));
    const filename = `${view.country.name}-${view.cycle.id}-progress.csv`.toLowerCase().replaceAll(' ', '-');
    const bytes = Buffer.from(writeCsv(COLUMNS, rows), 'utf8');
    return new Download({ filename, mediaType: 'text/csv; charset=utf-8', bytes });
  }
}

function fits(effort: EffortView, { recommendation, credit }: ProgressQuery): boolean {
  if (recommendation !== undefined && !effort.recommendationIds.includes(recommendation)) return false;
  return credit === undefined || effort.credit.verdict === credit;
}

function headOf(view: PlanView, found: EffortView[], actor: Actor) {
  const credited = found.filter(({ credit }) => credit.verdict === 'credit').length;
  const href = `/log?plan=${view.plan.id}`;
  return {
    title: 'Progress',
    context: `${view.country.name}, ${view.cycle.name}: what the government did, as it was logged.`,
    act: actor.can('log-effort') ? { href, label: 'Log an act' } : null,
    trail: trailTo(view, { label: 'Progress', href: null }),
    marking: bannerOfPlan(
      view,
      found.map(({ marking }) => marking),
    ),
    statisticsHref: `/plans/${view.plan.id}/statistics`,
    summary: `${plural(found.length, { one: 'act', many: 'acts' })}, ${credited} credited`,
  };
}

function labelsOf(effort: EffortView, view: PlanView) {
  return view.recommendations.filter(({ id }) => effort.recommendationIds.includes(id));
}

function rowOf(effort: EffortView, view: PlanView) {
  return {
    href: `/efforts/${effort.id}`,
    happenedOn: effort.happenedOn,
    text: effort.text,
    portion: effort.marking,
    runner: wordFor('party', effort.ranBy),
    mark: creditMark(effort.credit.verdict),
    asks: labelsOf(effort, view).map((ask) => ({ label: ask.label, href: `/recommendations/${ask.id}` })),
  };
}

function filtersOf(view: PlanView, asked: ProgressQuery, path: string) {
  const { recommendation = '', credit = '' } = asked;
  const named = view.recommendations.find(({ id }) => id === recommendation);
  const chips = [
    ...(recommendation
      ? [{ label: named ? named.label : 'One recommendation', remove: addressOf(path, { credit }) }]
      : []),
    ...(credit ? [{ label: wordFor('credit', credit), remove: addressOf(path, { recommendation }) }] : []),
  ];
  return {
    chips,
    asked: named ? { label: named.label, text: named.text } : null,
    choices: {
      asks: view.recommendations.map((ask) => ({
        value: ask.id,
        label: `${ask.label} ${brief(ask.text)}`,
      })),
      credits: choicesOf('credit', CREDIT_VERDICTS),
    },
    form: freshForm({ recommendation, credit }),
  };
}

const BRIEF = 80;
const brief = (text: string) => (text.length > BRIEF ? `${text.slice(0, BRIEF).trimEnd()}…` : text);

function cellsOf(effort: EffortView, view: PlanView, loggedBy: string) {
  return [
    effort.happenedOn,
    effort.text,
    labelsOf(effort, view)
      .map(({ label }) => label)
      .join(' '),
    wordFor('party', effort.ranBy),
    wordFor('party', effort.paidBy),
    effort.governmentGave.map((gift) => wordFor('contribution', gift)).join(', '),
    effort.role,
    wordFor('credit', effort.credit.verdict),
    creditSentence(effort.credit),
    effort.actionKind && wordFor('action', effort.actionKind),
    effort.sourceKind && wordFor('source', effort.sourceKind),
    effort.source,
    effort.marking,
    loggedBy,
    effort.recordedAt,
  ];
}
