import { Store } from '@demarche/store';
import { Injectable } from '@nestjs/common';
import type { SelectQueryBuilder } from 'typeorm';
import { Plan } from './plan.entity';
import { HEAD, type PlanHead } from './plan.repository';
import type { PLAN_SORTS } from './plans.input';
import { Recommendation } from './recommendation.entity';

type PlanSort = (typeof PLAN_SORTS)[number];

/** What a list asks for, the newest cycle first unless sorted otherwise; `limitedTo` holds the posts a person is limited to, null for somebody who sees all. */
interface PlansAsked {
  countryId?: string;
  cycleId?: string;
  postId?: string;
  sort?: PlanSort;
  limitedTo: string[] | null;
  skip: number;
  take: number;
}

/** Which plans lead a page: `limitedTo` as in a list, `inForce` the cycle in force, empty before every one. */
interface LeadingAsked {
  inForce: string;
  limitedTo: readonly string[] | null;
}

type Way = 'ASC' | 'DESC';
/** A post is known here by its cable name alone. */
const COLUMN_OF = {
  plan: 'plan.title',
  cycle: 'plan.cycleId',
  post: 'plan.postId',
  started: 'plan.createdAt',
};
/** Plans without a post stand last either way; the two databases would differ about them. */
const WITHOUT_POST = 'CASE WHEN plan.postId IS NULL THEN 1 ELSE 0 END';
const USUAL: readonly [string, Way][] = [
  ['plan.cycleId', 'DESC'],
  ['plan.title', 'ASC'],
  ['plan.id', 'ASC'],
];

/** Each row of a page says how many rows there are on all pages. */
interface CountedRow {
  total: number | string;
}

/** Finds plans for lists and home pages, in order and page by page. */
@Injectable()
export class PlanListRepository {
  constructor(private readonly store: Store) {}

  /** A page of plans in the order asked for, then newest cycle first and by title, and how many there are in all. */
  async page(asked: PlansAsked): Promise<{ heads: PlanHead[]; total: number }> {
    const query = this.narrowed(asked);
    const counting = query.clone();
    const ordered = query.select([]);
    for (const [key, way] of this.order(query, asked.sort ?? '-cycle')) ordered.addOrderBy(key, way);
    for (const column of HEAD) ordered.addSelect(`plan.${column}`, column);
    ordered.addSelect('COUNT(*) OVER ()', 'total');
    const rows = await ordered.offset(asked.skip).limit(asked.take).getRawMany<PlanHead & CountedRow>();
    const total = rows[0] ? Number(rows[0].total) : await this.countBefore(asked.skip, counting);
    return { heads: rows.map(({ total: _, ...head }) => head), total };
  }

  /** The plans of the last cycle up to the one in force that has any, or else of the first, and those of every later cycle; newest cycle first, by title. */
  async leading({ inForce, limitedTo }: LeadingAsked): Promise<PlanHead[]> {
    if (limitedTo?.length === 0) return [];
    const posts = limitedTo ? `p."postId" IN (${limitedTo.map(() => '?').join(', ')})` : '1 = 1';
    const scope = limitedTo ?? [];
    const first = `COALESCE((SELECT MAX(p."cycleId") FROM "plans" p WHERE p."cycleId" <= ? AND ${posts}),
      (SELECT MIN(p."cycleId") FROM "plans" p WHERE ${posts}))`;
    const sql = `SELECT ${HEAD.map((column) => `p."${column}" AS "${column}"`).join(', ')} FROM "plans" p
      WHERE p."cycleId" >= ${first} AND ${posts} ORDER BY p."cycleId" DESC, p."title", p."id"`;
    return this.store.rows<PlanHead>(sql, [inForce, ...scope, ...scope, ...scope]);
  }

  /** What plans are compared by, each key once: the one asked for stands before the usual ones. */
  private order(query: SelectQueryBuilder<Plan>, sort: PlanSort): Map<string, Way> {
    const key = sort.replace('-', '') as keyof typeof COLUMN_OF | 'high' | 'other';
    const by = key === 'high' || key === 'other' ? this.asked(query, key) : COLUMN_OF[key];
    const order = new Map<string, Way>(key === 'post' ? [[WITHOUT_POST, 'ASC']] : []);
    order.set(by, sort.startsWith('-') ? 'DESC' : 'ASC');
    for (const [usual, way] of USUAL) if (!order.has(usual)) order.set(usual, way);
    return order;
  }

  private asked(query: SelectQueryBuilder<Plan>, priority: 'high' | 'other'): string {
    query.setParameter('sortedBy', priority);
    const asked = query.subQuery().select('COUNT(*)').from(Recommendation, 'asked');
    return asked
      .where('asked.planId = plan.id')
      .andWhere('asked.droppedOn IS NULL')
      .andWhere('asked.priority = :sortedBy')
      .getQuery();
  }

  /** A page behind the last one is empty, so no row says how many there are. */
  private async countBefore(skip: number, counting: SelectQueryBuilder<Plan>): Promise<number> {
    return skip === 0 ? 0 : counting.getCount();
  }

  private narrowed(asked: PlansAsked): SelectQueryBuilder<Plan> {
    const query = this.store.reads.createQueryBuilder(Plan, 'plan');
    const { countryId, cycleId, postId, limitedTo } = asked;
    if (countryId !== undefined) query.andWhere('plan.countryId = :countryId', { countryId });
    if (cycleId !== undefined) query.andWhere('plan.cycleId = :cycleId', { cycleId });
    if (postId !== undefined) query.andWhere('plan.postId = :postId', { postId });
    if (limitedTo?.length === 0) query.andWhere('1 = 0');
    else if (limitedTo) query.andWhere('plan.postId IN (:...limitedTo)', { limitedTo });
    return query;
  }
}
