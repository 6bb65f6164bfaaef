import { PlanReading } from '@demarche/plans';
import { Register } from '@demarche/register';
import { Injectable } from '@nestjs/common';

/** How a plan is called where only its names are shown. */
export interface PlanNames {
  id: string;
  title: string;
  countryId: string;
  countryName: string;
  cycleId: string;
  cycleName: string;
}

/** Names the plans behind deadlines. Whoever may see a deadline may see how its plan is called. */
@Injectable()
export class PlanNaming {
  constructor(
    private readonly plans: PlanReading,
    private readonly register: Register,
  ) {}

  /** Plans by ids, as a map from id. */
  async named(planIds: string[]): Promise<Map<string, PlanNames>> {
    if (planIds.length === 0) return new Map();
    const heads = await this.plans.heads([...new Set(planIds)]);
    const countries = new Map((await this.register.countries()).map(({ id, name }) => [id, name]));
    const cycles = new Map((await this.register.cycles()).map(({ id, name }) => [id, name]));
    const names = [...heads.values()].map(({ id, title, countryId, cycleId }) => ({
      id,
      title,
      countryId,
      countryName: countries.get(countryId) ?? countryId,
      cycleId,
      cycleName: cycles.get(cycleId) ?? cycleId,
    }));
    return new Map(names.map((plan) => [plan.id, plan]));
  }
}
