import { Store } from '@demarche/store';
import { Injectable } from '@nestjs/common';
import { IsNull } from 'typeorm';
import { Notice } from './notice.entity';

/** Where notices are kept; every question is asked for one person. */
@Injectable()
export class NoticeRepository {
  constructor(private readonly store: Store) {}

  /** Adds notices to the running unit. */
  async add(notices: Notice[]): Promise<void> {
    await this.store.add(Notice, notices);
  }

  /** A slice of a person's notices, newest first. */
  ofUser(userId: string, slice: { skip: number; take: number }): Promise<Notice[]> {
    const order = { createdAt: 'DESC', id: 'DESC' } as const;
    return this.store.reads.find(Notice, { where: { userId }, order, ...slice });
  }

  /** One notice if it is this person's, else null. */
  ownedBy(userId: string, id: string): Promise<Notice | null> {
    return this.store.reads.findOneBy(Notice, { id, userId });
  }

  /** How many notices a person has not read. */
  unread(userId: string): Promise<number> {
    return this.store.reads.countBy(Notice, { userId, readAt: IsNull() });
  }

  /** Marks one notice read; one already read keeps its time. */
  async markRead(id: string, readAt: string): Promise<void> {
    await this.store.writes.update(Notice, { id, readAt: IsNull() }, { readAt });
  }
}
