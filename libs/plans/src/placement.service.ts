import { type Actor, Acts } from '@demarche/access';
import { accept } from '@demarche/base';
import { type Country, type Cycle, type PlaceInCycle, Register } from '@demarche/register';
import { Injectable } from '@nestjs/common';
import type { Plan } from './plan.entity';
import { PlanReading } from './plan-reading.service';
import { PlanRepository } from './plan.repository';
import { type PlacementConfirmation, PlacementConfirmationInput } from './plans.input';

/** What is asked about: an opened plan, or the country and cycle of one that is still to be made. */
interface Placed extends Partial<Pick<PlaceInCycle, 'tier'>> {
  country: Pick<Country, 'id'>;
  cycle: Pick<Cycle, 'id'>;
  plan?: Pick<Plan, 'placementConfirmedBy'>;
}

const WATCH_LIST = '2WL';

/** Tells whether it may be said that a country was placed on the list, and lets a person vouch for it. */
@Injectable()
export class Placement {
  constructor(
    private readonly register: Register,
    private readonly reading: PlanReading,
    private readonly plans: PlanRepository,
    private readonly acts: Acts,
  ) {}

  /** Whether the register knows the country on the list of the plan's report, or a person has confirmed that it is. */
  async isKnown({ plan, country, cycle, tier }: Placed): Promise<boolean> {
    if (plan && plan.placementConfirmedBy !== null) return true;
    if (tier !== undefined) return tier === WATCH_LIST;
    const asked = { countryId: country.id, cycleId: cycle.id, postId: null };
    return (await this.register.placeInCycle(asked)).tier === WATCH_LIST;
  }

  /** Confirms for a plan that the country was placed on the list, or takes the confirmation back. NotFound out of reach. */
  async confirm(actor: Actor, given: PlacementConfirmation): Promise<{ id: string }> {
    const { id, placementConfirmed } = accept(PlacementConfirmationInput, given);
    const act = { permission: 'draft-plan', action: 'plan.confirm-placement' } as const;
    return this.acts.perform(actor, act, async (_unit, note) => {
      const plan = await this.reading.planFor(actor, id);
      await this.plans.setPlacement(plan.id, placementConfirmed ? actor.userId : null);
      note.about('plan', plan.id, { placementConfirmed });
      return { id: plan.id };
    });
  }
}
