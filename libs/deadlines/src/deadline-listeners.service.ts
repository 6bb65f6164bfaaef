import { type Code } from '@demarche/words';
import { Acts, SYSTEM_ACTOR } from '@demarche/access';
import { RecommendationDropped } from '@demarche/plans';
import { EffortRecorded, newlyCompletedBy } from '@demarche/progress';
import { CalendarChanged } from '@demarche/register';
import { Happenings, type Unit } from '@demarche/store';
import { Injectable, type OnModuleInit } from '@nestjs/common';
import type { Deadline } from './deadline.entity';
import { DeadlineKeeper } from './deadline-keeper.service';
import { DeadlineTerms } from './deadline-terms.service';
import type { ReminderReason } from './reminder-state';

const FLOOR = 7;
const DROPPED = 'The recommendation was dropped.';

/** Follows the rooms below inside their own acts: a ground that is gone, an act that is done, a calendar that changed. */
@Injectable()
export class DeadlineListeners implements OnModuleInit {
  constructor(
    private readonly happenings: Happenings,
    private readonly keeper: DeadlineKeeper,
    private readonly terms: DeadlineTerms,
    private readonly acts: Acts,
  ) {}

  onModuleInit(): void {
    this.happenings.on(RecommendationDropped, FLOOR, (event) => this.afterDrop(event));
    this.happenings.on(EffortRecorded, FLOOR, (event) => this.afterEffort(event));
    this.happenings.on(CalendarChanged, FLOOR, (event, unit) => this.afterCalendar(event, unit));
  }

  /** What was late stays late: only days that are still to come are reckoned anew. */
  private async afterCalendar({ postId }: CalendarChanged, unit: Unit): Promise<void> {
    const today = await this.terms.todayAt(postId);
    for (const deadline of await this.keeper.comingAt(postId, today)) {
      const changes = await this.terms.datesOf(deadline.statutoryOn, postId);
      await this.house(deadline, 'deadline.reckon-anew', () =>
        this.keeper.replan(unit, { deadline, version: deadline.version, changes }, 'calendar-changed'),
      );
    }
  }

  private async afterDrop({ recommendationId }: RecommendationDropped): Promise<void> {
    for (const deadline of await this.keeper.openOn(recommendationId)) {
      const waivedOn = await this.terms.todayAt(deadline.postId);
      await this.close(deadline, { waivedOn, waiveReason: DROPPED }, 'recommendation-dropped');
    }
  }

  private async afterEffort(event: EffortRecorded): Promise<void> {
    const { effortId, after } = event;
    if (after === null) return;
    for (const recommendationId of newlyCompletedBy(event))
      for (const deadline of await this.keeper.openOn(recommendationId))
        await this.close(deadline, { metOn: after.happenedOn, metBy: effortId }, 'met');
  }

  private close(deadline: Deadline, changes: Partial<Deadline>, reason: ReminderReason): Promise<Deadline> {
    return this.house(deadline, 'deadline.close', () =>
      this.keeper.close({ deadline, version: deadline.version, changes }, reason),
    );
  }

  /** The trail says that the house did it, next to the entry of the act that made it so. */
  private house(
    deadline: Deadline,
    action: Code<'audit-action'>,
    change: () => Promise<Deadline>,
  ): Promise<Deadline> {
    return this.acts.perform(SYSTEM_ACTOR, { permission: 'set-deadline', action }, async (_unit, note) => {
      note.about('deadline', deadline.id, { planId: deadline.planId });
      return change();
    });
  }
}
