import { newId } from '@demarche/base';
import type { Contribution, Party } from '@demarche/rules';
import { Store, updateVersioned } from '@demarche/store';
import { Injectable } from '@nestjs/common';
import { In, IsNull } from 'typeorm';
import type { ToldRow } from './effort-view';
import { Effort, EffortRecommendation, EffortRevision } from './effort.entity';
import type { LinkedEffort } from '../recommendation-summary';

/** Which recommendations an effort serves, and which of them it completes. */
interface EffortLinks {
  recommendationIds: string[];
  completes: string[];
}

/** Which efforts to show first: of these plans, of these posts only (null: of every post), at most so many. */
interface RecentEfforts {
  planIds: string[];
  postIds: string[] | null;
  limit: number;
}

/** Some days of some plans, of these posts only (null: of every post); both days are included, an open end runs on. */
export interface DaysOfPlans {
  planIds: string[];
  postIds: string[] | null;
  from: string;
  until: string | null;
}

interface LinkedRow {
  planId: string;
  postId: string | null;
  recommendationId: string;
  happenedOn: string;
  ranBy: Party;
  paidBy: Party;
  governmentGave: string;
  role: string | null;
  completes: boolean | number;
}

const TOLD = [
  'id',
  'planId',
  'happenedOn',
  'text',
  'ranBy',
  'paidBy',
  'role',
  'marking',
  'governmentGave',
] as const;

const NEWEST_FIRST = { happenedOn: 'DESC', recordedAt: 'DESC', id: 'DESC' } as const;

/** Rows of the logged efforts. */
@Injectable()
export class EffortRepository {
  constructor(private readonly store: Store) {}

  /** One effort, or null. */
  byId(id: string): Promise<Effort | null> {
    return this.store.reads.findOneBy(Effort, { id });
  }

  /** The plans that efforts belong to, by the effort's id. */
  async plansOf(ids: string[]): Promise<Map<string, string>> {
    const select = { id: true, planId: true } as const;
    const rows = await this.store.reads.find(Effort, { select, where: { id: In(ids) } });
    return new Map(rows.map(({ id, planId }) => [id, planId]));
  }

  /** A plan's efforts, withdrawn ones included, the latest day first. */
  ofPlan(planId: string): Promise<Effort[]> {
    return this.store.reads.find(Effort, { where: { planId }, order: NEWEST_FIRST });
  }

  /** The latest efforts of several plans that stand. */
  recent({ planIds, postIds, limit }: RecentEfforts): Promise<Effort[]> {
    const scope = postIds ? { postId: In(postIds) } : {};
    const where = { planId: In(planIds), withdrawnAt: IsNull(), ...scope };
    return this.store.reads.find(Effort, { where, order: NEWEST_FIRST, take: limit });
  }

  /** The recommendations that efforts serve, in the order in which they were named. */
  linksOf(effortIds: string[]): Promise<EffortRecommendation[]> {
    const where = { effortId: In(effortIds) };
    return this.store.reads.find(EffortRecommendation, { where, order: { id: 'ASC' } });
  }

  /** Every pair of standing effort and recommendation in some plans, with what the credit rule needs: one query. */
  async linkedIn(planIds: string[]): Promise<LinkedEffort[]> {
    const rows: LinkedRow[] = await this.store.reads
      .createQueryBuilder(EffortRecommendation, 'link')
      .innerJoin(Effort, 'effort', 'effort.id = link.effortId')
      .where('effort.planId IN (:...planIds)', { planIds: planIds.length > 0 ? planIds : [''] })
      .andWhere('effort.withdrawnAt IS NULL')
      .select('link.recommendationId', 'recommendationId')
      .addSelect('link.completes', 'completes')
      .addSelect('effort.planId', 'planId')
      .addSelect('effort.postId', 'postId')
      .addSelect('effort.happenedOn', 'happenedOn')
      .addSelect('effort.ranBy', 'ranBy')
      .addSelect('effort.paidBy', 'paidBy')
      .addSelect('effort.governmentGave', 'governmentGave')
      .addSelect('effort.role', 'role')
      .getRawMany();
    return rows.map((row) => ({
      ...row,
      governmentGave: JSON.parse(row.governmentGave) as Contribution[],
      completes: Boolean(row.completes),
    }));
  }

  /** The links of a plan's efforts, withdrawn ones included, in the order in which they were named. */
  linksOfPlan(planId: string): Promise<EffortRecommendation[]> {
    return this.store.reads
      .createQueryBuilder(EffortRecommendation, 'link')
      .innerJoin(Effort, 'effort', 'effort.id = link.effortId')
      .where('effort.planId = :planId', { planId })
      .orderBy('link.id', 'ASC')
      .getMany();
  }

  /** What sentences are made of, one row for each recommendation that a standing effort serves, the latest day first. */
  async toldIn({ planIds, postIds, from, until }: DaysOfPlans): Promise<ToldRow[]> {
    if (planIds.length === 0 || postIds?.length === 0) return [];
    const those = (ids: string[]) => ids.map(() => '?').join(', ');
    const inPosts = postIds === null ? '' : `AND e."postId" IN (${those(postIds)})`;
    const inTime = until === null ? '' : 'AND e."happenedOn" <= ?';
    const sql = `SELECT ${TOLD.map((column) => `e."${column}" AS "${column}"`).join(', ')},
        l."recommendationId" AS "recommendationId"
      FROM "efforts" e JOIN "effortRecommendations" l ON l."effortId" = e."id"
      WHERE e."planId" IN (${those(planIds)}) AND e."happenedOn" >= ? ${inTime} ${inPosts} AND e."withdrawnAt" IS NULL
      ORDER BY e."happenedOn" DESC, e."recordedAt" DESC, e."id" DESC, l."id"`;
    return this.store.rows<ToldRow>(sql, [
      ...planIds,
      from,
      ...(until === null ? [] : [until]),
      ...(postIds ?? []),
    ]);
  }

  /** Earlier wordings of an effort, the oldest first. */
  revisionsOf(effortId: string): Promise<EffortRevision[]> {
    return this.store.reads.find(EffortRevision, { where: { effortId }, order: { version: 'ASC' } });
  }

  /** Adds an effort with its recommendations. */
  async add(effort: Effort, links: EffortLinks): Promise<void> {
    await this.store.add(Effort, effort);
    await this.link(effort.id, links);
  }

  /** Changes an effort's own columns if it still is the version seen; returns the new version. */
  async amend(seen: { id: string; version: number | undefined }, changes: Partial<Effort>): Promise<number> {
    return updateVersioned(this.store.writes, Effort, { ...seen, changes });
  }

  /** Replaces the recommendations an effort serves. */
  async relink(effortId: string, links: EffortLinks): Promise<void> {
    await this.store.writes.delete(EffortRecommendation, { effortId });
    await this.link(effortId, links);
  }

  /** Keeps what an effort said before it changed. */
  async keepRevision(revision: Omit<EffortRevision, 'id'>): Promise<void> {
    await this.store.add(EffortRevision, { ...revision, id: newId() });
  }

  private async link(effortId: string, { recommendationIds, completes }: EffortLinks): Promise<void> {
    const rows = recommendationIds.map((recommendationId) => ({
      id: newId(),
      effortId,
      recommendationId,
      completes: completes.includes(recommendationId),
    }));
    await this.store.add(EffortRecommendation, rows);
  }
}
