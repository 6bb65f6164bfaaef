import { EffortRecorded, newlyCompletedBy, noLongerCompletedBy } from '@demarche/progress';
import { Happenings } from '@demarche/store';
import { Injectable, type OnModuleInit } from '@nestjs/common';
import type { Deadline } from '../deadline.entity';
import { DeadlineMet } from '../deadline-events';
import { DeadlineRepository } from '../deadline.repository';
import { DeadlineRevisionRepository } from '../deadline-revision.repository';
import { isOpen } from '../deadline-standing';
import { DeadlineFollower } from './deadline-follower.service';
import { FLOOR } from './floor';
import { met, RecommendationCompletion } from './recommendation-completion.service';

/** Follows acts: one that completes a recommendation meets its deadline, one that no longer does opens it again. */
@Injectable()
export class EffortListeners implements OnModuleInit {
  constructor(
    private readonly happenings: Happenings,
    private readonly deadlines: DeadlineRepository,
    private readonly revisions: DeadlineRevisionRepository,
    private readonly completion: RecommendationCompletion,
    private readonly follower: DeadlineFollower,
  ) {}

  onModuleInit(): void {
    this.happenings.on(EffortRecorded, FLOOR, (event) => this.afterEffort(event));
  }

  /** An act that was logged just now has met nothing before, so nothing is looked up that could follow it. */
  private async afterEffort(event: EffortRecorded): Promise<void> {
    if (!event.isNew) await this.followMet(event);
    await this.meetNewly(event);
    if (event.before === null && !event.isNew) await this.meetAgain(event);
  }

  private async followMet(event: EffortRecorded): Promise<void> {
    for (const deadline of await this.deadlines.metBy(event.effortId)) {
      if (lostItsCompletion(deadline, event)) await this.loseCompletion(deadline, event);
      else await this.followDay(deadline, event);
    }
  }

  private async loseCompletion(deadline: Deadline, { effortId }: EffortRecorded): Promise<void> {
    const otherwise = { change: 'effort-changed', effortId } as const;
    await this.follower.follow(deadline, await this.completion.standing(deadline, otherwise));
  }

  /** A day that a person typed beside the act stays; the day taken from the act follows it. */
  private async followDay(deadline: Deadline, { effortId, before, after }: EffortRecorded): Promise<void> {
    const isTaken = deadline.metOn === before?.happenedOn;
    if (!isTaken || !after || after.happenedOn === deadline.metOn) return;
    await this.follower.follow(deadline, {
      action: 'deadline.close',
      change: 'met-day-changed',
      effortId,
      changes: { metOn: after.happenedOn },
    });
  }

  private async meetNewly(event: EffortRecorded): Promise<void> {
    const { effortId, after } = event;
    if (after === null) return;
    for (const recommendationId of newlyCompletedBy(event))
      for (const deadline of await this.deadlines.openOn(recommendationId))
        await this.follower.follow(deadline, met({ id: effortId, happenedOn: after.happenedOn }));
  }

  /** A restored act meets again what a person had said that it met, unless the deadline went its own way since. */
  private async meetAgain({ effortId }: EffortRecorded): Promise<void> {
    for (const { deadlineId, version, change, before } of await this.revisions.causedBy(effortId)) {
      const deadline = await this.deadlines.byId(deadlineId);
      const isUntouched = deadline?.version === version + 1 && isOpen(deadline);
      if (!deadline || !isUntouched || change !== 'effort-changed') continue;
      await this.follower.follow(deadline, {
        action: 'deadline.close',
        change: 'effort-restored',
        effortId,
        changes: { metOn: before.metOn, metBy: effortId },
        happening: (after) => new DeadlineMet(after),
      });
    }
  }
}

/** Whether a deadline that an act met is met by it no more: it was withdrawn, or does not complete its recommendation now. */
function lostItsCompletion({ recommendationId }: Deadline, event: EffortRecorded): boolean {
  if (event.after === null) return true;
  return recommendationId !== null && noLongerCompletedBy(event).includes(recommendationId);
}
