import type { Pillar, Priority } from '@demarche/rules';
import { OncePerRequest, onceKeys, Store, updateVersioned } from '@demarche/store';
import { Injectable } from '@nestjs/common';
import { In, IsNull, MoreThanOrEqual, type FindOptionsWhere } from 'typeorm';
import { Recommendation, RecommendationRevision } from './recommendation.entity';

/** A heading of one plan: the high-priority list whatever the pillar, or the others of one pillar. */
export interface Heading {
  planId: string;
  priority: Priority;
  pillar: Pillar | null;
}

/** How many recommendations of each priority a plan asks for now. */
export interface Tally {
  high: number;
  other: number;
}

/** What gives the headings of a plan their letters. */
type HeadingKind = Pick<Heading, 'priority' | 'pillar'>;

const OF_PLAN = onceKeys<Recommendation[]>();

/** Where recommendations and their wordings are kept; those of one plan are read once a request. */
@Injectable()
export class RecommendationRepository {
  constructor(
    private readonly store: Store,
    private readonly once: OncePerRequest,
  ) {}

  /** One recommendation, or null. */
  async byId(id: string): Promise<Recommendation | null> {
    const [recommendation = null] = await this.store.whole(Recommendation, 'WHERE t."id" = ?', [id]);
    return recommendation;
  }

  /** The headings that a plan has, those of dropped recommendations included. */
  headingsOf(planId: string): Promise<HeadingKind[]> {
    const sql = 'SELECT DISTINCT "priority", "pillar" FROM "recommendations" WHERE "planId" = ?';
    return this.store.rows<HeadingKind>(sql, [planId]);
  }

  /** Recommendations by their ids, in no order. */
  byIds(ids: string[]): Promise<Recommendation[]> {
    return this.store.reads.findBy(Recommendation, { id: In(ids) });
  }

  /** Every recommendation of a plan, dropped ones included, in no order. */
  ofPlan(planId: string): Promise<Recommendation[]> {
    const make = () => this.store.whole(Recommendation, 'WHERE t."planId" = ?', [planId]);
    return this.once.read(OF_PLAN(planId), make);
  }

  /** Every recommendation of several plans, dropped ones included, in no order. */
  ofPlans(planIds: string[]): Promise<Recommendation[]> {
    return this.store.reads.findBy(Recommendation, { planId: In(planIds) });
  }

  /** What several plans ask for now with high priority, by number. */
  async highIn(planIds: readonly string[]): Promise<Recommendation[]> {
    if (planIds.length === 0) return [];
    const rest = `WHERE t."planId" IN (${placesFor(planIds)}) AND t."priority" = 'high' AND t."droppedOn" IS NULL
      ORDER BY t."number", t."id"`;
    return this.store.whole(Recommendation, rest, [...planIds]);
  }

  /** The highest number under a heading, dropped ones included; 0 when there is none. */
  async highestNumber(heading: Heading): Promise<number> {
    return (await this.store.reads.maximum(Recommendation, 'number', under(heading))) ?? 0;
  }

  /** Moves everything under a heading from a position on down by one. */
  async makeRoom(heading: Heading, from: number): Promise<void> {
    const moved = { ...under(heading), number: MoreThanOrEqual(from) };
    await this.store.writes.increment(Recommendation, moved, 'number', 1);
  }

  /** Adds a recommendation with its first wording. */
  async add(recommendation: Recommendation, first: RecommendationRevision): Promise<void> {
    await this.store.add(Recommendation, recommendation);
    await this.store.add(RecommendationRevision, first);
  }

  /** Changes a recommendation if it still is at the version the person saw, and returns the new version. */
  change(
    seen: { id: string; version: number | undefined },
    changes: Partial<Recommendation>,
  ): Promise<number> {
    return updateVersioned(this.store.writes, Recommendation, { ...seen, changes });
  }

  /** Keeps a further wording. */
  async addRevision(revision: RecommendationRevision): Promise<void> {
    await this.store.add(RecommendationRevision, revision);
  }

  /** Every wording of a recommendation, oldest first. */
  revisionsOf(recommendationId: string): Promise<RecommendationRevision[]> {
    const rest = 'WHERE t."recommendationId" = ? ORDER BY t."version"';
    return this.store.whole(RecommendationRevision, rest, [recommendationId]);
  }

  /** How many recommendations each of these plans asks for now, by plan; a plan without any is left out. */
  async tallies(planIds: string[]): Promise<Map<string, Tally>> {
    const tallies = new Map<string, Tally>();
    if (planIds.length === 0) return tallies;
    const rows = await this.store.reads
      .createQueryBuilder(Recommendation, 'recommendation')
      .select('recommendation.planId', 'planId')
      .addSelect('recommendation.priority', 'priority')
      .addSelect('COUNT(*)', 'count')
      .where('recommendation.planId IN (:...planIds)', { planIds })
      .andWhere('recommendation.droppedOn IS NULL')
      .groupBy('recommendation.planId')
      .addGroupBy('recommendation.priority')
      .getRawMany<{ planId: string; priority: Priority; count: string | number }>();
    for (const { planId, priority, count } of rows)
      tallies.set(planId, { high: 0, other: 0, ...tallies.get(planId), [priority]: Number(count) });
    return tallies;
  }
}

function under(heading: Heading): FindOptionsWhere<Recommendation> {
  const { planId, priority, pillar } = heading;
  return priority === 'high' ? { planId, priority } : { planId, priority, pillar: pillar ?? IsNull() };
}

const placesFor = (values: readonly string[]) => values.map(() => '?').join(', ');
