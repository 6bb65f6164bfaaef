import { OncePerRequest, onceKeys, Store } from '@demarche/store';
import { Injectable } from '@nestjs/common';
import { In } from 'typeorm';
import { Plan, PlanSource } from './plan.entity';

/** The columns of a plan that lists and other rooms show. */
export type PlanHead = Pick<
  Plan,
  'id' | 'title' | 'countryId' | 'cycleId' | 'postId' | 'placementReason' | 'marking' | 'createdAt'
>;

/** The names of those columns. */
export const HEAD = [
  'id',
  'title',
  'countryId',
  'cycleId',
  'postId',
  'placementReason',
  'marking',
  'createdAt',
] as const;

/** A plan, and the cable it was made from without its text; null for a plan from blank. */
export interface SourcedPlan {
  plan: Plan;
  source: Pick<PlanSource, 'cableNumber' | 'readAt'> | null;
}

type SourcedRow = Plan & { cableNumber: string | null; readAt: string | null };

const COLUMNS = [...HEAD, 'instructedBy', 'version', 'createdBy', 'placementConfirmedBy'] as const;
const SOURCED = `SELECT ${COLUMNS.map((column) => `p."${column}" AS "${column}"`).join(', ')},
    s."cableNumber" AS "cableNumber", s."readAt" AS "readAt"
  FROM "plans" p LEFT JOIN "planSources" s ON s."planId" = p."id" WHERE p."id" =`;
const AROUND = `${SOURCED} (SELECT r."planId" FROM "recommendations" r WHERE r."id" = ?)`;

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
    return this.once.read(SOURCED_ONCE(id), () => this.readSourced(`${SOURCED} ?`, id));
  }

  /** The plan that asks for a recommendation, with its source, or null. */
  async sourcedAround(recommendationId: string): Promise<SourcedPlan | null> {
    const known = await this.readSourced(AROUND, recommendationId);
    return known && this.once.read(SOURCED_ONCE(known.plan.id), () => Promise.resolve(known));
  }

  /** The plan of a country in a cycle, or null. */
  ofCycle({ countryId, cycleId }: { countryId: string; cycleId: string }): Promise<Plan | null> {
    return this.store.reads.findOneBy(Plan, { countryId, cycleId });
  }

  /** The heads of plans by their ids, in no order; one alone is read once a request. */
  async headsOf(ids: string[]): Promise<PlanHead[]> {
    const [only] = ids;
    if (only !== undefined && ids.length === 1) return [(await this.byId(only)) ?? []].flat();
    if (ids.length === 0) return [];
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

  private async readSourced(sql: string, id: string): Promise<SourcedPlan | null> {
    const [row] = await this.store.rows<SourcedRow>(sql, [id]);
    if (row === undefined) return null;
    const { cableNumber, readAt, ...plan } = row;
    return { plan, source: cableNumber === null || readAt === null ? null : { cableNumber, readAt } };
  }
}
