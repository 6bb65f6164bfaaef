import type { Contribution, Party } from '@demarche/rules';
import { Store } from '@demarche/store';
import { Injectable } from '@nestjs/common';
import type { ActGroup } from '../recommendation-summary';

/**
 * Whose acts are counted: those of whole plans, of their high-priority recommendations alone, or of one recommendation;
 * of these posts only, null meaning every post.
 */
interface ActsCounted {
  planIds: readonly string[];
  postIds: readonly string[] | null;
  recommendationId?: string;
  isHighOnly?: boolean;
}

interface GroupRow {
  recommendationId: string;
  ranBy: Party;
  paidBy: Party;
  governmentGave: string;
  role: string | null;
  isWithdrawn: number;
  entries: number | string;
  lastOn: string;
  completes: number;
}

// The joins are written from the few to the many: recommendations of the plans, their links, the acts behind them.
const COUNTED = `SELECT l."recommendationId" AS "recommendationId", e."ranBy" AS "ranBy", e."paidBy" AS "paidBy",
    MIN(e."governmentGave") AS "governmentGave", MIN(e."role") AS "role",
    CASE WHEN e."withdrawnAt" IS NULL THEN 0 ELSE 1 END AS "isWithdrawn",
    COUNT(*) AS "entries", MAX(e."happenedOn") AS "lastOn",
    MAX(CASE WHEN l."completes" = ? THEN 1 ELSE 0 END) AS "completes"
  FROM "recommendations" r
  JOIN "effortRecommendations" l ON l."recommendationId" = r."id"
  JOIN "efforts" e ON e."id" = l."effortId" AND e."planId" = r."planId"`;
const BY_FACTS = `GROUP BY l."recommendationId", e."ranBy", e."paidBy",
    CASE WHEN e."governmentGave" = '[]' THEN 0 ELSE 1 END,
    CASE WHEN e."role" IS NULL OR TRIM(e."role") = '' THEN 0 ELSE 1 END,
    CASE WHEN e."withdrawnAt" IS NULL THEN 0 ELSE 1 END`;

/** Counts acts in the database, by recommendation and by what the credit rule asks. */
@Injectable()
export class ActGroupRepository {
  constructor(private readonly store: Store) {}

  /** The groups of all acts asked for, in one statement; the database reads no text of an act. */
  async of(asked: ActsCounted): Promise<ActGroup[]> {
    if (asked.planIds.length === 0 || asked.postIds?.length === 0) return [];
    const conditions = conditionsOf(asked);
    const sql = `${COUNTED} WHERE ${conditions.map(({ sql }) => sql).join(' AND ')} ${BY_FACTS}`;
    const rows = await this.store.rows<GroupRow>(sql, [true, ...conditions.flatMap(({ values }) => values)]);
    return rows.map(groupOf);
  }
}

function conditionsOf({ planIds, postIds, recommendationId, isHighOnly = false }: ActsCounted) {
  const conditions = [{ sql: `r."planId" IN (${placesFor(planIds)})`, values: planIds }];
  if (postIds) conditions.push({ sql: `e."postId" IN (${placesFor(postIds)})`, values: postIds });
  if (recommendationId !== undefined) conditions.push({ sql: 'r."id" = ?', values: [recommendationId] });
  if (isHighOnly) conditions.push({ sql: 'r."priority" = ?', values: ['high'] });
  return conditions;
}

const placesFor = (values: readonly string[]) => values.map(() => '?').join(', ');

function groupOf({ governmentGave, isWithdrawn, entries, completes, ...row }: GroupRow): ActGroup {
  return {
    ...row,
    governmentGave: JSON.parse(governmentGave) as Contribution[],
    isWithdrawn: Number(isWithdrawn) === 1,
    entries: Number(entries),
    completes: Number(completes) === 1,
  };
}
