import type { Actor } from '@demarche/access';
import { accept } from '@demarche/base';
import type { Cable } from '@demarche/cables';
import { type Country, type Cycle, Register } from '@demarche/register';
import { Injectable } from '@nestjs/common';
import type { CableCheck } from './cable-check';
import { CablePlaces } from './cable-places.service';
import { choiceProblems, textProblems } from './cable-problems';
import { cycleYearOf, planMarkingOf, plannedRecommendations, readOrRefuse } from './cable-reading';
import { placementReasonIn } from '../placement-reason';
import { Placement } from '../placement.service';
import { planTitle, USUAL_MARKING } from '../plan-drafting.service';
import { PlanRepository } from '../plan.repository';
import { CableTextInput } from '../plans.input';

/** Says what would come of a cable before anything is made of it. */
@Injectable()
export class CableChecking {
  constructor(
    private readonly places: CablePlaces,
    private readonly register: Register,
    private readonly plans: PlanRepository,
    private readonly placement: Placement,
  ) {}

  /** Reads a cable and finds its country, cycle, post and reason. Throws Invalid for a text that is no cable. */
  async check(actor: Actor, given: string): Promise<CableCheck> {
    actor.must('import-cable');
    const { text } = accept(CableTextInput, { text: given });
    const cable = await readOrRefuse(text);
    const recommendations = plannedRecommendations(cable);
    const found = { cable, recommendations, ...(await this.placed(cable)), ...(await this.dated(cable)) };
    const check = {
      ...found,
      placementReason: placementReasonIn(cable),
      placementKnown: await this.placementOf(found),
      marking: planMarkingOf(cable) ?? USUAL_MARKING,
      title: found.country && found.cycle && planTitle(found.country, found.cycle),
      existing: await this.existing(actor, found),
    };
    const problems = [...textProblems(cable, recommendations), ...choiceProblems(check)];
    return { ...check, problems, canImport: problems.every((problem) => problem.weight !== 'stops') };
  }

  private async placed(cable: Cable) {
    const { country, by, candidates, addressees } = await this.places.of(cable);
    const post = country && (await this.places.postFor(country.id, addressees));
    return { country, countryBy: by, candidates, addressees, post };
  }

  private async dated(cable: Cable) {
    const cycleYear = cycleYearOf(cable);
    const cycles = await this.register.cycles();
    return { cycleYear, cycle: cycles.find((cycle) => cycle.reportYear === cycleYear?.year) ?? null };
  }

  private async placementOf(place: { country: Country | null; cycle: Cycle | null }) {
    if (!place.country || !place.cycle) return null;
    return this.placement.isKnown({ country: place.country, cycle: place.cycle });
  }

  private async existing(actor: Actor, place: { country: Country | null; cycle: Cycle | null }) {
    if (!place.country || !place.cycle) return null;
    const plan = await this.plans.ofCycle({ countryId: place.country.id, cycleId: place.cycle.id });
    return plan && actor.sees(plan.postId) ? { id: plan.id, title: plan.title } : null;
  }
}
