import { type Actor, Acts } from '@demarche/access';
import { accept, Clock, Conflict, Invalid, newId, NotFound } from '@demarche/base';
import { type Country, type Cycle, Register } from '@demarche/register';
import type { Marking } from '@demarche/rules';
import { isDuplicate, type Unit } from '@demarche/store';
import { Injectable } from '@nestjs/common';
import { reasonHeldIn, type PlacementReason } from './placement-reason';
import type { Plan } from './plan.entity';
import { PlanCreated } from './plan-events';
import { PlanRepository } from './plan.repository';
import { type NewPlan, NewPlanInput } from './plans.input';

/** What a plan is made of, whether from blank or from a cable. */
interface PlanDraft {
  countryId: string;
  cycleId: string;
  placementReason: PlacementReason;
  marking: Marking;
  instructedBy: string | null;
  postId: string | null;
  /** A person vouches that the country was placed on the list. */
  placementConfirmed: boolean;
}

/** The mark of a plan's paragraphs unless a person or a cable says otherwise. Source: 09STATE88558 paragraph 9. */
export const USUAL_MARKING: Marking = 'SBU';

/** Makes plans: one for each country and cycle. */
@Injectable()
export class PlanDrafting {
  constructor(
    private readonly plans: PlanRepository,
    private readonly register: Register,
    private readonly acts: Acts,
    private readonly clock: Clock,
  ) {}

  /** Makes a plan from blank for the country's lead post. Throws Conflict `duplicate` when the cycle has one. */
  async create(actor: Actor, given: NewPlan): Promise<{ id: string }> {
    const { marking = USUAL_MARKING, ...asked } = accept(NewPlanInput, given);
    return duplicatesRefused(() =>
      this.acts.perform(actor, { permission: 'draft-plan', action: 'plan.create' }, async (unit, note) => {
        const post = await this.register.leadPostOf(asked.countryId);
        const draft = { ...asked, marking, instructedBy: null, postId: post?.id ?? null };
        const plan = await this.draft(actor, unit, draft);
        note.about('plan', plan.id, { countryId: plan.countryId, cycleId: plan.cycleId });
        return { id: plan.id };
      }),
    );
  }

  /**
   * Adds a plan inside a running act and tells the house. Throws Invalid for a country, cycle or reason that does not
   * hold, NotFound for another post's country, Conflict `duplicate` when there is a plan already.
   */
  async draft(actor: Actor, unit: Unit, draft: PlanDraft): Promise<Plan> {
    const { country, cycle } = await this.checked(actor, draft);
    const { placementConfirmed, ...columns } = draft;
    const plan: Plan = {
      ...columns,
      id: newId(),
      title: planTitle(country, cycle),
      version: 1,
      createdAt: this.clock.now(),
      createdBy: actor.userId,
      placementConfirmedBy: placementConfirmed ? actor.userId : null,
    };
    await this.plans.add(plan);
    await unit.happened(new PlanCreated(plan.id));
    return plan;
  }

  private async checked(actor: Actor, draft: PlanDraft): Promise<{ country: Country; cycle: Cycle }> {
    const country = await known(this.register.country(draft.countryId), 'countryId', 'country');
    const cycle = await known(this.register.cycle(draft.cycleId), 'cycleId', 'cycle');
    actor.mustSee('country', draft.postId);
    if (!reasonHeldIn(draft.placementReason, cycle.reportYear))
      throw Invalid.because(
        'placementReason',
        'reason-not-in-law',
        'Commitments no longer place a country on the list: the law dropped them in January 2019.',
      );
    if (await this.plans.ofCycle(draft)) throw alreadyPlanned();
    return { country, cycle };
  }
}

/** How people find a plan: the country, what it is, the cycle. */
export function planTitle(country: { name: string }, cycle: { name: string }): string {
  return `${country.name}: action plan ${cycle.name}`;
}

/** Turns a unique constraint that broke in a race into the same Conflict as a plan that stood before. */
export async function duplicatesRefused<T>(work: () => Promise<T>): Promise<T> {
  try {
    return await work();
  } catch (error) {
    if (isDuplicate(error)) throw alreadyPlanned();
    throw error;
  }
}

function alreadyPlanned(): Conflict {
  return new Conflict('duplicate', 'There is already a plan for this country in this cycle. Open that one.');
}

async function known<T>(row: Promise<T>, field: string, what: string): Promise<T> {
  try {
    return await row;
  } catch (error) {
    if (!(error instanceof NotFound)) throw error;
    throw Invalid.because(field, 'unknown', `The register does not know this ${what}. Choose another.`);
  }
}
