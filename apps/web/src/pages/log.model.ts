import type { Actor } from '@demarche/access';
import { Clock } from '@demarche/base';
import { type PlanRow, Plans, type PlanView } from '@demarche/plans';
import { todayAt } from '@demarche/progress';
import { weekdayDate } from '@demarche/rules';
import { Injectable } from '@nestjs/common';
import { type FormBody, freshForm } from '../http/forms';
import type { PageModel } from '../http/page-result';
import { wordFor } from '../words/words';
import { entryFields, tellsDetail } from './log-fields';
import { bannerFor, oneOf, type Step, trailTo } from './log-place';

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
    private readonly plans: Plans,
    private readonly clock: Clock,
  ) {}

  /** The form for a plan; without one, the only plan there is, or the choice among several. */
  async page(actor: Actor, asked: LogAsked, values: FormBody = {}): Promise<PageModel> {
    actor.must('log-effort');
    const planId = asked.plan ?? (await this.planOf(actor, asked.recommendation));
    if (planId !== undefined) return this.formFor(await this.plans.open(actor, planId), asked, values);
    const { rows } = await this.plans.list(actor);
    const [only] = rows;
    if (only && rows.length === 1) return this.formFor(await this.plans.open(actor, only.id), asked, values);
    return choosing(rows);
  }

  /** The same form with its plan named: where it only names recommendations, theirs is the plan. */
  async withPlan(actor: Actor, body: FormBody): Promise<FormBody> {
    if (oneOf(body.planId) !== undefined) return body;
    const planId = await this.planOf(actor, oneOf(body.recommendationIds));
    return planId === undefined ? body : { ...body, planId };
  }

  private async planOf(actor: Actor, recommendationId: string | undefined): Promise<string | undefined> {
    if (recommendationId === undefined) return undefined;
    return (await this.plans.recommendation(actor, recommendationId)).planId;
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
      marking: bannerFor([plan.marking]),
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

function choosing(rows: PlanRow[]): PageModel {
  const trail: Step[] = [];
  const plans = rows.map(({ id, title, high, other }) => ({ id, title, asks: high + other }));
  return { title: TITLE, context: null, trail, planId: null, plans, form: freshForm() };
}
