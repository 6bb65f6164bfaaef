import { CalendarChanged, ZoneCorrected } from '@demarche/register';
import { Happenings } from '@demarche/store';
import { Injectable, type OnModuleInit } from '@nestjs/common';
import { DeadlineMoved } from '../deadline-events';
import { DeadlineRepository } from '../deadline.repository';
import { DeadlineTerms } from '../terms/deadline-terms.service';
import { DeadlineFollower } from './deadline-follower.service';
import { FLOOR } from './floor';

/** Follows the calendars of posts: what is still to come is reckoned anew, and what was late stays late. */
@Injectable()
export class CalendarListeners implements OnModuleInit {
  constructor(
    private readonly happenings: Happenings,
    private readonly deadlines: DeadlineRepository,
    private readonly terms: DeadlineTerms,
    private readonly follower: DeadlineFollower,
  ) {}

  onModuleInit(): void {
    this.happenings.on(CalendarChanged, FLOOR, ({ postId }) => this.reckonAnew(postId, 'calendar-changed'));
    this.happenings.on(ZoneCorrected, FLOOR, ({ postId }) => this.reckonAnew(postId, 'zone-corrected'));
  }

  private async reckonAnew(postId: string, cause: 'calendar-changed' | 'zone-corrected'): Promise<void> {
    const today = await this.terms.todayAt(postId);
    for (const deadline of await this.deadlines.comingAt(postId, today))
      await this.follower.follow(deadline, {
        action: 'deadline.reckon-anew',
        change: cause,
        changes: await this.terms.datesOf(deadline.statutoryOn, postId),
        happening: (after) => new DeadlineMoved(after, cause),
      });
  }
}
