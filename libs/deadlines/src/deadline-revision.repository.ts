import { Store } from '@demarche/store';
import { Injectable } from '@nestjs/common';
import { In } from 'typeorm';
import { DeadlineRevision } from './deadline-revision.entity';

/** Reads and writes what deadlines said before their changes. */
@Injectable()
export class DeadlineRevisionRepository {
  constructor(private readonly store: Store) {}

  /** Every change of some deadlines, the oldest first. */
  of(deadlineIds: string[]): Promise<DeadlineRevision[]> {
    return this.store.reads.find(DeadlineRevision, {
      where: { deadlineId: In(deadlineIds) },
      order: { deadlineId: 'ASC', version: 'ASC' },
    });
  }

  /** The change that made the present version of a deadline; null for one that never changed. */
  latestOf({ id, version }: { id: string; version: number }): Promise<DeadlineRevision | null> {
    return this.store.reads.findOneBy(DeadlineRevision, { deadlineId: id, version: version - 1 });
  }

  /** Changes that an act caused. */
  causedBy(effortId: string): Promise<DeadlineRevision[]> {
    return this.store.reads.findBy(DeadlineRevision, { effortId });
  }

  /** Writes a change. */
  async add(revision: DeadlineRevision): Promise<void> {
    await this.store.writes.insert(DeadlineRevision, revision);
  }
}
