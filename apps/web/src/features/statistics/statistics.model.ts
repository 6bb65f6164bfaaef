import { CLOSED_ACCOUNT } from '@demarche/words';
import { type Actor, Users } from '@demarche/access';
import { Clock } from '@demarche/base';
import { isStanding, Statistics, type StatisticView, todayAt } from '@demarche/progress';
import { PlanReading, type PlanView } from '@demarche/plans';
import { Injectable } from '@nestjs/common';
import { type FormBody, freshForm, oneOf } from '../../http/forms/forms';
import type { PageModel } from '../../http/views/page-result';
import { spokenAcceptance } from '../../parts/mark';
import { bannerOfPlan } from '../../parts/banner';
import { trailTo } from '../../parts/trail';
import { earlierStates, withdrawersOf, withdrawnOf } from '../../parts/withdrawn';
import { figureRow } from './statistic-list.model';
import { figureLine, figureDifferences, figureFields, figureForm, replyFor } from './statistic-fields';

/** Builds the pages of the law-enforcement figures of a plan. */
@Injectable()
export class StatisticsModel {
  constructor(
    private readonly statistics: Statistics,
    private readonly plans: PlanReading,
    private readonly users: Users,
    private readonly clock: Clock,
  ) {}

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
    const wordings = await this.statistics.wordingsOf(actor, id);
    const changers = wordings.map(({ replacedBy }) => replacedBy);
    const nameOf = await this.namesFor([figure.recordedBy, ...withdrawersOf([figure]), ...changers]);
    const title = `Figure: ${figure.term}`;
    const figures = { label: 'Figures', href: `/plans/${view.plan.id}/statistics` };
    return {
      title,
      context: `${view.country.name}, ${view.cycle.name}. Logged by ${nameOf(figure.recordedBy)}.`,
      act: null,
      marking: bannerOfPlan(view),
      trail: trailTo(view, figures, { label: figure.term, href: null }),
      verdict: spokenAcceptance(figure.acceptance),
      reply: isStanding(figure) ? replyFor(figure) : null,
      figure: { id, ...figureRow(figure, nameOf) },
      withdrawn: withdrawnOf(figure, nameOf),
      restore: actor.can('log-statistic') ? restoringOf(figure) : null,
      wordings: earlierStates(wordings, figure, { nameOf, textOf: figureLine }),
      ...changing(actor, { figure, view }, typed),
    };
  }

  /** The form that asks why a figure is withdrawn; `typed` is one that was refused. */
  async withdrawing(actor: Actor, id: string, typed?: FormBody): Promise<PageModel> {
    actor.must('log-statistic');
    const figure = await this.statistics.one(actor, id);
    const view = await this.plans.open(actor, figure.planId);
    const title = 'Withdraw a figure';
    const entry = { label: figure.term, href: `/statistics/${id}` };
    const seen = typed && oneOf(typed.version);
    return {
      title,
      context: `${view.country.name}, ${view.cycle.name}`,
      act: null,
      marking: bannerOfPlan(view),
      trail: trailTo(view, entry, { label: title, href: null }),
      back: entry.href,
      isWithdrawn: !isStanding(figure),
      version: figure.version,
      isStale: seen !== undefined && seen !== String(figure.version),
      told: figureLine({ ...figure }),
      consequence: 'It is no longer used anywhere.',
      form: freshForm(),
    };
  }

  private async namesFor(userIds: string[]): Promise<(userId: string) => string> {
    const people = await this.users.namedAll(userIds);
    return (userId) => people.get(userId)?.name ?? CLOSED_ACCOUNT;
  }
}

function changing(
  actor: Actor,
  shown: { figure: StatisticView; view: PlanView },
  typed: FormBody | undefined,
) {
  if (!actor.can('log-statistic') || !isStanding(shown.figure))
    return { mayChange: false, theirs: null, form: freshForm() };
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

function restoringOf({ id, version }: StatisticView) {
  return { action: `/statistics/${id}/restore`, version };
}
