import { type Actor, Acts } from '@demarche/access';
import { Clock, newId, NotFound, ROWS_A_PAGE } from '@demarche/base';
import type { Unit } from '@demarche/store';
import { Injectable } from '@nestjs/common';
import type { Notice } from './notice.entity';
import { NoticeRepository } from './notice.repository';

/** What is told: to whom, in one line of plain text, and which page of this site it leads to. */
export interface Telling {
  userId: string;
  text: string;
  link: string | null;
}

/** A path of this site: a link elsewhere would turn a notice into bait. */
const OWN_PATH = /^\/(?![/\\])[^\s\\]*$/;

/** Tells people on screen what concerns them, and lets each read only their own. */
@Injectable()
export class Notices {
  constructor(
    private readonly notices: NoticeRepository,
    private readonly acts: Acts,
    private readonly clock: Clock,
  ) {}

  /** Tells one person something, as part of the act that caused it. Throws RangeError on a link that leaves this site. */
  tell(unit: Unit, telling: Telling): Promise<void> {
    return this.tellAll(unit, [telling]);
  }

  /** Tells people something, as part of the act that caused it. Throws RangeError on a link that leaves this site. */
  async tellAll(_unit: Unit, tellings: Telling[]): Promise<void> {
    if (tellings.some(({ link }) => link !== null && !OWN_PATH.test(link)))
      throw new RangeError('A notice links only to a page of this site.');
    const createdAt = this.clock.now();
    await this.notices.add(tellings.map((telling) => ({ ...telling, id: newId(), createdAt, readAt: null })));
  }

  /** The actor's own notices, newest first, fifty a page; pages count from 1. */
  of(actor: Actor, page = 1): Promise<Notice[]> {
    const skip = (Math.max(1, page) - 1) * ROWS_A_PAGE;
    return this.notices.ofUser(actor.userId, { skip, take: ROWS_A_PAGE });
  }

  /** How many of the actor's own notices are unread: the number in the frame of each page. */
  unreadCount(actor: Actor): Promise<number> {
    return this.notices.unread(actor.userId);
  }

  /** Marks one of the actor's own notices read. Throws NotFound for anybody else's, as for a missing one. */
  async markRead(actor: Actor, id: string): Promise<void> {
    await this.acts.perform(
      actor,
      { permission: 'use-own-account', action: 'notice.read' },
      async (_unit, note) => {
        const notice = await this.notices.ownedBy(actor.userId, id);
        if (!notice) throw new NotFound('notice');
        note.about('notice', id);
        await this.notices.markRead(id, this.clock.now());
        return null;
      },
    );
  }
}
