import { wordFor, CLOSED_ACCOUNT } from '@demarche/words';
import { type Actor, Users } from '@demarche/access';
import { type EffortRevision, Efforts, type EffortView, isStanding } from '@demarche/progress';
import { PlanReading, type PlanView } from '@demarche/plans';
import { weekdayDate } from '@demarche/rules';
import { Injectable } from '@nestjs/common';
import { type FormBody, freshForm, oneOf } from '../../http/forms/forms';
import type { PageModel } from '../../http/views/page-result';
import { differences, factsOf, formValuesOf } from '../../parts/entry-changes';
import { spokenCredit } from '../../parts/mark';
import { entryFields } from './log-fields';
import { bannerOfPlan } from '../../parts/banner';
import { earlierStates, withdrawersOf, withdrawnOf } from '../../parts/withdrawn';
import { trailTo } from '../../parts/trail';

/** Builds the page of one logged act. */
@Injectable()
export class EffortsModel {
  constructor(
    private readonly efforts: Efforts,
    private readonly plans: PlanReading,
    private readonly users: Users,
  ) {}

  /** The act, its verdict, what it said before, and the form to add detail; `typed` is a form that was refused. */
  async page(actor: Actor, id: string, typed?: FormBody): Promise<PageModel> {
    const effort = await this.efforts.one(actor, id);
    const view = await this.plans.open(actor, effort.planId);
    const wordings = await this.efforts.wordingsOf(actor, id);
    const people = await this.peopleOf(effort, wordings);
    const nameOf = (userId: string) => people.get(userId)?.name ?? CLOSED_ACCOUNT;
    return {
      ...headOf(effort, view, nameOf),
      verdict: spokenCredit(effort.credit),
      entry: entryOf(effort, view),
      withdrawn: withdrawnOf(effort, nameOf),
      restore: actor.can('log-effort') ? restoringOf(effort) : null,
      wordings: earlierStates(wordings, effort, { nameOf, textOf: ({ text }) => String(text ?? '') }),
      ...(actor.can('log-effort') && isStanding(effort) ? changing(effort, view, typed) : NO_CHANGE),
    };
  }

  private peopleOf(effort: EffortView, wordings: EffortRevision[]) {
    const changers = wordings.map(({ replacedBy }) => replacedBy);
    return this.users.namedAll([effort.recordedBy, ...withdrawersOf([effort]), ...changers]);
  }
}

const NO_CHANGE = { mayChange: false, theirs: null, form: freshForm() };

function headOf(effort: EffortView, view: PlanView, nameOf: (id: string) => string) {
  const title = `Act of ${weekdayDate(effort.happenedOn)}`;
  const progress = { label: 'Progress', href: `/plans/${view.plan.id}/progress` };
  return {
    title,
    context: `${view.country.name}, ${view.cycle.name}. Logged by ${nameOf(effort.recordedBy)}.`,
    trail: trailTo(view, progress, { label: title, href: null }),
    marking: bannerOfPlan(view, [effort.marking]),
    planId: view.plan.id,
  };
}

function entryOf(effort: EffortView, view: PlanView) {
  const recommendations = view.recommendations.filter(({ id }) => effort.recommendationIds.includes(id));
  return {
    id: effort.id,
    text: effort.text,
    mark: effort.marking,
    happenedOn: effort.happenedOn,
    recordedAt: effort.recordedAt,
    facts: factsOf(effort, view),
    recommendations: recommendations.map((one) => ({
      label: one.label,
      text: one.text,
      isCompleted: effort.completes.includes(one.id),
      href: `/recommendations/${one.id}`,
    })),
  };
}

function restoringOf({ id, version }: EffortView) {
  return { action: `/efforts/${id}/restore`, version };
}

function changing(effort: EffortView, view: PlanView, typed: FormBody | undefined) {
  const values = typed ?? formValuesOf(effort);
  const seen = typed && oneOf(typed.version);
  const isStale = seen !== undefined && seen !== String(effort.version);
  const recommendations = view.recommendations.filter(({ id }) => effort.recommendationIds.includes(id));
  return {
    mayChange: true,
    isFormOpen: typed !== undefined || effort.credit.missing.length > 0,
    isToldOpen: typed !== undefined,
    version: effort.version,
    takeTheirs: `/efforts/${effort.id}`,
    theirs: isStale ? differences(effort, typed ?? {}, view) : null,
    fields: entryFields(view, values),
    completing: recommendations.map((one) => ({ value: one.id, label: `${one.label} ${one.text}` })),
    dayHint: null,
    markingHint: `As the plan: ${wordFor('portion-mark', view.plan.marking)}`,
    form: freshForm(values),
  };
}
