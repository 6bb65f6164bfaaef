import { MilestoneMoved } from '@demarche/register';
import { weekdayDate } from '@demarche/rules';
import { Happenings, type Unit } from '@demarche/store';
import { wordFor } from '@demarche/words';
import { Injectable, type OnModuleInit } from '@nestjs/common';
import { DeadlineMoved } from '../deadline-events';
import { MilestoneMoves, type MovedDeadlines } from '../terms/milestone-moves.service';
import { DeadlineFollower } from './deadline-follower.service';
import { DeadlineNotices } from './deadline-notices.service';
import { FLOOR } from './floor';

/** Follows the dates of cycles: what stands at the old day moves with it; what people had moved stays, marked as differing. */
@Injectable()
export class MilestoneListeners implements OnModuleInit {
  constructor(
    private readonly happenings: Happenings,
    private readonly moves: MilestoneMoves,
    private readonly follower: DeadlineFollower,
    private readonly notices: DeadlineNotices,
  ) {}

  onModuleInit(): void {
    this.happenings.on(MilestoneMoved, FLOOR, (event, unit) => this.afterMilestone(event, unit));
  }

  private async afterMilestone({ move }: MilestoneMoved, unit: Unit): Promise<void> {
    const moved = await this.moves.of(move);
    for (const { deadline, changes } of moved.following)
      await this.follower.follow(deadline, {
        action: 'deadline.move',
        change: 'milestone-moved',
        reason: move.after.source,
        changes,
        happening: (after) => new DeadlineMoved(after, 'milestone-moved'),
      });
    if (moved.following.length + moved.differing.length === 0) return;
    const what = `${wordFor('milestone-kind', move.kind)}: the cycle now says ${weekdayDate(move.after.on)}.`;
    await this.notices.tellDesk(unit, `${what} ${inWords(moved)}`);
  }
}

function inWords({ following, differing }: MovedDeadlines): string {
  const others = differing.length > 0 ? ` Left as people had moved them: ${differing.length}.` : '';
  return `Deadlines moved with it: ${following.length}.${others}`;
}
