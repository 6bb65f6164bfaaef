import { Store } from '@demarche/store';
import { Injectable } from '@nestjs/common';
import { In } from 'typeorm';
import { Paper } from './paper.entity';
import type { PaperKind } from './paper-kind';

/** A paper as a row of a list, without its text and facts. */
export type PaperHead = Pick<
  Paper,
  'id' | 'planId' | 'kind' | 'number' | 'textHash' | 'marking' | 'madeAt' | 'madeBy'
>;

const HEAD = ['id', 'planId', 'kind', 'number', 'textHash', 'marking', 'madeAt', 'madeBy'] as const;

/** Where papers are kept. */
@Injectable()
export class PaperRepository {
  constructor(private readonly store: Store) {}

  /** One paper, or null. */
  byId(id: string): Promise<Paper | null> {
    return this.store.reads.findOneBy(Paper, { id });
  }

  /** Papers by their ids without their texts, in no order. */
  headsNamed(ids: string[]): Promise<PaperHead[]> {
    return this.store.reads.find(Paper, { where: { id: In(ids) }, select: [...HEAD] });
  }

  /** The papers of a plan without their texts, newest first. */
  headsOf(planId: string): Promise<PaperHead[]> {
    return this.store.reads.find(Paper, {
      where: { planId },
      select: [...HEAD],
      order: { madeAt: 'DESC', id: 'DESC' },
    });
  }

  /** The newest paper of each of some plans without its text, and how many the plan has; plans without one are left out. */
  async newestOf(planIds: readonly string[]): Promise<(PaperHead & { papers: number })[]> {
    if (planIds.length === 0) return [];
    const sql = `SELECT ${HEAD.map((column) => `t."${column}" AS "${column}"`).join(', ')}, n."papers" AS "papers"
      FROM (SELECT "planId", MAX("madeAt") AS "madeAt", COUNT(*) AS "papers" FROM "papers"
        WHERE "planId" IN (${planIds.map(() => '?').join(', ')}) GROUP BY "planId") n
      JOIN "papers" t ON t."planId" = n."planId" AND t."madeAt" = n."madeAt" ORDER BY t."id"`;
    const rows = await this.store.rows<PaperHead & { papers: number | string }>(sql, [...planIds]);
    // Of two made in one instant, the later one in the list stays.
    const newest = new Map(rows.map((row) => [row.planId, { ...row, papers: Number(row.papers) }]));
    return [...newest.values()];
  }

  /** Whole papers by their ids, in no order. */
  async wholeOf(ids: readonly string[]): Promise<Paper[]> {
    if (ids.length === 0) return [];
    return this.store.whole(Paper, `WHERE t."id" IN (${ids.map(() => '?').join(', ')})`, [...ids]);
  }

  /** The highest number among a plan's papers of a kind; 0 when there is none. */
  async highestNumber(planId: string, kind: PaperKind): Promise<number> {
    return (await this.store.reads.maximum(Paper, 'number', { planId, kind })) ?? 0;
  }

  /** Keeps a new paper; breaks the unique constraint when another one took the number first. */
  async add(paper: Paper): Promise<void> {
    await this.store.add(Paper, paper);
  }
}
