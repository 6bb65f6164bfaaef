import { Store, updateVersioned } from '@demarche/store';
import { Injectable } from '@nestjs/common';
import { type FindOptionsWhere, In, IsNull, MoreThanOrEqual, Not } from 'typeorm';
import { Deadline } from './deadline.entity';

/** Which deadlines to read; `isOpen` leaves out what is met or waived, or shows nothing else. */
export interface DeadlineQuery {
  planId?: string | undefined;
  ownerId?: string | undefined;
  /** Only of these posts; null for all, those of Washington included. */
  postIds?: string[] | null;
  isOpen?: boolean | undefined;
}

/** A change to a deadline as it was read, made on the version that a person saw. */
export interface DeadlineChange {
  deadline: Deadline;
  version: number | undefined;
  changes: Partial<Deadline>;
}

/** Reads and writes deadlines. */
@Injectable()
export class DeadlineRepository {
  constructor(private readonly store: Store) {}

  /** One deadline, or null. */
  byId(id: string): Promise<Deadline | null> {
    return this.store.reads.findOneBy(Deadline, { id });
  }

  /** Deadlines that match, by the day on which they can be met. */
  async matching(query: DeadlineQuery): Promise<Deadline[]> {
    const shared: FindOptionsWhere<Deadline> = {};
    if (query.planId !== undefined) shared.planId = query.planId;
    if (query.ownerId !== undefined) shared.ownerId = query.ownerId;
    if (query.postIds) shared.postId = In(query.postIds);
    const where = statesOf(query.isOpen).map((state) => ({ ...shared, ...state }));
    return this.store.reads.find(Deadline, { where, order: { effectiveOn: 'ASC', id: 'ASC' } });
  }

  /** Open deadlines on a recommendation. */
  openOn(recommendationId: string): Promise<Deadline[]> {
    return this.store.reads.findBy(Deadline, { recommendationId, metOn: IsNull(), waivedOn: IsNull() });
  }

  /** Open deadlines of a post whose working day has not passed. */
  comingAt(postId: string, today: string): Promise<Deadline[]> {
    return this.store.reads.findBy(Deadline, {
      postId,
      effectiveOn: MoreThanOrEqual(today),
      metOn: IsNull(),
      waivedOn: IsNull(),
    });
  }

  /** Writes a new deadline. */
  async add(deadline: Deadline): Promise<void> {
    await this.store.writes.insert(Deadline, deadline);
  }

  /** Changes a deadline that still has the version the person saw, and returns it as it stands now; throws as updateVersioned does. */
  async change({ deadline, version, changes }: DeadlineChange): Promise<Deadline> {
    const next = await updateVersioned(this.store.writes, Deadline, { id: deadline.id, version, changes });
    return { ...deadline, ...changes, version: next };
  }
}

function statesOf(isOpen: boolean | undefined): FindOptionsWhere<Deadline>[] {
  if (isOpen === undefined) return [{}];
  if (isOpen) return [{ metOn: IsNull(), waivedOn: IsNull() }];
  return [{ metOn: Not(IsNull()) }, { waivedOn: Not(IsNull()) }];
}
