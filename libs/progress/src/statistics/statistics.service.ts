import { Acts, type Actor } from '@demarche/access';
import { accept, againstFarDay, Clock, newId, NotFound } from '@demarche/base';
import { PlanReading, type PlanView, type Recommendation } from '@demarche/plans';
import { statisticAcceptance, type StatisticAcceptance, type StatisticFacts } from '@demarche/rules';
import { Injectable } from '@nestjs/common';
import { againstFuture, againstReversedPeriod, againstStrangers, refuseFor } from '../log-checks';
import { todayAt } from '../post-day';
import { isStanding, mustStand, STANDS } from '../withdrawal';
import type { Statistic, StatisticRevision } from './statistic.entity';
import {
  type AmendedStatistic,
  AmendedStatisticInput,
  type NewStatistic,
  NewStatisticInput,
  type StatisticTold,
} from './statistic.input';
import { StatisticRepository } from './statistic.repository';

/** A figure as it is shown: the row, and what the acceptance rule says today. */
export interface StatisticView extends Statistic {
  acceptance: StatisticAcceptance;
}

/** What the person who logged a figure is told at once: its id, its version, and whether it may be used and why. */
export interface StatisticReceipt extends StatisticAcceptance {
  id: string;
  version: number;
}

/** The log of law-enforcement figures. A refused figure is kept too, since what was offered is part of the record. */
@Injectable()
export class Statistics {
  constructor(
    private readonly statistics: StatisticRepository,
    private readonly plans: PlanReading,
    private readonly acts: Acts,
    private readonly clock: Clock,
  ) {}

  /**
   * Logs a figure. Throws Invalid for a period that is reversed or not over at the post and for a recommendation that
   * is dropped or of another plan, NotFound for a plan out of reach.
   */
  async record(actor: Actor, given: NewStatistic): Promise<StatisticReceipt> {
    const { planId, ...told } = accept(NewStatisticInput, given);
    const act = { permission: 'log-statistic', action: 'statistic.record' } as const;
    return this.acts.perform(actor, act, async (_unit, note) => {
      const view = await this.plans.open(actor, planId);
      this.check(told, view, []);
      const statistic = this.rowOf(told, view, actor);
      await this.statistics.add(statistic);
      note.about('statistic', statistic.id, { planId });
      return receiptOf(statistic);
    });
  }

  /**
   * Rewrites a figure as a whole, for example to map the host's term to a category, keeping what it said. Throws Conflict when it is no
   * longer the version seen or no version is told, and otherwise what `record` throws.
   */
  async amend(actor: Actor, given: AmendedStatistic): Promise<StatisticReceipt> {
    const { id, version, ...told } = accept(AmendedStatisticInput, given);
    const act = { permission: 'log-statistic', action: 'statistic.amend' } as const;
    return this.acts.perform(actor, act, async (_unit, note) => {
      const before = await this.inReach(actor, id);
      mustStand(before, version);
      const named = before.recommendationId === null ? [] : [before.recommendationId];
      this.check(told, await this.plans.open(actor, before.planId), named);
      const changes = columnsOf(told);
      const next = await this.statistics.amend({ id, version }, changes);
      await this.statistics.keepRevision(this.revisionOf(before, actor));
      note.about('statistic', id, { planId: before.planId, version: next });
      return receiptOf({ ...before, ...changes, version: next });
    });
  }

  /** A plan's figures that stand, with their verdicts, the latest period first. */
  async of(actor: Actor, planId: string): Promise<StatisticView[]> {
    return (await this.everOf(actor, planId)).filter(isStanding);
  }

  /** The same with the withdrawn ones in their places, for lists that show them struck through and count them nowhere. */
  async everOf(actor: Actor, planId: string): Promise<StatisticView[]> {
    await this.plans.planFor(actor, planId);
    return (await this.statistics.ofPlan(planId)).map(viewOf);
  }

  /** The figures about one recommendation, withdrawn ones in their places, the latest period first. */
  async about(actor: Actor, { id, planId }: Pick<Recommendation, 'id' | 'planId'>): Promise<StatisticView[]> {
    await this.plans.planFor(actor, planId);
    return (await this.statistics.ofRecommendation(id, planId)).map(viewOf);
  }

  /** One figure with its verdict, withdrawn or not; NotFound when it is missing or another post's. */
  async one(actor: Actor, id: string): Promise<StatisticView> {
    actor.must('read-plans');
    return viewOf(await this.inReach(actor, id));
  }

  /** The plans that figures belong to, by the figure's id, whoever asks: for the names of entries of the trail. */
  plansOf(ids: string[]): Promise<Map<string, string>> {
    return this.statistics.plansOf(ids);
  }

  /** What a figure said before each of its changes, the oldest first. */
  async wordingsOf(actor: Actor, id: string): Promise<StatisticRevision[]> {
    await this.one(actor, id);
    return this.statistics.revisionsOf(id);
  }

  private async inReach(actor: Actor, id: string): Promise<Statistic> {
    const statistic = await this.statistics.byId(id);
    if (!statistic) throw new NotFound('figure');
    actor.mustSee('figure', statistic.postId);
    return statistic;
  }

  private check(told: StatisticTold, view: PlanView, before: string[]): void {
    const about = told.recommendationId === null ? [] : [told.recommendationId];
    const permitted = { recommendations: view.recommendations, before };
    const asked = { reportYear: view.cycle.reportYear, sure: told.sure };
    refuseFor([
      ...againstReversedPeriod(told.from, told.until),
      ...againstFarDay('from', told.from, asked),
      ...againstFarDay('until', told.until, asked),
      ...againstFuture('until', told.until, todayAt(this.clock, view.post)),
      ...againstStrangers('recommendationId', about, permitted),
    ]);
  }

  private rowOf(told: StatisticTold, { plan }: PlanView, actor: Actor): Statistic {
    return {
      ...columnsOf(told),
      id: newId(),
      planId: plan.id,
      postId: plan.postId,
      version: 1,
      recordedBy: actor.userId,
      recordedAt: this.clock.now(),
      ...STANDS,
    };
  }

  private revisionOf(before: Statistic, actor: Actor) {
    const replaced = { replacedBy: actor.userId, replacedAt: this.clock.now(), reason: null };
    return {
      statisticId: before.id,
      version: before.version,
      wording: statisticWording(before),
      ...replaced,
    };
  }
}

function columnsOf({ sure: _sure, ...columns }: StatisticTold) {
  return columns;
}

/** The verdict of the statistic-acceptance rule on a figure; computed on every read. */
function acceptanceOf(figure: StatisticFacts): StatisticAcceptance {
  const { term, category, basis, evidence, count, unit } = figure;
  return statisticAcceptance({ term, category, basis, evidence, count, unit });
}

/** The whole of a figure as its revision keeps it: what it said, and whether it was withdrawn. */
export function statisticWording(statistic: Statistic): Record<string, unknown> {
  const { from, until, term, category, basis, evidence, count, unit, article, source } = statistic;
  const { recommendationId, withdrawnAt, withdrawnBy, withdrawReason } = statistic;
  return {
    ...{ from, until, term, category, basis, evidence, count, unit, article, source },
    ...{ recommendationId, withdrawnAt, withdrawnBy, withdrawReason },
  };
}

/** A figure with what the acceptance rule says of it today. */
export function viewOf(statistic: Statistic): StatisticView {
  return { ...statistic, acceptance: acceptanceOf(statistic) };
}

/** What is told at once of a figure that was saved. */
export function receiptOf(statistic: Statistic): StatisticReceipt {
  return { id: statistic.id, version: statistic.version, ...acceptanceOf(statistic) };
}
