import { choicesOf, wordFor } from '@demarche/words';
import type { Actor } from '@demarche/access';
import { Clock } from '@demarche/base';
import { type LabelledRecommendation, PlanReading, type PlanView } from '@demarche/plans';
import { todayAt } from '@demarche/progress';
import { PARTIES, weekdayDate } from '@demarche/rules';
import { Injectable } from '@nestjs/common';
import { type FormBody, freshForm, oneOf } from '../../http/forms';
import type { PageModel } from '../../http/page-result';
import { entryFields, tellsDetail } from './log-fields';
import { bannerFor, bannerOfPlan } from '../../parts/banner';
import { trailTo } from '../../parts/trail';

const TITLE = 'Log an act';

/** What the form is opened with: the plan, and perhaps the recommendation from whose row a person came. */
export interface LogAsked {
  plan?: string | undefined;
  recommendation?: string | undefined;
}

/** Builds the page on which an act of a government is logged. */
@Injectable()
export class LogModel {
  constructor(
    private readonly plans: PlanReading,
    private readonly clock: Clock,
  ) {}

  /** The form for a plan; without one, the only plan there is, or the choice among several. */
  async page(actor: Actor, asked: LogAsked, values: FormBody = {}): Promise<PageModel> {
    actor.must('log-effort');
    const planId = asked.plan ?? (await this.planOf(actor, asked.recommendation));
    if (planId === undefined) return this.choosing(actor, Object.keys(values).length > 0);
    return this.formFor(await this.plans.open(actor, planId), asked, values);
  }

  /** The same form with its plan named: that of the recommendation it names, or the only one there is. */
  async withPlan(actor: Actor, body: FormBody): Promise<FormBody> {
    if (oneOf(body.planId) !== undefined) return body;
    const planId = await this.planOf(actor, oneOf(body.recommendationIds));
    return planId === undefined ? body : { ...body, planId };
  }

  private async planOf(actor: Actor, recommendationId: string | undefined): Promise<string | undefined> {
    if (recommendationId !== undefined)
      return (await this.plans.recommendation(actor, recommendationId)).planId;
    const { rows } = await this.plans.list(actor);
    return rows.length === 1 ? rows[0]?.id : undefined;
  }

  /** Several plans: which one is asked first, or, once something was typed, which recommendation of which. */
  private async choosing(actor: Actor, isTyped: boolean): Promise<PageModel> {
    const { rows } = await this.plans.list(actor);
    const asked = await this.plans.highPriorityOf(
      actor,
      rows.map(({ id }) => id),
    );
    const groups = rows.map(({ id, title }) => ({
      label: title,
      asks: (asked.get(id) ?? []).map(askOption),
    }));
    return {
      title: TITLE,
      context: null,
      marking: bannerFor([...asked.values()].flat().map(({ marking }) => marking)),
      planId: null,
      plans: rows.map(({ id, title }) => ({ id, title })),
      quick: isTyped ? { groups, parties: choicesOf('party', PARTIES) } : null,
      form: freshForm(),
    };
  }

  private formFor(view: PlanView, asked: LogAsked, values: FormBody): PageModel {
    const { plan, post, country, cycle } = view;
    const today = todayAt(this.clock, post);
    const fresh = { happenedOn: today, recommendationIds: asked.recommendation ?? '' };
    const shown = Object.keys(values).length > 0 ? values : fresh;
    return {
      title: TITLE,
      context: `${country.name}, ${cycle.name}. Four fields are enough; the rest can follow.`,
      trail: trailTo(view, { label: TITLE, href: null }),
      marking: bannerOfPlan(view),
      planId: plan.id,
      plans: [],
      dayHint: `Today it is ${weekdayDate(today)} in ${post?.city ?? 'Washington'}.`,
      markingHint: `As the plan: ${wordFor('portion-mark', plan.marking)}`,
      fields: entryFields(view, shown),
      isDetailTold: tellsDetail(values),
      form: freshForm(fresh),
    };
  }
}

const BRIEF = 90;

function askOption(asked: LabelledRecommendation) {
  const text = asked.text.length > BRIEF ? `${asked.text.slice(0, BRIEF).trimEnd()}…` : asked.text;
  return { value: asked.id, label: `${asked.label} ${text}` };
}
