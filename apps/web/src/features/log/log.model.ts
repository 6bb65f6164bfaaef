import { choicesOf, wordFor, brief } from '@demarche/words';
import type { Actor } from '@demarche/access';
import { Clock } from '@demarche/base';
import { type LabelledRecommendation, PlanReading, type PlanView } from '@demarche/plans';
import { todayAt } from '@demarche/progress';
import { PARTIES, weekdayDate } from '@demarche/rules';
import { Injectable } from '@nestjs/common';
import { type FormBody, freshForm } from '../../http/forms/forms';
import type { PageModel } from '../../http/views/page-result';
import { LogPlans } from './log-plans';
import { entryFields, tellsDetail } from './log-fields';
import { bannerFor, bannerOfPlan } from '../../parts/banner';
import { trailTo } from '../../parts/trail';

const TITLE = 'Log an act';

/** What the form is opened with: the plan, and perhaps the recommendation from whose row a person came. */
interface LogAsked {
  plan?: string | undefined;
  recommendation?: string | undefined;
}

/** Builds the page on which an act of a government is logged. */
@Injectable()
export class LogModel {
  constructor(
    private readonly plans: PlanReading,
    private readonly logPlans: LogPlans,
    private readonly clock: Clock,
  ) {}

  /** The form for a plan; without one, that of the recommendation, the only plan there is, or the choice among several. */
  async page(actor: Actor, asked: LogAsked, values: FormBody = {}): Promise<PageModel> {
    actor.must('log-effort');
    const planId = await this.planOf(actor, asked, values);
    if (planId === undefined) return this.choosing(actor, values);
    return this.formFor(await this.plans.open(actor, planId), asked, values);
  }

  /** The same form with its plan named, where the form leaves no doubt about it. */
  async withPlan(actor: Actor, body: FormBody): Promise<FormBody> {
    const planId = await this.logPlans.settled(actor, body);
    return planId === undefined ? body : { ...body, planId };
  }

  private async planOf(actor: Actor, { plan, recommendation }: LogAsked, values: FormBody) {
    if (plan !== undefined) return plan;
    if (recommendation !== undefined) return (await this.plans.recommendation(actor, recommendation)).planId;
    return Object.keys(values).length > 0 ? undefined : this.logPlans.settled(actor, {});
  }

  /** Several plans: which one is asked first, or, once something was typed, which recommendation of which. */
  private async choosing(actor: Actor, values: FormBody): Promise<PageModel> {
    const isTyped = Object.keys(values).length > 0;
    const heads = await this.plans.everyHead(actor);
    const ids = heads.map(({ id }) => id);
    const recommendations = await this.plans.highPriorityOf(actor, isTyped ? ids : []);
    const groups = heads.map(({ id, title }) => ({
      label: title,
      recommendations: (recommendations.get(id) ?? []).map(recommendationOption),
    }));
    return {
      title: TITLE,
      context: null,
      marking: bannerFor([...recommendations.values()].flat().map(({ marking }) => marking)),
      planId: null,
      plans: heads.map(({ id, title }) => ({ id, title })),
      quick: isTyped ? { groups, parties: choicesOf('party', PARTIES) } : null,
      doubtful: await this.logPlans.doubtful(actor, values),
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

function recommendationOption(recommendation: LabelledRecommendation) {
  const text = brief(recommendation.text);
  return { value: recommendation.id, label: `${recommendation.label} ${text}` };
}
