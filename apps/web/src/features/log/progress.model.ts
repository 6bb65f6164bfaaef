import { choicesOf, plural, wordFor, CLOSED_ACCOUNT, brief } from '@demarche/words';
import { type Actor, Users } from '@demarche/access';
import { slicesOf } from '@demarche/formats';
import { Efforts, type EffortView, isStanding } from '@demarche/progress';
import { PlanReading, type PlanView } from '@demarche/plans';
import { CREDIT_VERDICTS } from '@demarche/rules';
import { Injectable } from '@nestjs/common';
import { freshForm } from '../../http/forms/forms';
import { type Download, listDownload, type PageModel } from '../../http/views/page-result';
import { creditMark, creditSentence } from '../../parts/mark';
import { bannerOfPlan } from '../../parts/banner';
import { trailTo } from '../../parts/trail';
import {
  type Withdrawn,
  withdrawersOf,
  withdrawnMark,
  withdrawnOf,
  withdrawnToo,
} from '../../parts/withdrawn';
import { listingOf } from '../../http/api/listing';
import { addressOf, pagingOf } from '../../parts/address';
import { sortHeads } from '../../parts/sort-heads';
import { ACT_HEADS, actsAsked, NEWEST_FIRST, type ProgressQuery } from './progress-asked';

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
  'withdrawn at',
  'withdrawn by',
];

/** Builds the list of what was logged against a plan. */
@Injectable()
export class ProgressModel {
  constructor(
    private readonly efforts: Efforts,
    private readonly plans: PlanReading,
    private readonly users: Users,
  ) {}

  /** One page of a plan's acts, newest first unless the address asks for another order. */
  async list(actor: Actor, planId: string, asked: ProgressQuery): Promise<PageModel> {
    const view = await this.plans.open(actor, planId);
    const found = await this.found(actor, view, asked);
    const { rows: shown, pages } = listingOf(found, asked);
    const path = `/plans/${planId}/progress`;
    const { recommendation, credit, sort } = asked;
    const address = { recommendation, credit, sort };
    const people = await this.users.namedAll(withdrawersOf(shown));
    const nameOf = (userId: string) => people.get(userId)?.name ?? CLOSED_ACCOUNT;
    return {
      ...headOf(view, found, actor),
      rows: shown.map((effort) => ({ ...rowOf(effort, view), withdrawn: withdrawnOf(effort, nameOf) })),
      path,
      sort: sort ?? null,
      heads: sortHeads(ACT_HEADS, { path, address, sort: sort ?? NEWEST_FIRST }),
      csv: addressOf(`${path}.csv`, address),
      paging: pagingOf(path, address, { page: asked.page, pages }),
      ...filtersOf(view, asked, path),
    };
  }

  /** The same acts, of every page, as a table for a spreadsheet. */
  async csv(actor: Actor, planId: string, asked: ProgressQuery): Promise<Download> {
    const view = await this.plans.open(actor, planId);
    const found = await this.found(actor, view, asked);
    const named = [...found.map(({ recordedBy }) => recordedBy), ...withdrawersOf(found)];
    const people = await this.users.namedAll(named);
    const nameOf = (id: string) => people.get(id)?.name ?? CLOSED_ACCOUNT;
    const slices = slicesOf(found, (effort) => cellsOf(effort, view, nameOf));
    const filename = `${view.country.name}-${view.cycle.id}-progress.csv`.toLowerCase().replaceAll(' ', '-');
    const about = { subjectKind: 'plan', subjectId: planId, detail: { rows: found.length } };
    return listDownload({ filename, columns: COLUMNS, slices }, { action: 'export.progress', ...about });
  }

  private async found(actor: Actor, view: PlanView, asked: ProgressQuery): Promise<EffortView[]> {
    return actsAsked(await this.efforts.everOf(actor, view.plan.id), view, asked);
  }
}

function headOf(view: PlanView, found: EffortView[], actor: Actor) {
  const standing = found.filter(isStanding);
  const credited = standing.filter(({ credit }) => credit.verdict === 'credit').length;
  const withdrawn = found.length - standing.length;
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
    summary: `${plural(standing.length, { one: 'act', many: 'acts' })}, ${credited} credited${withdrawnToo(withdrawn)}`,
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
    mark: isStanding(effort) ? creditMark(effort.credit.verdict) : withdrawnMark(),
    recommendations: labelsOf(effort, view).map((one) => ({
      label: one.label,
      href: `/recommendations/${one.id}`,
    })),
  };
}

function filtersOf(view: PlanView, asked: ProgressQuery, path: string) {
  const { recommendation = '', credit = '', sort } = asked;
  const named = view.recommendations.find(({ id }) => id === recommendation);
  const chips = [
    ...(recommendation
      ? [{ label: named ? named.label : 'One recommendation', remove: addressOf(path, { credit, sort }) }]
      : []),
    ...(credit
      ? [{ label: wordFor('credit', credit), remove: addressOf(path, { recommendation, sort }) }]
      : []),
  ];
  return {
    chips,
    recommendation: named ? { label: named.label, text: named.text } : null,
    choices: {
      recommendations: view.recommendations.map((one) => ({
        value: one.id,
        label: `${one.label} ${brief(one.text)}`,
      })),
      credits: choicesOf('credit', CREDIT_VERDICTS),
    },
    form: freshForm({ recommendation, credit }),
  };
}
function cellsOf(effort: EffortView, view: PlanView, nameOf: (userId: string) => string) {
  const withdrawn = withdrawnOf(effort, nameOf);
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
    ...verdictCells(effort, withdrawn),
    effort.actionKind && wordFor('action', effort.actionKind),
    effort.sourceKind && wordFor('source', effort.sourceKind),
    effort.source,
    effort.marking,
    nameOf(effort.recordedBy),
    effort.recordedAt,
    ...(withdrawn ? [withdrawn.at, withdrawn.by] : [null, null]),
  ];
}

function verdictCells({ credit }: EffortView, withdrawn: Withdrawn | null): string[] {
  if (withdrawn) return [withdrawnMark().word, withdrawn.reason];
  return [wordFor('credit', credit.verdict), creditSentence(credit)];
}
