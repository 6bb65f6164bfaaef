import { RecommendationDropped, RecommendationRestored } from '@demarche/plans';
import { Happenings } from '@demarche/store';
import { Injectable, type OnModuleInit } from '@nestjs/common';
import { DeadlineRepository } from '../deadline.repository';
import { DeadlineRevisionRepository } from '../deadline-revision.repository';
import { DeadlineFollower } from './deadline-follower.service';
import { FLOOR } from './floor';
import { RecommendationCompletion } from './recommendation-completion.service';

/** Follows recommendations: dropped, they owe nothing; restored, they owe again what the drop alone had ended. */
@Injectable()
export class PlanListeners implements OnModuleInit {
  constructor(
    private readonly happenings: Happenings,
    private readonly deadlines: DeadlineRepository,
    private readonly revisions: DeadlineRevisionRepository,
    private readonly completion: RecommendationCompletion,
    private readonly follower: DeadlineFollower,
  ) {}

  onModuleInit(): void {
    this.happenings.on(RecommendationDropped, FLOOR, (event) => this.afterDrop(event));
    this.happenings.on(RecommendationRestored, FLOOR, (event) => this.afterRestore(event));
  }

  private async afterDrop({ recommendationId }: RecommendationDropped): Promise<void> {
    for (const deadline of await this.deadlines.openOn(recommendationId))
      await this.follower.follow(deadline, await this.completion.waived(deadline));
  }

  private async afterRestore({ recommendationId }: RecommendationRestored): Promise<void> {
    for (const deadline of await this.deadlines.on(recommendationId)) {
      const latest = await this.revisions.latestOf(deadline);
      if (latest?.change !== 'recommendation-dropped') continue;
      const change = { change: 'recommendation-restored' } as const;
      await this.follower.follow(deadline, await this.completion.standing(deadline, change));
    }
  }
}
