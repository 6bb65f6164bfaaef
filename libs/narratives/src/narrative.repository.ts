import { Store, updateVersioned } from '@demarche/store';
import { Injectable } from '@nestjs/common';
import { In } from 'typeorm';
import { Narrative } from './narrative.entity';

/** Rows that keep what persons chose for narratives. */
@Injectable()
export class NarrativeRepository {
  constructor(private readonly store: Store) {}

  /** A plan's row, or null while nobody has chosen anything. */
  ofPlan(planId: string): Promise<Narrative | null> {
    return this.store.reads.findOneBy(Narrative, { planId });
  }

  /** The rows of several plans; one for which nobody has chosen anything has none. */
  ofPlans(planIds: string[]): Promise<Narrative[]> {
    return this.store.reads.findBy(Narrative, { planId: In(planIds) });
  }

  /** Adds a plan's row; breaks the unique constraint when somebody was faster. */
  async add(narrative: Narrative): Promise<void> {
    await this.store.writes.insert(Narrative, narrative);
  }

  /** Changes a row if it still is the version seen; returns the new version. */
  choose(seen: { id: string; version: number | undefined }, changes: Partial<Narrative>): Promise<number> {
    return updateVersioned(this.store.writes, Narrative, { ...seen, changes });
  }
}
