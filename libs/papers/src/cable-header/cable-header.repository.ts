import { Store, updateVersioned } from '@demarche/store';
import { Injectable } from '@nestjs/common';
import { CableHeader } from './cable-header.entity';

/** Where the chosen headers are kept. */
@Injectable()
export class CableHeaderRepository {
  constructor(private readonly store: Store) {}

  /** A plan's row, or null while nobody has chosen anything. */
  ofPlan(planId: string): Promise<CableHeader | null> {
    return this.store.reads.findOneBy(CableHeader, { planId });
  }

  /** Adds a plan's row; breaks the unique constraint when somebody was faster. */
  async add(header: CableHeader): Promise<void> {
    await this.store.add(CableHeader, header);
  }

  /** Changes a row if it still is the version seen; returns the new version. */
  choose(seen: { id: string; version: number | undefined }, changes: Partial<CableHeader>): Promise<number> {
    return updateVersioned(this.store.writes, CableHeader, { ...seen, changes });
  }
}
