import { OncePerRequest, onceKeys, Store } from '@demarche/store';
import { Injectable } from '@nestjs/common';
import { DeadlineRevision } from './deadline-revision.entity';

const CHANGES = onceKeys<DeadlineRevision[]>();

/** Reads and writes what deadlines said before their changes. */
@Injectable()
export class DeadlineRevisionRepository {
  constructor(
    private readonly store: Store,
    private readonly once: OncePerRequest,
  ) {}

  /** Every change of some deadlines, the oldest first. */
  of(deadlineIds: string[]): Promise<DeadlineRevision[]> {
    const places = deadlineIds.map(() => '?').join(', ');
    const rest = `WHERE t."deadlineId" IN (${places}) ORDER BY t."deadlineId", t."version"`;
    return this.store.whole(DeadlineRevision, rest, deadlineIds);
  }

  /** Every change of one deadline, the oldest first; read once a request. */
  ofOne(deadlineId: string): Promise<DeadlineRevision[]> {
    return this.once.read(CHANGES(deadlineId), () => this.of([deadlineId]));
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
