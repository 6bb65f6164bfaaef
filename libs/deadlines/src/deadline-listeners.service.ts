import { Acts, SYSTEM_ACTOR } from '@demarche/access';
import { RecommendationDropped } from '@demarche/plans';
import { EffortRecorded, Efforts } from '@demarche/progress';
import { Happenings } from '@demarche/store';
import { Injectable, type OnModuleInit } from '@nestjs/common';
import type { Deadline } from './deadline.entity';
import { DeadlineKeeper } from './deadline-keeper.service';
import { DeadlineTerms } from './deadline-terms.service';
import type { ReminderReason } from './reminder-state';

const FLOOR = 7;
const DROPPED = 'The recommendation was dropped.';

/** Closes deadlines when the rooms below say that their ground is gone or their act is done, inside the same act. */
@Injectable()
export class DeadlineListeners implements OnModuleInit {
  constructor(
    private readonly happenings: Happenings,
    private readonly keeper: DeadlineKeeper,
    private readonly terms: DeadlineTerms,
    private readonly efforts: Efforts,
    private readonly acts: Acts,
  ) {}

  onModuleInit(): void {
    this.happenings.on(RecommendationDropped, FLOOR, (event) => this.afterDrop(event));
    this.happenings.on(EffortRecorded, FLOOR, (event) => this.afterEffort(event));
  }

  private async afterDrop({ recommendationId }: RecommendationDropped): Promise<void> {
    for (const deadline of await this.keeper.openOn(recommendationId)) {
      const waivedOn = await this.terms.todayFor(deadline);
      await this.close(deadline, { waivedOn, waiveReason: DROPPED }, 'recommendation-dropped');
    }
  }

  private async afterEffort({ effortId, completedRecommendationIds }: EffortRecorded): Promise<void> {
    if (completedRecommendationIds.length === 0) return;
    const { happenedOn } = await this.efforts.one(SYSTEM_ACTOR, effortId);
    for (const recommendationId of completedRecommendationIds)
      for (const deadline of await this.keeper.openOn(recommendationId))
        await this.close(deadline, { metOn: happenedOn, metBy: effortId }, 'met');
  }

  /** The trail says that the house closed it, next to the entry of the act that made it so. */
  private close(deadline: Deadline, changes: Partial<Deadline>, reason: ReminderReason): Promise<Deadline> {
    const act = { permission: 'meet-deadline', action: 'deadline.close', detail: { reason } } as const;
    return this.acts.perform(SYSTEM_ACTOR, act, async (_unit, note) => {
      note.about('deadline', deadline.id, { planId: deadline.planId });
      return this.keeper.close({ deadline, version: deadline.version, changes }, reason);
    });
  }
}
