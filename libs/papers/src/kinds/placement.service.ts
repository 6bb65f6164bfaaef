import type { PlanView } from '@demarche/plans';
import { Register } from '@demarche/register';
import { Injectable } from '@nestjs/common';

/** Tells whether a paper may say that a country was placed on the list. */
@Injectable()
export class Placement {
  constructor(private readonly register: Register) {}

  /** Whether the register knows the country on the list of the plan's report, or a person has confirmed that it is. */
  async isKnown({ plan, country, cycle }: PlanView): Promise<boolean> {
    if (plan.placementConfirmedBy !== null) return true;
    const listings = await this.register.listingsOf(country.id);
    return listings.some(({ reportYear, tier }) => reportYear === cycle.reportYear && tier === '2WL');
  }
}
