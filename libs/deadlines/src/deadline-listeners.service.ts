import { type Code } from '@demarche/words';
import { Acts, SYSTEM_ACTOR } from '@demarche/access';
import { RecommendationDropped } from '@demarche/plans';
import { EffortRecorded, newlyCompletedBy } from '@demarche/progress';
import { CalendarChanged } from '@demarche/register';
import { Happenings } from '@demarche/store';
import { Injectable, type OnModuleInit } from '@nestjs/common';
import type { Deadline } from './deadline.entity';
import { DeadlineMet, DeadlineMoved, DeadlineWaived } from './deadline-events';
import { DeadlineKeeper, type Telling } from './deadline-keeper.service';
import { DeadlineTerms } from './terms/deadline-terms.service';

const FLOOR = 10;
const DROPPED = 'The recommendation was dropped.';

/** What the house changes of a deadline, under which name the trail keeps it, and what the rooms above are told. */
interface HouseChange {
  action: Code<'audit-action'>;
  changes: Partial<Deadline>;
  telling: Telling;
}

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
    this.happenings.on(CalendarChanged, FLOOR, (event) => this.afterCalendar(event));
  }

  /** What was late stays late: only days that are still to come are reckoned anew. */
  private async afterCalendar({ postId }: CalendarChanged): Promise<void> {
    const today = await this.terms.todayAt(postId);
    for (const deadline of await this.keeper.comingAt(postId, today))
      await this.change(deadline, {
        action: 'deadline.reckon-anew',
        changes: await this.terms.datesOf(deadline.statutoryOn, postId),
        telling: (after) => new DeadlineMoved(after, 'calendar-changed'),
      });
  }

  private async afterDrop({ recommendationId }: RecommendationDropped): Promise<void> {
    for (const deadline of await this.keeper.openOn(recommendationId))
      await this.change(deadline, {
        action: 'deadline.close',
        changes: { waivedOn: await this.terms.todayAt(deadline.postId), waiveReason: DROPPED },
        telling: (after) => new DeadlineWaived(after, 'recommendation-dropped'),
      });
  }

  private async afterEffort(event: EffortRecorded): Promise<void> {
    const { effortId, after } = event;
    if (after === null) return;
    for (const recommendationId of newlyCompletedBy(event))
      for (const deadline of await this.keeper.openOn(recommendationId))
        await this.change(deadline, {
          action: 'deadline.close',
          changes: { metOn: after.happenedOn, metBy: effortId },
          telling: (met) => new DeadlineMet(met),
        });
  }

  /** The trail says that the house did it, next to the entry of the act that made it so. */
  private async change(deadline: Deadline, { action, changes, telling }: HouseChange): Promise<void> {
    await this.acts.perform(SYSTEM_ACTOR, { permission: 'set-deadline', action }, async (unit, note) => {
      note.about('deadline', deadline.id, { planId: deadline.planId });
      await this.keeper.change(unit, { deadline, version: deadline.version, changes }, telling);
    });
  }
}
