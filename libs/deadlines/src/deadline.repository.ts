import { Store, updateVersioned } from '@demarche/store';
import { Injectable } from '@nestjs/common';
import { In, IsNull, MoreThanOrEqual } from 'typeorm';
import { Deadline } from './deadline.entity';
import type { Subject } from './subjects/subject-room';
import type { DeadlineKind } from './terms/deadline-kind';

/** A change to a deadline as it was read, made on the version that a person saw. */
export interface DeadlineChange {
  deadline: Deadline;
  version: number | undefined;
  changes: Partial<Deadline>;
}

const STILL_OPEN = { metOn: IsNull(), waivedOn: IsNull() };

/** The day that is set and the working day on which it can be met. */
export type DeadlineDays = Pick<Deadline, 'statutoryOn' | 'effectiveOn'>;

/** Reads and writes deadlines. */
@Injectable()
export class DeadlineRepository {
  constructor(private readonly store: Store) {}

  /** One deadline, or null. */
  byId(id: string): Promise<Deadline | null> {
    return this.store.reads.findOneBy(Deadline, { id });
  }

  /** Several deadlines, in no order. */
  byIds(ids: string[]): Promise<Deadline[]> {
    return this.store.reads.findBy(Deadline, { id: In(ids) });
  }

  /** The kinds of deadlines that a subject has, closed ones included. */
  async kindsOf({ kind: subjectKind, id: subjectId }: Subject): Promise<DeadlineKind[]> {
    const rows = await this.store.reads.find(Deadline, {
      select: { kind: true },
      where: { subjectKind, subjectId },
    });
    return rows.map(({ kind }) => kind);
  }

  /** The days of a subject's deadlines of one kind that were not waived, the earliest first. */
  daysOf(
    { kind: subjectKind, id: subjectId }: Subject,
    { kind, postIds }: { kind: DeadlineKind; postIds: string[] | null },
  ): Promise<DeadlineDays[]> {
    const scope = postIds ? { postId: In(postIds) } : {};
    return this.store.reads.find(Deadline, {
      select: { statutoryOn: true, effectiveOn: true },
      where: { subjectKind, subjectId, kind, waivedOn: IsNull(), ...scope },
      order: { effectiveOn: 'ASC', id: 'ASC' },
    });
  }

  /** The versions of those of some deadlines that are open, by id. */
  async openVersions(ids: string[]): Promise<Map<string, number>> {
    const rows = await this.store.rows<Pick<Deadline, 'id' | 'version'>>(
      `SELECT "id", "version" FROM "deadlines" WHERE "id" IN (${ids.map(() => '?').join(', ')})
        AND "metOn" IS NULL AND "waivedOn" IS NULL`,
      ids,
    );
    return new Map(rows.map(({ id, version }) => [id, version]));
  }

  /** Open deadlines on a recommendation. */
  openOn(recommendationId: string): Promise<Deadline[]> {
    return this.store.reads.findBy(Deadline, { recommendationId, ...STILL_OPEN });
  }

  /** Every deadline on a recommendation. */
  on(recommendationId: string): Promise<Deadline[]> {
    return this.store.reads.findBy(Deadline, { recommendationId });
  }

  /** Open deadlines of an owner, by the day on which they can be met. */
  openOf(ownerId: string): Promise<Deadline[]> {
    return this.store.reads.find(Deadline, {
      where: { ownerId, ...STILL_OPEN },
      order: { effectiveOn: 'ASC', id: 'ASC' },
    });
  }

  /** Open deadlines of a kind in a cycle. */
  openIn(cycleId: string, kind: DeadlineKind): Promise<Deadline[]> {
    return this.store.reads.findBy(Deadline, { cycleId, kind, ...STILL_OPEN });
  }

  /** Deadlines that an act met. */
  metBy(effortId: string): Promise<Deadline[]> {
    return this.store.reads.findBy(Deadline, { metBy: effortId });
  }

  /** Open deadlines of a post whose working day has not passed. */
  comingAt(postId: string, today: string): Promise<Deadline[]> {
    return this.store.reads.findBy(Deadline, {
      postId,
      effectiveOn: MoreThanOrEqual(today),
      ...STILL_OPEN,
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
