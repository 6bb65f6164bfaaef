import type { Actor } from '@demarche/access';
import { PlanReading } from '@demarche/plans';
import { CycleWindows } from '@demarche/register';
import { isCalendarDate } from '@demarche/rules';
import { Injectable } from '@nestjs/common';
import { type FormBody, oneOf } from '../../http/forms/forms';

/** One plan among which a person chooses. */
interface PlanChoice {
  value: string;
  label: string;
}

/** Finds the plan of an act whose form names none: by its recommendation and its day, never by which plan is newest. */
@Injectable()
export class LogPlans {
  constructor(
    private readonly plans: PlanReading,
    private readonly windows: CycleWindows,
  ) {}

  /** The plan that a form leaves no doubt about, or undefined: then a person is asked. */
  async settled(actor: Actor, body: FormBody): Promise<string | undefined> {
    const named = oneOf(body.planId);
    if (named !== undefined) return named;
    const about = oneOf(body.recommendationIds);
    if (about === undefined) return this.byDay(actor, oneOf(body.happenedOn));
    const doubt = await this.doubtful(actor, body);
    return doubt.length > 0 ? undefined : (await this.plans.recommendation(actor, about)).planId;
  }

  /**
   * The plans between which a day leaves a doubt: that of the recommendation, and the one of the same country in whose
   * window the day lies. Empty when both are the same or there is no such plan.
   */
  async doubtful(actor: Actor, body: FormBody): Promise<PlanChoice[]> {
    const about = oneOf(body.recommendationIds);
    const cycleId = await this.cycleOf(oneOf(body.happenedOn));
    if (about === undefined || cycleId === null) return [];
    const { planId } = await this.plans.recommendation(actor, about);
    const heads = await this.plans.everyHead(actor);
    const plan = heads.find(({ id }) => id === planId);
    const other = heads.find((head) => head.countryId === plan?.countryId && head.cycleId === cycleId);
    if (!plan || !other || other.id === plan.id) return [];
    return [other, plan].map(({ id, title }) => ({ value: id, label: title }));
  }

  private async byDay(actor: Actor, day: string | undefined): Promise<string | undefined> {
    const heads = await this.plans.everyHead(actor);
    if (heads.length === 1) return heads[0]?.id;
    const cycleId = await this.cycleOf(day);
    const fitting = heads.filter((head) => head.cycleId === cycleId);
    return fitting.length === 1 ? fitting[0]?.id : undefined;
  }

  private async cycleOf(day: string | undefined): Promise<string | null> {
    return day !== undefined && isCalendarDate(day) ? this.windows.inForceOn(day) : null;
  }
}
