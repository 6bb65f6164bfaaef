import type { Actor } from '@demarche/access';
import { PlanReading, type PlanView } from '@demarche/plans';
import { Efforts, type EffortView, isStanding } from '@demarche/progress';
import { weekdayDate } from '@demarche/rules';
import { wordFor } from '@demarche/words';
import { Injectable } from '@nestjs/common';
import { type FormBody, freshForm, oneOf } from '../../http/forms/forms';
import type { PageModel } from '../../http/views/page-result';
import { bannerOfPlan } from '../../parts/banner';
import { formValuesOf } from '../../parts/entry-changes';
import { trailTo } from '../../parts/trail';
import { entryFields } from './log-fields';

/** Builds the two pages on which an act is taken back: withdrawn, or moved to the plan it belongs to. */
@Injectable()
export class EffortWithdrawalModel {
  constructor(
    private readonly efforts: Efforts,
    private readonly plans: PlanReading,
  ) {}

  /** The form that asks why an act is withdrawn; `typed` is one that was refused. */
  async withdrawing(actor: Actor, id: string, typed?: FormBody): Promise<PageModel> {
    actor.must('log-effort');
    const effort = await this.efforts.one(actor, id);
    const view = await this.plans.open(actor, effort.planId);
    return {
      ...headOf(effort, view, 'Withdraw an act'),
      ...standingOf(effort, typed),
      told: `(${effort.marking}) ${effort.text}`,
      consequence: 'It no longer counts and completes nothing.',
      form: freshForm(),
    };
  }

  /** The form that logs an act on another plan, filled with what it says; without a plan, the choice of one. */
  async moving(actor: Actor, id: string, asked: { plan?: string; typed?: FormBody }): Promise<PageModel> {
    actor.must('log-effort');
    const effort = await this.efforts.one(actor, id);
    const view = await this.plans.open(actor, effort.planId);
    const others = (await this.plans.everyHead(actor)).filter((head) => head.id !== effort.planId);
    return {
      ...headOf(effort, view, 'Move an act to another plan'),
      ...standingOf(effort, asked.typed),
      entry: { mark: effort.marking, text: effort.text },
      plans: others.map((head) => ({ id: head.id, title: head.title })),
      ...(asked.plan === undefined
        ? { fields: null, form: freshForm() }
        : formOn(await this.plans.open(actor, asked.plan), effort, asked.typed)),
    };
  }
}

function headOf(effort: EffortView, view: PlanView, title: string) {
  const entry = { label: `Act of ${weekdayDate(effort.happenedOn)}`, href: `/efforts/${effort.id}` };
  return {
    title,
    context: `${view.country.name}, ${view.cycle.name}`,
    act: null,
    trail: trailTo(view, entry, { label: title, href: null }),
    marking: bannerOfPlan(view, [effort.marking]),
    back: entry.href,
  };
}

function standingOf(effort: EffortView, typed: FormBody | undefined) {
  const seen = typed && oneOf(typed.version);
  return {
    isWithdrawn: !isStanding(effort),
    version: effort.version,
    isStale: seen !== undefined && seen !== String(effort.version),
  };
}

/** Recommendations belong to one plan: on another they are chosen anew. */
function formOn(view: PlanView, effort: EffortView, typed: FormBody | undefined) {
  const values = typed ?? { ...formValuesOf(effort), recommendationIds: [], completes: [] };
  return {
    context: `To: ${view.plan.title}.`,
    planId: view.plan.id,
    fields: entryFields(view, values),
    completing: view.standing.map((one) => ({ value: one.id, label: `${one.label} ${one.text}` })),
    dayHint: null,
    markingHint: `As the plan: ${wordFor('portion-mark', view.plan.marking)}`,
    form: freshForm(values),
  };
}
