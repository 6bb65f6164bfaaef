import { newId } from '@demarche/base';
import { OncePerRequest, onceKeys, Store, updateVersioned } from '@demarche/store';
import { Injectable } from '@nestjs/common';
import { In, IsNull } from 'typeorm';
import { Statistic, StatisticRevision } from './statistic.entity';

const LATEST_FIRST = { from: 'DESC', until: 'DESC', recordedAt: 'DESC', id: 'DESC' } as const;

const LATEST = 'ORDER BY t."from" DESC, t."until" DESC, t."recordedAt" DESC, t."id" DESC';

const OF_PLAN = onceKeys<Statistic[]>();

/** Rows of the logged figures; those of one plan are read once a request. */
@Injectable()
export class StatisticRepository {
  constructor(
    private readonly store: Store,
    private readonly once: OncePerRequest,
  ) {}

  /** One figure, or null. */
  async byId(id: string): Promise<Statistic | null> {
    const [statistic = null] = await this.store.whole(Statistic, 'WHERE t."id" = ?', [id]);
    return statistic;
  }

  /** The plans that figures belong to, by the figure's id. */
  async plansOf(ids: string[]): Promise<Map<string, string>> {
    const select = { id: true, planId: true } as const;
    const rows = await this.store.reads.find(Statistic, { select, where: { id: In(ids) } });
    return new Map(rows.map(({ id, planId }) => [id, planId]));
  }

  /** A plan's figures, withdrawn ones included, the latest period first. */
  ofPlan(planId: string): Promise<Statistic[]> {
    const rest = `WHERE t."planId" = ? ${LATEST}`;
    return this.once.read(OF_PLAN(planId), () => this.store.whole(Statistic, rest, [planId]));
  }

  /** The figures of a plan about one recommendation, withdrawn ones included, the latest period first. */
  ofRecommendation(recommendationId: string, planId: string): Promise<Statistic[]> {
    const rest = `WHERE t."recommendationId" = ? AND t."planId" = ? ${LATEST}`;
    return this.store.whole(Statistic, rest, [recommendationId, planId]);
  }

  /** The standing figures of several plans, of these posts only (null: of every post), the latest period first. */
  ofPlans({ planIds, postIds }: { planIds: string[]; postIds: string[] | null }): Promise<Statistic[]> {
    const scope = postIds ? { postId: In(postIds) } : {};
    const where = { planId: In(planIds), withdrawnAt: IsNull(), ...scope };
    return this.store.reads.find(Statistic, { where, order: LATEST_FIRST });
  }

  /** Earlier states of a figure, the oldest first. */
  revisionsOf(statisticId: string): Promise<StatisticRevision[]> {
    return this.store.reads.find(StatisticRevision, { where: { statisticId }, order: { version: 'ASC' } });
  }

  /** Keeps what a figure said before it changed. */
  async keepRevision(revision: Omit<StatisticRevision, 'id'>): Promise<void> {
    await this.store.add(StatisticRevision, { ...revision, id: newId() });
  }

  /** Adds a figure. */
  async add(statistic: Statistic): Promise<void> {
    await this.store.add(Statistic, statistic);
  }

  /** Rewrites a figure if it still is the version seen; returns the new version. */
  async amend(
    seen: { id: string; version: number | undefined },
    changes: Partial<Statistic>,
  ): Promise<number> {
    return updateVersioned(this.store.writes, Statistic, { ...seen, changes });
  }
}
