import { Store } from '@demarche/store';
import { Injectable } from '@nestjs/common';
import { In, IsNull, Not, type FindOptionsWhere } from 'typeorm';
import { Release } from './release.entity';

/** What is released: the kind of thing and its id, as the room that owns it names them. */
export interface Subject {
  kind: string;
  id: string;
}

const NEWEST_FIRST = { proposedAt: 'DESC', id: 'DESC' } as const;
/** The most open proposals that one person is shown; more of them at once is not known of. */
export const MOST_OPEN = 500;

/** Where releases are kept. */
@Injectable()
export class ReleaseRepository {
  constructor(private readonly store: Store) {}

  /** One release, or null. */
  byId(id: string): Promise<Release | null> {
    return this.store.reads.findOneBy(Release, { id });
  }

  /** Every release of a subject, newest first. */
  ofSubject(subject: Subject): Promise<Release[]> {
    const where = { subjectKind: subject.kind, subjectId: subject.id };
    return this.store.reads.find(Release, { where, order: NEWEST_FIRST });
  }

  /** Every release of several subjects of one kind, newest first. */
  ofSubjects(kind: string, ids: string[]): Promise<Release[]> {
    const where = { subjectKind: kind, subjectId: In(ids) };
    return this.store.reads.find(Release, { where, order: NEWEST_FIRST });
  }

  /** The confirmed release of exactly this text, or null. */
  confirmed(subject: Subject, textHash: string): Promise<Release | null> {
    const where = {
      subjectKind: subject.kind,
      subjectId: subject.id,
      textHash,
      confirmedAt: Not(IsNull()),
    };
    return this.store.reads.findOne(Release, { where, order: NEWEST_FIRST });
  }

  /** Open proposals made by others; `postIds` limits them, null stands for every post. */
  openFor(userId: string, postIds: string[] | null): Promise<Release[]> {
    const where = madeByOthers(userId, postIds);
    return this.store.reads.find(Release, { where, order: NEWEST_FIRST, take: MOST_OPEN });
  }

  /** One page of the same, with how many there are. */
  async pageFor(
    { userId, postIds }: { userId: string; postIds: string[] | null },
    slice: { skip: number; take: number },
  ): Promise<{ rows: Release[]; total: number }> {
    const where = madeByOthers(userId, postIds);
    const [rows, total] = await this.store.reads.findAndCount(Release, {
      where,
      order: NEWEST_FIRST,
      ...slice,
    });
    return { rows, total };
  }

  /** Open proposals that a person made. */
  openBy(userId: string): Promise<Release[]> {
    const where = { openSubject: Not(IsNull()), proposedBy: userId };
    return this.store.reads.find(Release, { where, order: NEWEST_FIRST, take: MOST_OPEN });
  }

  /** Adds a proposal; breaks the unique constraint when another one of the subject is open. */
  async add(release: Release): Promise<void> {
    await this.store.add(Release, release);
  }

  /** Ends a proposal if it is still open, and says whether it was. */
  async end(id: string, ending: Partial<Release>): Promise<boolean> {
    const open = { id, openSubject: Not(IsNull()) };
    const outcome = await this.store.writes.update(Release, open, { ...ending, openSubject: null });
    return outcome.affected === 1;
  }
}

function madeByOthers(userId: string, postIds: string[] | null): FindOptionsWhere<Release> {
  const scope = postIds === null ? {} : { postId: In(postIds) };
  return { openSubject: Not(IsNull()), proposedBy: Not(userId), ...scope };
}
