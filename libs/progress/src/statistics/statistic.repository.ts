import { Store, updateVersioned } from '@demarche/store';
import { Injectable } from '@nestjs/common';
import { Statistic } from './statistic.entity';

/** Rows of the logged figures. */
@Injectable()
export class StatisticRepository {
  constructor(private readonly store: Store) {}

  /** One figure, or null. */
  byId(id: string): Promise<Statistic | null> {
    return this.store.reads.findOneBy(Statistic, { id });
  }

  /** A plan's figures, the latest period first. */
  ofPlan(planId: string): Promise<Statistic[]> {
    return this.store.reads.find(Statistic, {
      where: { planId },
      order: { from: 'DESC', until: 'DESC', recordedAt: 'DESC', id: 'DESC' },
    });
  }

  /** Adds a figure. */
  async add(statistic: Statistic): Promise<void> {
    await this.store.writes.insert(Statistic, statistic);
  }

  /** Rewrites a figure if it still is the version seen; returns the new version. */
  async amend(
    seen: { id: string; version: number | undefined },
    changes: Partial<Statistic>,
  ): Promise<number> {
    return updateVersioned(this.store.writes, Statistic, { ...seen, changes });
  }
}
