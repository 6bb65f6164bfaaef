import type { Actor } from '@demarche/access';
import { Clock } from '@demarche/base';
import { CycleWindows, Register } from '@demarche/register';
import { Injectable } from '@nestjs/common';
import { namesOf } from './names';
import { PlanListRepository } from './plan-list.repository';
import type { PlanHead } from './plan.repository';

/** A plan with the names that people know it by. */
export interface NamedPlan extends PlanHead {
  countryName: string;
  cycleName: string;
}

/** The plans that a home page leads with, by title, and those of cycles that are only being prepared, the newest cycle first. */
interface CurrentPlans {
  rows: NamedPlan[];
  coming: NamedPlan[];
}

/** Finds the plans of the cycle in force, or of the last one before it that has any; a later one does not push them away. */
@Injectable()
export class PlansInForce {
  constructor(
    private readonly plans: PlanListRepository,
    private readonly windows: CycleWindows,
    private readonly register: Register,
    private readonly clock: Clock,
  ) {}

  /** The plans in force today in a zone, as far as an actor may see them; of the first cycle where none has begun. */
  async today(actor: Actor, zone: string): Promise<CurrentPlans> {
    actor.must('read-plans');
    const inForce = (await this.windows.inForceOn(this.clock.today(zone))) ?? '';
    const plans = await this.named(await this.plans.leading({ inForce, limitedTo: actor.limitedTo }));
    const leading = plans.at(-1)?.cycleId;
    return {
      rows: plans.filter(({ cycleId }) => cycleId === leading),
      coming: plans.filter(({ cycleId }) => cycleId !== leading),
    };
  }

  private async named(heads: readonly PlanHead[]): Promise<NamedPlan[]> {
    const countryName = namesOf(await this.register.countries());
    const cycleName = namesOf(await this.register.cycles());
    return heads.map((head) => ({
      ...head,
      countryName: countryName(head.countryId),
      cycleName: cycleName(head.cycleId),
    }));
  }
}
