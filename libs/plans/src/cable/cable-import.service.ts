import { type Actor, Acts } from '@demarche/access';
import type { Cable } from '@demarche/cables';
import { accept, Invalid, newId } from '@demarche/base';
import type { Unit } from '@demarche/store';
import { Injectable } from '@nestjs/common';
import type { z } from 'zod';
import { CablePlaces } from './cable-places.service';
import { textProblems } from './cable-problems';
import {
  planMarkingOf,
  type PlannedRecommendation,
  plannedRecommendations,
  readOrRefuse,
} from './cable-reading';
import type { Plan } from '../plan.entity';
import { duplicatesRefused, PlanDrafting, USUAL_MARKING } from '../plan-drafting.service';
import { PlanRepository } from '../plan.repository';
import { type CableImport, CableImportInput } from '../plans.input';
import { Recommendations } from '../recommendations.service';

/** Makes a plan from a cable: the plan, its recommendations and the cable itself, all in one act. */
@Injectable()
export class CableImporting {
  constructor(
    private readonly places: CablePlaces,
    private readonly drafting: PlanDrafting,
    private readonly recommendations: Recommendations,
    private readonly plans: PlanRepository,
    private readonly acts: Acts,
  ) {}

  /**
   * Imports a cable for the country, cycle and reason a person chose. Throws Invalid when the text forbids it, Conflict
   * `duplicate` when there is a plan already; then nothing is made.
   */
  async import(actor: Actor, given: CableImport): Promise<{ id: string; recommendations: number }> {
    actor.must('import-cable');
    const asked = accept(CableImportInput, given);
    const cable = await readOrRefuse(asked.text);
    const planned = plannedRecommendations(cable);
    refuseWhatStops(cable, planned);
    const act = { permission: 'import-cable', action: 'plan.import-cable' } as const;
    return duplicatesRefused(() =>
      this.acts.perform(actor, act, async (unit, note) => {
        const plan = await this.planFrom(actor, unit, { cable, asked });
        note.about('plan', plan.id, { cable: cable.number, recommendations: planned.length });
        await this.keepCable(plan, asked.text);
        for (const { number, priority, pillar, text, note: background } of planned) {
          const placed = { planId: plan.id, number, priority, pillar, text, note: background };
          await this.recommendations.insert(actor, unit, { ...placed, marking: plan.marking });
        }
        return { id: plan.id, recommendations: planned.length };
      }),
    );
  }

  private async planFrom(
    actor: Actor,
    unit: Unit,
    { cable, asked }: { cable: Cable; asked: z.output<typeof CableImportInput> },
  ): Promise<Plan> {
    const { countryId, cycleId, placementReason, placementConfirmed } = asked;
    const { addressees } = await this.places.of(cable);
    const post = await this.places.postFor(countryId, addressees);
    const marking = planMarkingOf(cable) ?? USUAL_MARKING;
    const made = { instructedBy: cable.number, postId: post?.id ?? null, marking };
    return this.drafting.draft(actor, unit, {
      ...{ countryId, cycleId, placementReason, placementConfirmed, ...made },
    });
  }

  private async keepCable(plan: Plan, text: string): Promise<void> {
    const cableNumber = plan.instructedBy ?? DRAFT;
    await this.plans.addSource({ id: newId(), planId: plan.id, cableNumber, text, readAt: plan.createdAt });
  }
}

/** What stands for the number of a cable that has none yet. */
const DRAFT = 'draft';

function refuseWhatStops(cable: Cable, planned: PlannedRecommendation[]): void {
  const stops = textProblems(cable, planned).filter((problem) => problem.weight === 'stops');
  if (stops.length > 0)
    throw new Invalid(stops.map(({ field, code, message }) => ({ field, code, message })));
}
