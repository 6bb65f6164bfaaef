import type { Actor } from '@demarche/access';
import { Placement, type PlanView } from '@demarche/plans';
import { Injectable } from '@nestjs/common';
import { z } from 'zod';
import { planMarkOf, pointsFacts, pointsFactsOf } from './meeting-points';
import { PaperDefinition, type ReadPaper, wordingChanges } from './paper-definition';
import { PlanDatesReading } from './plan-dates.service';
import { RecommendationFacts, standingIn, bare, mustAskSomething } from './recommendation-facts';

const Facts = z.object({
  ...pointsFacts,
  highPriority: z.array(RecommendationFacts).describe('The high-priority recommendations'),
});
type Facts = z.infer<typeof Facts>;

/** What an officer speaks from in the meeting: seven points, and the steps to have at hand. */
@Injectable()
export class TalkingPointsPaper extends PaperDefinition<Facts> {
  static readonly facts = Facts;
  readonly kind = 'talking-points';

  constructor(
    private readonly dates: PlanDatesReading,
    private readonly placement: Placement,
  ) {
    super();
  }

  async gather(actor: Actor, view: PlanView) {
    mustAskSomething(view);
    const points = pointsFactsOf(view, await this.dates.of(actor, view));
    const placementKnown = await this.placement.isKnown(view);
    const facts = { ...points, placementKnown, highPriority: standingIn(view).high.map(bare) };
    return { facts, marking: planMarkOf(view) };
  }

  changesSince(_actor: Actor, { blocks }: ReadPaper, { standing }: PlanView) {
    const high = standing.filter(({ priority }) => priority === 'high');
    return Promise.resolve(wordingChanges(high, blocks));
  }
}
