import { Store } from '@demarche/store';
import { Injectable } from '@nestjs/common';
import { LessThan, MoreThan, MoreThanOrEqual } from 'typeorm';
import { hashOf } from './audit-chain';
import { AuditEntry, AuditHead } from './trail.entity';

/** What an entry says before it has its place in the chain. */
export type AuditContent = Omit<AuditEntry, 'seq' | 'previousHash' | 'hash'>;

/** Which entries to show: of one subject, of one person, older than a number. */
export interface AuditFilter {
  subjectId?: string;
  actorId?: string;
  before?: number;
}

const HEAD = 'head';

/** Reads and appends the audit trail. */
@Injectable()
export class AuditRepository {
  constructor(private readonly store: Store) {}

  /** Appends an entry; the head row's lock makes concurrent writers wait, so that numbers have no gaps. */
  async append(content: AuditContent): Promise<void> {
    const head = await this.lockHead();
    const entry = { ...content, seq: head.seq, previousHash: head.hash };
    const hash = hashOf(entry);
    await this.store.add(AuditEntry, { ...entry, hash });
    await this.store.writes.update(AuditHead, { id: HEAD }, { hash });
  }

  private async lockHead(): Promise<AuditHead> {
    await this.store.writes.increment(AuditHead, { id: HEAD }, 'seq', 1);
    return this.store.writes.findOneByOrFail(AuditHead, { id: HEAD });
  }

  /** Where the chain says it ends; null only when somebody removed the row, which the migration makes. */
  head(): Promise<AuditHead | null> {
    return this.store.reads.findOneBy(AuditHead, { id: HEAD });
  }

  /** Entries in order after a number, at most `limit` of them. */
  after(seq: number, limit: number): Promise<AuditEntry[]> {
    return this.store.reads.find(AuditEntry, {
      where: { seq: MoreThan(seq) },
      order: { seq: 'ASC' },
      take: limit,
    });
  }

  /** One entry by its number, or null. */
  at(seq: number): Promise<AuditEntry | null> {
    return this.store.reads.findOneBy(AuditEntry, { seq });
  }

  /** Whether an entry of this person, action and subject was written since an instant. */
  isKnownSince(
    known: Pick<AuditEntry, 'action' | 'actorId'> & { subjectId: string },
    since: string,
  ): Promise<boolean> {
    return this.store.reads.existsBy(AuditEntry, { ...known, at: MoreThanOrEqual(since) });
  }

  /** Entries newest first. */
  newest(filter: AuditFilter, limit: number): Promise<AuditEntry[]> {
    const where = {
      ...(filter.subjectId ? { subjectId: filter.subjectId } : {}),
      ...(filter.actorId ? { actorId: filter.actorId } : {}),
      ...(filter.before ? { seq: LessThan(filter.before) } : {}),
    };
    return this.store.reads.find(AuditEntry, { where, order: { seq: 'DESC' }, take: limit });
  }
}
