import { Store } from '@demarche/store';
import { Injectable } from '@nestjs/common';
import { In, type SelectQueryBuilder } from 'typeorm';
import { Plan, PlanSource } from './plan.entity';

/** What a list asks for; `limitedTo` holds the posts a person is limited to, null for somebody who sees all. */
export interface PlansAsked {
  countryId?: string;
  cycleId?: string;
  postId?: string;
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

/** Where plans and the cables they were made from are kept. */
@Injectable()
export class PlanRepository {
  constructor(private readonly store: Store) {}

  /** One plan, or null. */
  byId(id: string): Promise<Plan | null> {
    return this.store.reads.findOneBy(Plan, { id });
  }

  /** The plan of a country in a cycle, or null. */
  ofCycle({ countryId, cycleId }: { countryId: string; cycleId: string }): Promise<Plan | null> {
    return this.store.reads.findOneBy(Plan, { countryId, cycleId });
  }

  /** A page of plans, newest cycle first and then by title, and how many there are in all. */
  async page(asked: PlansAsked): Promise<{ heads: PlanHead[]; total: number }> {
    const query = this.narrowed(asked);
    const total = await query.getCount();
    const ordered = query
      .select([])
      .orderBy('plan.cycleId', 'DESC')
      .addOrderBy('plan.title', 'ASC')
      .addOrderBy('plan.id', 'ASC');
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
