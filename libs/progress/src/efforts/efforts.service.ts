import { Acts, type Actor } from '@demarche/access';
import { accept, againstFarDay, Clock, newId, NotFound } from '@demarche/base';
import { PlanReading, type PlanView } from '@demarche/plans';
import type { CreditFacts, GovernmentCredit } from '@demarche/rules';
import { Injectable } from '@nestjs/common';
import type { Effort, EffortRevision } from './effort.entity';
import {
  type AmendedEffort,
  AmendedEffortInput,
  type EffortTold,
  type NewEffort,
  NewEffortInput,
} from './effort.input';
import { EffortRecorded, standingOf } from './effort-recorded';
import { EffortRepository } from './effort.repository';
import { creditOf, type EffortView, viewsOf, wordingOf } from './effort-view';
import { againstFuture, againstLooseCompletion, againstStrangers, refuseFor } from '../log-checks';
import { todayAt } from '../post-day';
import { isStanding, mustStand, STANDS } from '../withdrawal';

/** What the person who logged an effort is told at once: its id, its version, and whether it counts and why. */
export interface EffortReceipt extends GovernmentCredit {
  id: string;
  version: number;
}

/** Which efforts a home page asks for: the plans it shows, and how many entries at most. */
interface RecentAsked {
  planIds: string[];
  limit: number;
}

const MOST_RECENT = 100;

/** The log of what governments did: recorded, amended and read by those who see the plan. */
@Injectable()
export class Efforts {
  constructor(
    private readonly efforts: EffortRepository,
    private readonly plans: PlanReading,
    private readonly acts: Acts,
    private readonly clock: Clock,
  ) {}

  /**
   * Logs an effort. Throws Invalid for a day that has not come at the post and for recommendations that are dropped
   * or of another plan, NotFound for a plan out of reach.
   */
  async record(actor: Actor, given: NewEffort): Promise<EffortReceipt> {
    const { planId, ...told } = accept(NewEffortInput, given);
    const act = { permission: 'log-effort', action: 'effort.record' } as const;
    return this.acts.perform(actor, act, async (unit, note) => {
      const view = await this.plans.open(actor, planId);
      this.check(told, view, []);
      const effort = this.rowOf(told, view, actor);
      await this.efforts.add(effort, told);
      await unit.happened(EffortRecorded.logged(effort.id, standingOf(told)));
      note.about('effort', effort.id, { planId, recommendationIds: told.recommendationIds });
      return receiptOf(effort);
    });
  }

  /**
   * Rewrites an effort as a whole, keeping what it said before. Throws Conflict when it is no longer the version seen
   * or no version is told, and otherwise what `record` throws.
   */
  async amend(actor: Actor, given: AmendedEffort): Promise<EffortReceipt> {
    const { id, version, ...told } = accept(AmendedEffortInput, given);
    const act = { permission: 'log-effort', action: 'effort.amend' } as const;
    return this.acts.perform(actor, act, async (unit, note) => {
      const before = await this.inReach(actor, id);
      mustStand(before, version);
      this.check(told, await this.plans.open(actor, before.planId), before.recommendationIds);
      const changes = { ...columnsOf(told), marking: told.marking ?? before.marking };
      const next = await this.efforts.amend({ id, version }, changes);
      await this.efforts.keepRevision(this.revisionOf(before, actor));
      await this.efforts.relink(id, told);
      await unit.happened(new EffortRecorded(id, standingOf(before), standingOf(told)));
      note.about('effort', id, { planId: before.planId, version: next });
      return receiptOf({ ...before, ...changes, version: next });
    });
  }

  /** A plan's efforts that stand, with their verdicts, the latest day first. */
  async of(actor: Actor, planId: string): Promise<EffortView[]> {
    return (await this.everOf(actor, planId)).filter(isStanding);
  }

  /** The same with the withdrawn ones in their places, for lists that show them struck through and count them nowhere. */
  async everOf(actor: Actor, planId: string): Promise<EffortView[]> {
    await this.plans.planFor(actor, planId);
    return viewsOf(await this.efforts.ofPlan(planId), await this.efforts.linksOfPlan(planId));
  }

  /** One effort with its verdict, withdrawn or not; NotFound when it is missing or another post's. */
  async one(actor: Actor, id: string): Promise<EffortView> {
    actor.must('read-plans');
    return this.inReach(actor, id);
  }

  /** The plans that efforts belong to, by the effort's id, whoever asks: for the names of entries of the trail. */
  plansOf(ids: string[]): Promise<Map<string, string>> {
    return this.efforts.plansOf(ids);
  }

  /** What an effort said before each of its changes, the oldest wording first. */
  async wordingsOf(actor: Actor, id: string): Promise<EffortRevision[]> {
    actor.must('read-plans');
    await this.rowInReach(actor, id);
    return this.efforts.revisionsOf(id);
  }

  /** The latest efforts of several plans in one list, as far as the actor may see them. */
  async recent(actor: Actor, { planIds, limit }: RecentAsked): Promise<EffortView[]> {
    actor.must('read-plans');
    const asked = { planIds, postIds: actor.limitedTo, limit: Math.min(limit, MOST_RECENT) };
    return this.withLinks(await this.efforts.recent(asked));
  }

  private async inReach(actor: Actor, id: string): Promise<EffortView> {
    const effort = await this.rowInReach(actor, id);
    return viewsOf([effort], await this.efforts.linksOf([id]))[0] as EffortView;
  }

  private async rowInReach(actor: Actor, id: string): Promise<Effort> {
    const effort = await this.efforts.byId(id);
    if (!effort) throw new NotFound('entry');
    actor.mustSee('entry', effort.postId);
    return effort;
  }

  private async withLinks(efforts: Effort[]): Promise<EffortView[]> {
    return viewsOf(efforts, await this.efforts.linksOf(efforts.map((effort) => effort.id)));
  }

  private check(told: EffortTold, view: PlanView, before: string[]): void {
    const permitted = { recommendations: view.recommendations, before };
    refuseFor([
      ...againstFuture('happenedOn', told.happenedOn, todayAt(this.clock, view.post)),
      ...againstFarDay('happenedOn', told.happenedOn, { reportYear: view.cycle.reportYear, sure: told.sure }),
      ...againstStrangers('recommendationIds', told.recommendationIds, permitted),
      ...againstLooseCompletion(told.completes, told.recommendationIds),
    ]);
  }

  private rowOf(told: EffortTold, { plan }: PlanView, actor: Actor): Effort {
    return {
      ...columnsOf(told),
      id: newId(),
      planId: plan.id,
      postId: plan.postId,
      marking: told.marking ?? plan.marking,
      version: 1,
      recordedBy: actor.userId,
      recordedAt: this.clock.now(),
      ...STANDS,
    };
  }

  private revisionOf(before: EffortView, actor: Actor) {
    const replaced = { replacedBy: actor.userId, replacedAt: this.clock.now(), reason: null };
    return { effortId: before.id, version: before.version, wording: wordingOf(before), ...replaced };
  }
}

function columnsOf(told: Omit<EffortTold, 'marking' | 'sure'>) {
  const { text, happenedOn, ranBy, paidBy, governmentGave, role, actionKind, sourceKind, source } = told;
  return { text, happenedOn, ranBy, paidBy, governmentGave, role, actionKind, sourceKind, source };
}

/** What is told at once of an effort that was saved. */
export function receiptOf(effort: Pick<Effort, 'id' | 'version'> & CreditFacts): EffortReceipt {
  return { id: effort.id, version: effort.version, ...creditOf(effort) };
}
