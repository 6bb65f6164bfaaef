import { OncePerRequest, onceKeys, Store } from '@demarche/store';
import { Injectable } from '@nestjs/common';
import { In, type SelectQueryBuilder } from 'typeorm';
import { Plan, PlanSource } from './plan.entity';
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

/** The columns of a plan that lists and other rooms show. */
export type PlanHead = Pick<
  Plan,
  'id' | 'title' | 'countryId' | 'cycleId' | 'postId' | 'placementReason' | 'marking' | 'createdAt'
>;

const HEAD = [
  'id',
  'title',
  'countryId',
  'cycleId',
  'postId',
  'placementReason',
  'marking',
  'createdAt',
] as const;

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

/** A plan, and the cable it was made from without its text; null for a plan from blank. */
export interface SourcedPlan {
  plan: Plan;
  source: Pick<PlanSource, 'cableNumber' | 'readAt'> | null;
}

type SourcedRow = Plan & { cableNumber: string | null; readAt: string | null };

const COLUMNS = [...HEAD, 'instructedBy', 'version', 'createdBy', 'placementConfirmedBy'] as const;
const SOURCED = `SELECT ${COLUMNS.map((column) => `p."${column}" AS "${column}"`).join(', ')},
    s."cableNumber" AS "cableNumber", s."readAt" AS "readAt"
  FROM "plans" p LEFT JOIN "planSources" s ON s."planId" = p."id" WHERE p."id" = ?`;

const SOURCED_ONCE = onceKeys<SourcedPlan | null>();

/** Where plans and the cables they were made from are kept; a plan is read once a request. */
@Injectable()
export class PlanRepository {
  constructor(
    private readonly store: Store,
    private readonly once: OncePerRequest,
  ) {}

  /** One plan, or null. */
  async byId(id: string): Promise<Plan | null> {
    return (await this.sourced(id))?.plan ?? null;
  }

  /** One plan with its source, or null. */
  sourced(id: string): Promise<SourcedPlan | null> {
    return this.once.read(SOURCED_ONCE(id), async () => {
      const [row] = await this.store.rows<SourcedRow>(SOURCED, [id]);
      if (row === undefined) return null;
      const { cableNumber, readAt, ...plan } = row;
      return { plan, source: cableNumber === null || readAt === null ? null : { cableNumber, readAt } };
    });
  }

  /** The plan of a country in a cycle, or null. */
  ofCycle({ countryId, cycleId }: { countryId: string; cycleId: string }): Promise<Plan | null> {
    return this.store.reads.findOneBy(Plan, { countryId, cycleId });
  }

  /** A page of plans in the order asked for, then newest cycle first and by title, and how many there are in all. */
  async page(asked: PlansAsked): Promise<{ heads: PlanHead[]; total: number }> {
    const query = this.narrowed(asked);
    const total = await query.getCount();
    const ordered = query.select([]);
    for (const [key, way] of this.order(query, asked.sort ?? '-cycle')) ordered.addOrderBy(key, way);
    for (const column of HEAD) ordered.addSelect(`plan.${column}`, column);
    const heads = await ordered.offset(asked.skip).limit(asked.take).getRawMany<PlanHead>();
    return { heads, total };
  }

  /** The heads of plans by their ids, in no order. */
  headsOf(ids: string[]): Promise<PlanHead[]> {
    return this.store.reads.find(Plan, { where: { id: In(ids) }, select: [...HEAD] });
  }

  /** Adds a plan; breaks the unique constraint when the country has one in the cycle. */
  async add(plan: Plan): Promise<void> {
    await this.store.add(Plan, plan);
  }

  /** Keeps who confirmed that the country was placed on the list; null for nobody. */
  async setPlacement(id: string, placementConfirmedBy: string | null): Promise<void> {
    await this.store.writes.update(Plan, { id }, { placementConfirmedBy });
  }

  /** Holds the plan's row until the unit ends, so that two people never give out the same number. */
  async hold(plan: Plan): Promise<void> {
    await this.store.writes.update(Plan, { id: plan.id }, { createdAt: plan.createdAt });
  }

  /** Keeps the cable a plan was made from. */
  async addSource(source: PlanSource): Promise<void> {
    await this.store.add(PlanSource, source);
  }

  /** The cable a plan was made from, or null for a plan from blank. */
  sourceOf(planId: string): Promise<PlanSource | null> {
    return this.store.reads.findOneBy(PlanSource, { planId });
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
