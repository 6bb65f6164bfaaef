import { newId } from '@demarche/base';
import { OncePerRequest, onceKeys, Store, updateVersioned } from '@demarche/store';
import { Injectable } from '@nestjs/common';
import { In } from 'typeorm';
import type { ToldRow } from './effort-view';
import { Effort, EffortRecommendation, EffortRevision } from './effort.entity';

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

/** A page of the acts of one recommendation; `skip` and `take` count acts. */
interface ActsAsked {
  planId: string;
  recommendationId: string;
  skip: number;
  take: number;
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

const NEWEST_FIRST = 'ORDER BY t."happenedOn" DESC, t."recordedAt" DESC, t."id" DESC';
const OF_RECOMMENDATION = `JOIN "effortRecommendations" l ON l."effortId" = t."id"
  WHERE l."recommendationId" = ? AND t."planId" = ? ${NEWEST_FIRST} LIMIT ? OFFSET ?`;
const LINKS_IN_PLAN = `WHERE t."effortId" IN (SELECT e."id" FROM "efforts" e WHERE e."planId" = ?) ORDER BY t."id"`;

const OF_PLAN = onceKeys<Effort[]>();
const LINKS_OF_PLAN = onceKeys<EffortRecommendation[]>();

/** Rows of the logged efforts; those of one plan are read once a request. */
@Injectable()
export class EffortRepository {
  constructor(
    private readonly store: Store,
    private readonly once: OncePerRequest,
  ) {}

  /** One effort, or null. */
  async byId(id: string): Promise<Effort | null> {
    const [effort = null] = await this.store.whole(Effort, 'WHERE t."id" = ?', [id]);
    return effort;
  }

  /** The plans that efforts belong to, by the effort's id. */
  async plansOf(ids: string[]): Promise<Map<string, string>> {
    const select = { id: true, planId: true } as const;
    const rows = await this.store.reads.find(Effort, { select, where: { id: In(ids) } });
    return new Map(rows.map(({ id, planId }) => [id, planId]));
  }

  /** A plan's efforts, withdrawn ones included, the latest day first. */
  ofPlan(planId: string): Promise<Effort[]> {
    const rest = `WHERE t."planId" = ? ${NEWEST_FIRST}`;
    return this.once.read(OF_PLAN(planId), () => this.store.whole(Effort, rest, [planId]));
  }

  /** The links of a plan's efforts, withdrawn ones included, in the order in which they were named. */
  linksOfPlan(planId: string): Promise<EffortRecommendation[]> {
    const links = () => this.store.whole(EffortRecommendation, LINKS_IN_PLAN, [planId]);
    return this.once.read(LINKS_OF_PLAN(planId), links);
  }

  /** One page of the efforts that serve a recommendation, withdrawn ones included, the latest day first. */
  ofRecommendation({ planId, recommendationId, skip, take }: ActsAsked): Promise<Effort[]> {
    return this.store.whole(Effort, OF_RECOMMENDATION, [recommendationId, planId, take, skip]);
  }

  /** The latest efforts of several plans that stand. */
  async recent({ planIds, postIds, limit }: RecentEfforts): Promise<Effort[]> {
    if (planIds.length === 0 || postIds?.length === 0) return [];
    const posts = postIds ? `AND t."postId" IN (${placesFor(postIds)})` : '';
    const rest = `WHERE t."planId" IN (${placesFor(planIds)}) AND t."withdrawnAt" IS NULL ${posts} ${NEWEST_FIRST} LIMIT ?`;
    return this.store.whole(Effort, rest, [...planIds, ...(postIds ?? []), limit]);
  }

  /** The recommendations that efforts serve, in the order in which they were named. */
  async linksOf(effortIds: string[]): Promise<EffortRecommendation[]> {
    if (effortIds.length === 0) return [];
    const rest = `WHERE t."effortId" IN (${placesFor(effortIds)}) ORDER BY t."id"`;
    return this.store.whole(EffortRecommendation, rest, effortIds);
  }

  /** What sentences are made of, one row for each recommendation that a standing effort serves, the latest day first. */
  async toldIn({ planIds, postIds, from, until }: DaysOfPlans): Promise<ToldRow[]> {
    if (planIds.length === 0 || postIds?.length === 0) return [];
    const inPosts = postIds === null ? '' : `AND e."postId" IN (${placesFor(postIds)})`;
    const inTime = until === null ? '' : 'AND e."happenedOn" <= ?';
    const sql = `SELECT ${TOLD.map((column) => `e."${column}" AS "${column}"`).join(', ')},
        l."recommendationId" AS "recommendationId"
      FROM "efforts" e JOIN "effortRecommendations" l ON l."effortId" = e."id"
      WHERE e."planId" IN (${placesFor(planIds)}) AND e."happenedOn" >= ? ${inTime} ${inPosts} AND e."withdrawnAt" IS NULL
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
    return this.store.whole(EffortRevision, 'WHERE t."effortId" = ? ORDER BY t."version"', [effortId]);
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

const placesFor = (values: readonly string[]) => values.map(() => '?').join(', ');
