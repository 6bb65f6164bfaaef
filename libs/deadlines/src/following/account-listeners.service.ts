import { AccountClosed, AccountReopened, PostsLeft } from '@demarche/access';
import { Happenings, type Unit } from '@demarche/store';
import { Injectable, type OnModuleInit } from '@nestjs/common';
import type { Deadline } from '../deadline.entity';
import { DeadlineReassigned } from '../deadline-events';
import { DeadlineRepository } from '../deadline.repository';
import { DeadlineTerms } from '../terms/deadline-terms.service';
import { DeadlineFollower } from './deadline-follower.service';
import { DeadlineNotices } from './deadline-notices.service';
import { FLOOR } from './floor';

/** Somebody who goes, what they own, and who takes it over. */
interface Leaving {
  userId: string;
  open: Deadline[];
  successorId: string | null;
  said: string;
}

/** Follows people: what somebody owned who goes is handed over in the same act, or the desk is told of it at once. */
@Injectable()
export class AccountListeners implements OnModuleInit {
  constructor(
    private readonly happenings: Happenings,
    private readonly deadlines: DeadlineRepository,
    private readonly terms: DeadlineTerms,
    private readonly follower: DeadlineFollower,
    private readonly notices: DeadlineNotices,
  ) {}

  onModuleInit(): void {
    this.happenings.on(AccountClosed, FLOOR, (event, unit) => this.afterClosing(event, unit));
    this.happenings.on(AccountReopened, FLOOR, (event, unit) => this.afterReturn(event, unit));
    this.happenings.on(PostsLeft, FLOOR, (event, unit) => this.afterLeaving(event, unit));
  }

  private async afterClosing({ userId, successorId }: AccountClosed, unit: Unit): Promise<void> {
    const open = await this.deadlines.openOf(userId);
    await this.handOver(unit, { userId, open, successorId, said: 'The account is closed' });
  }

  private async afterLeaving({ userId, postIds, successorId }: PostsLeft, unit: Unit): Promise<void> {
    const open = await this.deadlines.openOf(userId);
    const there = open.filter(({ postId }) => postId !== null && postIds.includes(postId));
    await this.handOver(unit, { userId, open: there, successorId, said: 'The service at the post ends' });
  }

  /** What a successor took over stays with them; what nobody took over is the person's own again. */
  private async afterReturn({ userId }: AccountReopened, unit: Unit): Promise<void> {
    const open = await this.deadlines.openOf(userId);
    if (open.length > 0)
      await this.notices.tellOfOwner(unit, { userId, said: 'The account is open again', many: open.length });
  }

  private async handOver(unit: Unit, { userId, open, successorId, said }: Leaving): Promise<void> {
    if (open.length === 0) return;
    if (successorId === null) await this.notices.tellOfOwner(unit, { userId, said, many: open.length });
    else for (const deadline of open) await this.give(deadline, successorId);
  }

  private async give(deadline: Deadline, successorId: string): Promise<void> {
    const owner = await this.terms.ownerOf(successorId, deadline.postId, 'successorId');
    await this.follower.follow(deadline, {
      action: 'deadline.reassign',
      change: 'owner-left',
      changes: { ownerId: owner.id },
      happening: (after) => new DeadlineReassigned(after),
    });
  }
}
